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
} as const;

export type Template = keyof typeof templates;
export type ValuesOf<T extends Template> = Parameters<(typeof templates)[T]>[0];
