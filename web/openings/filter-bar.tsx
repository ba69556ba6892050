import { IconAdjustmentsHorizontal, IconChevronDown, IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OpeningFilter } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';
import { Chip } from '../ui/chip.tsx';
import { Popover } from '../ui/popover.tsx';
import { groupOfBenefit, type BenefitGroup } from './benefit-groups.ts';
import type { FindState } from './filter.ts';
import { BenefitChips, groupWords, SingleChips, singleWords, type Change } from './filter-sections.tsx';
import styles from './filter-bar.module.css';
import { PaySlider } from './pay-slider.tsx';
import { useChoices } from './use-facets.ts';

type FilterBarProps = {
  state: FindState;
  change: Change;
  filter: OpeningFilter;
  /** The start and the circle, said in one chip. */
  near: { label: string | null; panel: (close: () => void) => ReactNode };
  onMore: () => void;
};

const barGroups: readonly BenefitGroup[] = ['board', 'rhythm', 'shift'];
const chevron = <IconChevronDown size="1rem" stroke={1.75} aria-hidden="true" />;

type DropProps = {
  label: string;
  on: string | null;
  icon?: ReactNode;
  children: (close: () => void) => ReactNode;
};

function Drop({ label, on, icon, children }: DropProps) {
  return (
    <Popover
      label={label}
      button={(props) => (
        <Chip {...props} on={on !== null} aria-pressed={undefined} icon={icon ?? <></>}>
          <span className={styles.drop}>
            {on ?? label}
            {chevron}
          </span>
        </Chip>
      )}
    >
      {children}
    </Popover>
  );
}

/** The desktop's filters: each opens under its chip and takes effect at once. */
export function FilterBar({ state, change, filter, near, onMore }: FilterBarProps) {
  const { choices } = useChoices(filter);
  const own = { state, change, choices };
  const said = (list: readonly string[]) => (list.length === 0 ? null : list.join('、'));
  const pin = <IconMapPin size="1.125rem" stroke={1.75} aria-hidden="true" />;
  return (
    <div className={styles.bar} role="group" aria-label={words.filterTitle}>
      <Drop label={words.barNear} on={near.label} icon={pin}>
        {near.panel}
      </Drop>
      <Drop label={words.barPay} on={state.salaryMin === null ? null : words.chipPay(state.salaryMin)}>
        {() => (
          <div className={`${styles.panel} ${styles.wide}`}>
            <PaySlider
              filter={filter}
              value={state.salaryMin}
              onChange={(salaryMin) => change({ salaryMin })}
            />
          </div>
        )}
      </Drop>
      {barGroups.map((group) => (
        <Drop
          key={group}
          label={group === 'board' ? words.barBoard : groupWords()[group]}
          on={said(state.benefits.filter((benefit) => groupOfBenefit(benefit) === group))}
        >
          {() => (
            <div className={styles.panel}>
              <BenefitChips {...own} group={group} />
            </div>
          )}
        </Drop>
      ))}
      <Drop
        label={words.barEducation}
        on={said([
          ...(state.education ? [words.educationWords[state.education]] : []),
          ...(state.experience ? [words.experienceWords[state.experience]] : []),
        ])}
      >
        {() => (
          <div className={styles.panel}>
            {(['education', 'experience', 'employmentType'] as const).map((name) => (
              <div key={name}>
                <h3>{singleWords()[name]}</h3>
                <SingleChips {...own} name={name} />
              </div>
            ))}
          </div>
        )}
      </Drop>
      <Drop
        label={words.barIndustry}
        on={
          choices('industry').find(({ value }) => value !== null && value === state.industry)?.label ?? null
        }
      >
        {() => (
          <div className={styles.panel}>
            <SingleChips {...own} name="industry" />
          </div>
        )}
      </Drop>
      <Chip
        onClick={onMore}
        icon={<IconAdjustmentsHorizontal size="1.125rem" stroke={1.75} aria-hidden="true" />}
      >
        {words.barMore}
      </Chip>
    </div>
  );
}
