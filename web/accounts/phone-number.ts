import { accountsWords } from '../text/accounts.ts';

/** The digits of what was typed: full width read, spaces, dashes and +86 taken off. */
export function readPhone(typed: string): string {
  const half = typed.replace(/[０-９＋]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return half.replace(/^\s*(\+|00)86/, '').replace(/\D/g, '');
}

/** What is wrong with a mobile number, in words; null when it is right. */
export function phoneFault(typed: string): string | null {
  const digits = readPhone(typed);
  const words = accountsWords();
  if (digits.length < 11) return words.phoneShort(11 - digits.length);
  if (digits.length > 11) return words.phoneLong(digits.length - 11);
  return /^1[3-9]/.test(digits) ? null : words.phoneWrong;
}
