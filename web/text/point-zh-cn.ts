import type { Accessibility } from '../../api/service-points/contract.ts';

type Report = 'hours' | 'address' | 'telephone' | 'services' | 'terminal' | 'other';

const accessibility: Record<Accessibility, string> = {
  'no-steps': '无台阶',
  ramp: '有坡道',
  lift: '有电梯',
  'accessible-toilet': '有无障碍厕所',
  seats: '有座',
  parking: '能停车',
  'sign-language': '会手语',
};

const about: Record<Report, string> = {
  hours: '开门时间',
  address: '地址、位置',
  telephone: '电话',
  services: '能办的事',
  terminal: '服务终端',
  other: '别的',
};

/** What a service point's page says of what its staff keep. */
export const pointZhCn = {
  accessibility,
  about,
  and: '，',
  list: '、',
  winterUntil: (day: string) => `冬季，到 ${day}`,
  summerUntil: (day: string) => `夏季，到 ${day}`,
  nextYear: (day: string) => `明年 ${day}`,
  dayClosed: '不开门',
  open: (times: string) => `${times} 开门`,
  lunarMarket: (days: string, times: string) => `农历${days}赶集，${times} 也开门`,
  weekdayMarket: (days: string, times: string) => `${days}赶集，${times} 也开门`,
  lunarEach: (digits: string) => `逢${digits}`,
  digits: ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as readonly string[],
  notices: '公告',
  servicesTitle: '能办什么，要带什么',
  countDocuments: (count: number) => `${count} 样材料`,
  conditions: '谁能办',
  documents: '要带',
  nothingToBring: '不用带东西',
  fee: '收费',
  takes: '多久',
  law: '依据',
  checkedOn: (day: string) => `${day}核对`,
  report: '报错',
  reportTitle: '哪里不对',
  reportLead: '服务点的人会看到，一个工作日里处理。',
  reportAbout: '哪一样',
  reportText: '怎么不对',
  reportTextHint: '比如：周三下午没人',
  reportPhone: '要回电话就留一个',
  reportPhoneHint: '可以不留，回完就删',
  reportSend: '报上去',
  reportSent: '收到了，会有人去看',
  reportMissing: '写一句哪里不对',
  reportPhoneWrong: '电话要 7 位到 20 位数字',
};

export type PointWords = typeof pointZhCn;
