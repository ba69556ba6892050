import { Refusal } from '../refusals.ts';
import { earliestWageDay, mostWageDaysAhead, type WageDoubt } from './contract.ts';
import type { MinimumWage } from './lint/minimum-wage-table.ts';

/** Minimum pay rises by a few per cent every two or three years; what is further off is likelier mistyped. */
const FAR_SHARE = 0.3;

type Figures = Pick<MinimumWage, 'monthlyYuan' | 'hourlyYuan'>;
type Dated = Figures & { inForceFrom: string };

/** What counts on a day: the last of the county's figures that began by then, or what is known without any. */
export function wageOn<Row extends Dated>(entered: readonly Row[], day: string): Row | null {
  return entered
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .reduce<Row | null>((last, row) => (last && last.inForceFrom > row.inForceFrom ? last : row), null);
}

/** What counts until a day: the figures that those of the day take the place of. */
export function wageBefore(entered: readonly Dated[], day: string, known: Figures): Figures {
  const earlier = entered.filter(({ inForceFrom }) => inForceFrom < day);
  return wageOn(earlier, day) ?? known;
}

/** Figures that ask for a second look, month before hour. */
export function doubtsAbout(figures: Figures, before: Figures): WageDoubt[] {
  return (['monthlyYuan', 'hourlyYuan'] as const).flatMap((figure): WageDoubt[] => {
    const beforeYuan = before[figure];
    if (figures[figure] < beforeYuan) return [{ figure, why: 'lower', beforeYuan }];
    return figures[figure] > beforeYuan * (1 + FAR_SHARE) ? [{ figure, why: 'far', beforeYuan }] : [];
  });
}

/** Refuses doubtful figures of who has not said to be sure; `more.doubts` says what they are. */
export function refuseDoubtful(doubts: readonly WageDoubt[], sure: boolean): Refusal | null {
  if (sure || doubts.length === 0) return null;
  const detail = '和之前的数差得多，看清楚通知再填一次';
  return new Refusal('conflict', 'minimum-wage.doubtful', detail, [], 5, { doubts });
}

/** @param today ISO dates, both */
export function refuseDay(inForceFrom: string, today: string): Refusal | null {
  const daysAhead = (Date.parse(inForceFrom) - Date.parse(today)) / 86_400_000;
  if (inForceFrom >= earliestWageDay && daysAhead <= mostWageDaysAhead) return null;
  const detail = `要 ${earliestWageDay.slice(0, 4)} 年到两年以后的日子`;
  return new Refusal('invalid', 'request.invalid', detail, [
    { in: 'path', name: 'inForceFrom', code: 'minimum-wage.day', detail },
  ]);
}
