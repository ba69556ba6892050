import type { Rhythm } from '../../api/alerts/contract.ts';

/** 有了告诉我: being told of openings when they come. */
export const alertsZhCn = {
  tell: '有了告诉我',
  tellWhat: (name: string) => `有新的“${name}”，发短信告诉你`,
  tellNone: '现在没有，有了发短信告诉你',
  wantedSo: '这样的岗位',
  phoneFirst: '先填手机号，有了好发短信给你。',
  wanted: '要什么样的',
  where: '哪里的',
  whereCity: '扬州全市',
  whereNote: '不记你在哪里，按区县找。',
  whereNoteArea: '不记你圈的地方，按区县找。',
  rhythm: '多久说一次',
  rhythms: { daily: '每天，有新的才发', weekly: '每周一次' } satisfies Record<Rhythm, string> as Record<
    Rhythm,
    string
  >,
  toPhone: (phone: string) => `短信发到 ${phone}。90 天后自己停，随时可以停。`,
  put: '有了告诉我',
  putting: '正在记',
  doneTitle: '记下了',
  done: (phone: string) =>
    `从明天上午起，有新的就发短信到 ${phone}。短信里的链接点开就能看，也能停，不用登录。`,
  doneOk: '好',
  seeMine: '看我的提醒',
  signInAgain: '登录过期了，登录后接着记。',

  title: '新岗位提醒',
  lead: '有新的才发短信，一天最多一条。',
  empty: '还没有提醒。找岗位时点“有了告诉我”，有新的就发短信给你。',
  find: '去找岗位',
  failed: '提醒没取到',
  toMine: '登录看我的提醒',
  until: (day: string) => `${day}停`,
  off: '停了',
  recent: (count: number) => (count === 0 ? '这 7 天没有新的' : `这 7 天新来 ${count} 个`),
  all: (count: number) => `看全部 ${count} 个`,
  toWeekly: '改成每周',
  toDaily: '改成每天',
  stop: '停掉',
  resume: '再开',
  stopped: '停掉了，不再发短信',
  resumed: '又开了',
  changed: '改好了',
};

export type AlertsWords = typeof alertsZhCn;
