import { IconAdjustmentsHorizontal, IconNavigation } from '@tabler/icons-react';
import { conditionsOf, type Names } from '../openings/conditions.ts';
import { countConditions } from '../openings/filter.ts';
import { words } from '../text/words.ts';
import { Chip } from '../ui/chip.tsx';
import type { Find } from './use-find.ts';

/** What is asked most, one press away. */
const QUICK_BENEFITS = ['包住', '日结', '包吃', '五险'];
const QUICK_PAY = 5000;

type QuickChipsProps = {
  find: Find;
  names: Names;
  locating: boolean;
  onFilter: () => void;
  onNear: () => void;
};

/** The phone's row of chips: the filter, near me, what holds, and what is asked most. */
export function QuickChips({ find, names, locating, onFilter, onNear }: QuickChipsProps) {
  const { state, origin, change, go } = find;
  const count = countConditions(state);
  const held = conditionsOf(state, names).filter(
    ({ key }) => key !== 'pay' && !QUICK_BENEFITS.some((benefit) => key === `benefit-${benefit}`),
  );
  const near =
    origin?.kind === 'start'
      ? state.mode
        ? words.startAndMode(origin.name, words.modes[state.mode])
        : origin.name
      : words.chipNear;
  return (
    <>
      <Chip
        floating
        on={count > 0 || undefined}
        aria-pressed={undefined}
        aria-haspopup="dialog"
        icon={<IconAdjustmentsHorizontal size="1.25rem" stroke={1.75} aria-hidden="true" />}
        onClick={onFilter}
      >
        {count > 0 ? words.chipFilterCount(count) : words.chipFilter}
      </Chip>
      <Chip
        floating
        on={origin !== null}
        aria-busy={locating || undefined}
        icon={origin ? undefined : <IconNavigation size="1.125rem" stroke={1.75} aria-hidden="true" />}
        onClick={onNear}
      >
        {near}
      </Chip>
      {held.map(({ key, label, without }) => (
        <Chip key={key} floating on onClick={() => go(without)}>
          {label}
        </Chip>
      ))}
      {QUICK_BENEFITS.map((benefit) => {
        const on = state.benefits.includes(benefit);
        return (
          <Chip
            key={benefit}
            floating
            on={on}
            onClick={() =>
              change({
                benefits: on
                  ? state.benefits.filter((kept) => kept !== benefit)
                  : [...state.benefits, benefit],
              })
            }
          >
            {benefit}
          </Chip>
        );
      })}
      <Chip
        floating
        on={state.salaryMin !== null}
        onClick={() => change({ salaryMin: state.salaryMin === null ? QUICK_PAY : null })}
      >
        {words.chipPay(state.salaryMin ?? QUICK_PAY)}
      </Chip>
    </>
  );
}
