/**
 * Every message that leaves, in the words a person reads. An SMS of 70 characters is one piece; the sign of the
 * sender is the provider's.
 */
export const templates = {
  'sign-in.code': (v: { code: string }) => `验证码 ${v.code}，5 分钟内有效。谁问你要都别给。`,
} as const;

export type Template = keyof typeof templates;
export type ValuesOf<T extends Template> = Parameters<(typeof templates)[T]>[0];
