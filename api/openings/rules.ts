import type { SalaryUnit } from './contract.ts';

/** Paid days and hours of a month: 人社部发〔2025〕2号, (365 − 104) ÷ 12 = 21.75 days of 8 hours. */
export const paidDaysPerMonth = 21.75;
export const paidHoursPerMonth = paidDaysPerMonth * 8;

const unitsPerMonth: Record<SalaryUnit, number | null> = {
  月: 1,
  日: paidDaysPerMonth,
  时: paidHoursPerMonth,
  件: null,
  面议: null,
};

/** Pay per unit -> yuan a month, rounded; null for piece work, for pay by agreement and where none is stated. */
export function monthlyPay(perUnitYuan: number | null, unit: SalaryUnit): number | null {
  const units = unitsPerMonth[unit];
  return perUnitYuan === null || units === null ? null : Math.round(perUnitYuan * units);
}

/** Whether everybody may see an opening at an instant. Times are milliseconds since 1970. */
export function isVisible(
  opening: { status: string; publishedAt: number; expiresAt: number },
  now: number,
): boolean {
  return opening.status === 'published' && opening.publishedAt <= now && now < opening.expiresAt;
}

const codePattern = /^[ACDEFGHJKMNPQRT][234679ACDEFGHJKMNPQRT]{5}$/;

/** What a person types for an opening: its id, or its code in any case and with spaces. */
export function readIdOrCode(text: string): { id: number } | { code: string } | null {
  if (/^\d{1,15}$/.test(text)) return { id: Number(text) };
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return codePattern.test(code) ? { code } : null;
}
