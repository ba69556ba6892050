import type { OpeningItem } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';

type Salary = OpeningItem['salary'];

export type Pay = {
  /** `6500–8500`, `180`, or `面议` when nothing is stated. */
  amount: string;
  /** `元/月`; empty when the amount says it all. */
  unit: string;
  /** `约 5220 元/月起` for day and hour pay, else null. */
  monthly: string | null;
  /** Read aloud: `6500 到 8500 元每月`. */
  spoken: string;
};

/** No thousands comma; cents only where there are any (`15.5`). */
const plain = (yuan: number) => String(Math.round(yuan * 100) / 100);

/** Pay as a card shows it. An en dash stands between two amounts; a single one says 起 or 最多. */
export function formatPay(salary: Salary): Pay {
  const { min, max, unit } = salary;
  if (unit === '面议' || (min === null && max === null))
    return { amount: words.payNegotiable, unit: '', monthly: null, spoken: words.payNegotiable };
  const unitWord = words.payUnits[unit];
  const range = min !== null && max !== null && min !== max;
  const amount = range ? `${plain(min)}–${plain(max)}` : plain(min ?? max ?? 0);
  const open = min !== null && max === null ? words.payFrom : min === null ? words.payUpTo : '';
  return {
    amount: open === words.payUpTo ? `${open}${amount}` : amount,
    unit: open === words.payFrom ? `${unitWord}${open}` : unitWord,
    monthly: monthlyOf(salary),
    spoken: words.paySpoken(
      range ? words.rangeSpoken(plain(min), plain(max)) : amount,
      words.payUnitsSpoken[unit],
    ),
  };
}

function monthlyOf({ unit, monthlyMin }: Salary): string | null {
  if (unit === '月' || monthlyMin === null) return null;
  return words.payMonthly(plain(Math.round(monthlyMin / 10) * 10));
}
