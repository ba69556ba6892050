/**
 * Every message that leaves, in the words a person reads. An SMS of 70 characters is one piece; the sign of the
 * sender is the provider's.
 */
export const templates = {
  'sign-in.code': (v: { code: string }) => `验证码 ${v.code}，5 分钟内有效。谁问你要都别给。`,
  'application.arrived': (v: { title: string }) => `“${v.title}”有人留言应聘，登录“我的岗位”看看，早点回。`,
  'application.contacted': (v: { title: string; employer: string }) =>
    `${v.employer}看了你对“${v.title}”的留言，正在联系你，留意电话。谁要你先交钱，都别交。`,
  'application.interview': (v: { title: string; employer: string }) =>
    `${v.employer}想和你面谈“${v.title}”，时间地点等对方电话。谁要你先交钱，都别交。`,
  'application.hired': (v: { title: string; employer: string }) =>
    `${v.employer}录用你做“${v.title}”了。上班先签劳动合同，押金和证件都不用交。`,
  'application.unsuitable': (v: { title: string; employer: string; reason: string }) =>
    `“${v.title}”这次没成：${v.reason}。附近还有别的岗位，接着看看。`,
  'application.ended': (v: { title: string; employer: string }) =>
    `${v.employer}的“${v.title}”不招了，你的留言到此结束。附近还有别的岗位，接着看看。`,
  'opening.still-hiring': (v: { title: string; link: string }) =>
    `“${v.title}”还在招吗？点开说一声，不用登录：${v.link}`,
  'opening.callers-say-full': (v: { title: string; link: string }) =>
    `打过电话的人说“${v.title}”招满了。是不是？点开说一声，不用登录：${v.link}`,
  'opening.expires-soon': (v: { title: string; link: string }) =>
    `“${v.title}”还有 7 天到期。还招就点开说一声，自动延 30 天，不用登录：${v.link}`,
  'opening.expires-tomorrow': (v: { title: string; link: string }) =>
    `“${v.title}”不到 1 天就到期，到期就不显示了。还招就点开说一声，不用登录：${v.link}`,
  'alerts.came': (v: { name: string; others: number; openings: number; link: string }) =>
    `“${v.name}”${v.others > 0 ? `等 ${v.others + 1} 处` : ''}新来 ${v.openings} 个岗位，点开看，不想收也在里面停：${v.link}`,
  'alerts.ends-soon': (v: { name: string; days: number; link: string }) =>
    `“${v.name}”的提醒再过 ${v.days} 天就停了，还要就点开说一声，不用登录：${v.link}`,
  'employer.invited': (v: { employer: string }) =>
    `“${v.employer}”请你一起发布招聘。用这个号码登录，在“我的单位”里答应或谢绝，14 天内有效。`,
  'employer.verified': (v: { employer: string }) => `“${v.employer}”核验通过了，可以发布岗位。`,
  'employer.returned': (v: { employer: string }) =>
    `“${v.employer}”的核验被退回，登录“我的单位”看原因，改好再交。`,
  'employer.refused': (v: { employer: string }) => `“${v.employer}”没有通过核验，登录“我的单位”看原因。`,
  'employer.reverify': (v: { employer: string; day: string }) =>
    `“${v.employer}”的执照核验到 ${v.day} 满六个月，登录“我的单位”重新交一次，免得发不了岗位。`,
  'employer.banned': (v: { employer: string }) =>
    `“${v.employer}”已被停止发布，岗位已撤下。有异议请联系人社部门。`,
  'employer.expelled': (v: { employer: string }) =>
    `经核实，你不再代表“${v.employer}”发布岗位。有异议请联系人社部门。`,
  'claim.approved': (v: { employer: string }) => `你可以代表“${v.employer}”发布岗位了，登录“我的单位”看看。`,
  'claim.refused': (v: { employer: string }) => `你申请代表“${v.employer}”没有通过，登录“我的单位”看原因。`,
  'opening.approved': (v: { title: string }) => `“${v.title}”审核通过，已经按你定的时间发布。`,
  'opening.returned': (v: { title: string }) => `“${v.title}”被退回，登录“我的岗位”看原因，改好再交。`,
  'opening.refused': (v: { title: string }) => `“${v.title}”没有通过审核，登录“我的岗位”看原因。`,
} as const;

export type Template = keyof typeof templates;
export type ValuesOf<T extends Template> = Parameters<(typeof templates)[T]>[0];
