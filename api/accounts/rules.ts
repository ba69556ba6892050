import { dictionary } from '@zxcvbn-ts/language-common';
import { Refusal } from '../refusals.ts';

export const codeLifeSeconds = 300;
export const resendAfterSeconds = 60;
export const mostTries = 5;

/** How long a session lives without use, and at most. A desk is a shared room: staff sign in every day. */
export const sessionLife = {
  person: { idleSeconds: 30 * 86_400, longestSeconds: 90 * 86_400 },
  staff: { idleSeconds: 2 * 3600, longestSeconds: 12 * 3600 },
} as const;

/** Allowances; `perPhone` also keeps anybody from making a stranger's telephone ring. */
export const allowances = {
  codesPerPhone: { limit: 10, perSeconds: 86_400 },
  codesPerAddress: { limit: 30, perSeconds: 3600 },
  signInsPerAddress: { limit: 60, perSeconds: 900 },
  passwordsPerLoginAndAddress: { limit: 10, perSeconds: 900 },
  /** From everywhere together: so high that a stranger who guesses does not lock out whose name it is. */
  passwordsPerLogin: { limit: 100, perSeconds: 900 },
} as const;

const common: ReadonlySet<string> = new Set(dictionary['passwords-common'] as readonly string[]);

/** Says no to a password that is on the lists of breaches, is the name, or is one of these with digits around it. */
export function refusePassword(password: string, login: string): Refusal | null {
  const plain = password.toLowerCase();
  const core = plain.replace(/^\P{L}+|\P{L}+$/gu, '');
  const isWeak =
    plain.includes(login) ||
    common.has(plain) ||
    (core.length < 8 && (core === '' || common.has(core))) ||
    new Set(plain).size < 5;
  if (!isWeak) return null;
  const detail = '这个密码太常见，别人猜得到。换几个不相干的词连起来，好记又难猜。';
  return new Refusal('invalid', 'password.common', detail, [
    { in: 'body', name: 'password', code: 'password.common', detail },
  ]);
}

/** `Chrome，安卓` and the like, for the owner's list of sessions. */
export function deviceOf(userAgent: string): string {
  const system = /android/i.test(userAgent)
    ? '安卓'
    : /iphone|ipad/i.test(userAgent)
      ? '苹果手机'
      : /windows/i.test(userAgent)
        ? 'Windows 电脑'
        : /mac os/i.test(userAgent)
          ? '苹果电脑'
          : /linux/i.test(userAgent)
            ? 'Linux 电脑'
            : '别的设备';
  const browser = /micromessenger/i.test(userAgent)
    ? '微信'
    : /edg\//i.test(userAgent)
      ? 'Edge'
      : /firefox\//i.test(userAgent)
        ? 'Firefox'
        : /chrome\//i.test(userAgent)
          ? 'Chrome'
          : /safari\//i.test(userAgent)
            ? 'Safari'
            : '浏览器';
  return `${system}，${browser}`;
}
