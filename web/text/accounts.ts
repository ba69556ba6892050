import { accountsEn } from './accounts-en.ts';
import { accountsZhCn, type AccountsWords } from './accounts-zh-cn.ts';
import { formatTime, localTime } from './clock.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const accountsWords = (): AccountsWords =>
  document.documentElement.lang === 'en' ? accountsEn : accountsZhCn;

/** `今天 10:24`, `昨天 9:00`, `11 月 3 日 14:05`. */
export function formatWhen(instant: Date | string | number, now: Date): string {
  const words = accountsWords();
  const { dayNumber, month, day } = localTime(instant);
  const ago = localTime(now).dayNumber - dayNumber;
  if (ago === 0) return words.today(formatTime(instant));
  if (ago === 1) return words.yesterday(formatTime(instant));
  return words.onDay(month, day, formatTime(instant));
}
