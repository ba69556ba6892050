import type { ReactNode } from 'react';
import type { OpeningFilter } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';
import { Chip } from '../ui/chip.tsx';
import { benefitGroups, groupOfBenefit, type BenefitGroup } from './benefit-groups.ts';
import { ChoiceChips } from './choice-chips.tsx';
import chipStyles from './choice-chips.module.css';
import { daysLabel } from './conditions.ts';
import type { FindState, Sort } from './filter.ts';
import styles from './filter-sections.module.css';
import { PaySlider } from './pay-slider.tsx';
import type { Choice, useChoices } from './use-facets.ts';

export type Change = (patch: Partial<FindState>) => void;
type SectionProps = {
  state: FindState;
  change: Change;
  choices: ReturnType<typeof useChoices>['choices'];
};

export const groupWords = (): Record<BenefitGroup, string> => ({
  board: words.groupBoard,
  rhythm: words.groupRhythm,
  shift: words.groupShift,
  insurance: words.groupInsurance,
  suits: words.groupSuits,
  other: words.groupOther,
});

export function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      {title && <h3>{title}</h3>}
      {children}
    </section>
  );
}

/** The benefits of one group; pressing adds to the others, all are wanted. */
export function BenefitChips({ group, state, change, choices }: SectionProps & { group: BenefitGroup }) {
  const own = choices('benefits').filter(({ value }) => value !== null && groupOfBenefit(value) === group);
  if (own.length === 0) return null;
  return (
    <ChoiceChips
      label={groupWords()[group]}
      choices={own}
      isOn={(value) => state.benefits.includes(value)}
      onToggle={(value) =>
        change({
          benefits: state.benefits.includes(value)
            ? state.benefits.filter((kept) => kept !== value)
            : [...state.benefits, value],
        })
      }
    />
  );
}

type SingleName = 'district' | 'town' | 'industry' | 'education' | 'experience' | 'employmentType';
export const singleWords = (): Record<SingleName, string> => ({
  district: words.filterDistrict,
  town: words.filterTown,
  industry: words.filterIndustry,
  education: words.filterEducation,
  experience: words.filterExperience,
  employmentType: words.filterType,
});

const spell = (name: SingleName, choice: Choice): Choice => {
  const table: Record<string, string> =
    name === 'education' ? words.educationWords : name === 'experience' ? words.experienceWords : {};
  return { ...choice, label: table[choice.value ?? ''] ?? choice.label };
};

/** One value or none: pressing the chosen one again takes it off. */
export function SingleChips({ name, state, change, choices }: SectionProps & { name: SingleName }) {
  const own = choices(name).map((choice) => spell(name, choice));
  const shown =
    name === 'town' && state.district
      ? own.filter(({ value }) => value?.startsWith(state.district ?? ''))
      : own;
  return (
    <ChoiceChips
      label={singleWords()[name]}
      choices={shown}
      isOn={(value) => state[name] === value}
      onToggle={(value) => {
        const next = state[name] === value ? null : value;
        change({ [name]: next, ...(name === 'district' ? { town: null } : {}) } as Partial<FindState>);
      }}
    />
  );
}

const DAYS = [1, 3, 7, 30];
const SORTS: Sort[] = ['distance', 'newest', 'salary'];

type AllProps = SectionProps & {
  filter: OpeningFilter;
  near: ReactNode;
  sort: Sort;
  onSort: (sort: Sort) => void;
};

/** Everything one can ask for, the most asked first. */
export function FilterSections({ filter, near, sort, onSort, ...own }: AllProps) {
  const { state, change, choices } = own;
  const grouped = new Set(
    choices('benefits').flatMap(({ value }) => (value === null ? [] : [groupOfBenefit(value)])),
  );
  return (
    <>
      {near}
      <Section>
        <PaySlider filter={filter} value={state.salaryMin} onChange={(salaryMin) => change({ salaryMin })} />
      </Section>
      {benefitGroups
        .filter((group) => grouped.has(group))
        .map((group) => (
          <Section key={group} title={groupWords()[group]}>
            <BenefitChips {...own} group={group} />
          </Section>
        ))}
      {(['education', 'experience', 'employmentType', 'district'] as const).map((name) => (
        <Section key={name} title={singleWords()[name]}>
          <SingleChips {...own} name={name} />
        </Section>
      ))}
      {state.district && (
        <Section title={words.filterTown}>
          <SingleChips {...own} name="town" />
        </Section>
      )}
      <Section title={words.filterIndustry}>
        <SingleChips {...own} name="industry" />
      </Section>
      <Section title={words.filterFreshness}>
        <div className={chipStyles.chips}>
          {DAYS.map((days) => (
            <Chip
              key={days}
              on={state.publishedWithinDays === days}
              onClick={() =>
                change({ publishedWithinDays: state.publishedWithinDays === days ? null : days })
              }
            >
              {daysLabel(days)}
            </Chip>
          ))}
        </div>
      </Section>
      <Section title={words.filterSort}>
        <div className={chipStyles.chips}>
          {SORTS.map((name) => (
            <Chip key={name} on={sort === name} onClick={() => onSort(name)}>
              {words.sorts[name]}
            </Chip>
          ))}
        </div>
      </Section>
    </>
  );
}
