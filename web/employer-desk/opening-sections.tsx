import {
  educations,
  employmentTypes,
  experiences,
  salaryUnits,
  type Education,
  type EmploymentType,
  type Experience,
  type SalaryUnit,
} from '../../api/openings/contract.ts';
import { lifeTerms, longestValidityDays, payRhythms, shifts } from '../../api/opening-desk/contract.ts';
import { deskWords } from '../text/desk.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { spaced } from '../text/spacing.ts';
import { words as mainWords } from '../text/words.ts';
import { CheckBox, CheckGroup } from '../ui/check-group.tsx';
import { Chip } from '../ui/chip.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { Form } from '../ui/use-form.ts';
import { useNow } from '../ui/use-now.ts';
import { monthlyYuan, type OpeningValues } from './opening-values.ts';
import styles from './opening-form.module.css';

export type OpeningSectionProps = { form: Form<OpeningValues> };

/** The language of the page for a word that stands on the wire. */
const optionsOf = (list: readonly string[], spell: Record<string, string> = {}) =>
  list.map((value) => ({ value, label: spell[value] ?? spaced(value) }));

/** How many people, and how they are employed. */
export function HeadcountAndType({ form }: OpeningSectionProps) {
  const words = deskOpeningWords();
  return (
    <div className={styles.pair}>
      <NumberInput
        label={words.headcount}
        unit={words.headcountUnit}
        maxLength={4}
        className={styles.short}
        {...form.field('headcount')}
      />
      <RadioGroup<EmploymentType>
        label={words.employmentType}
        options={employmentTypes.map((value) => ({ value, label: words.employmentTypes[value] }))}
        {...form.field('employmentType')}
        value={form.values.employmentType ?? ''}
      />
    </div>
  );
}

/** Pay by month, day, hour, piece, or to be agreed; the month it comes to. */
export function PayFields({ form, fair }: OpeningSectionProps & { fair: boolean }) {
  const words = deskOpeningWords();
  const { salaryMin, salaryMax, salaryUnit } = form.values;
  const low = monthlyYuan(salaryMin, salaryUnit);
  const negotiable = salaryUnit === '面议';
  const fault = form.faults.salaryUnit ?? form.faults.salaryMin ?? form.faults.salaryMax;
  const note = negotiable
    ? words.payNegotiable
    : salaryUnit === '件'
      ? words.payPiece
      : low !== null
        ? words.payMonthly(low, monthlyYuan(salaryMax, salaryUnit))
        : null;
  return (
    <FieldGroup
      label={words.pay}
      hint={words.payHint}
      fault={fault}
      note={fair ? null : note}
      good={fair ? [words.payFair, low !== null && note].filter(Boolean).join('，') : null}
    >
      <div className={styles.pay}>
        <Select
          label={words.payUnit}
          labelHidden
          empty={null}
          name="salaryUnit"
          options={salaryUnits.map((value) => ({ value, label: words.payUnits[value] }))}
          value={salaryUnit ?? '月'}
          onChange={(unit) => form.set('salaryUnit', unit as SalaryUnit)}
        />
        {!negotiable && (
          <>
            <NumberInput
              label={words.payMin}
              labelHidden
              decimals={2}
              name="salaryMin"
              value={salaryMin}
              onChange={(yuan) => form.set('salaryMin', yuan)}
            />
            <span>{words.payTo}</span>
            <NumberInput
              label={words.payMax}
              labelHidden
              decimals={2}
              name="salaryMax"
              value={salaryMax}
              onChange={(yuan) => form.set('salaryMax', yuan)}
            />
            <span>{words.payUnitWord[salaryUnit ?? '月']}</span>
          </>
        )}
      </div>
    </FieldGroup>
  );
}

/** Schooling and experience, when they matter. */
export function Qualification({ form }: OpeningSectionProps) {
  const words = deskOpeningWords();
  return (
    <div className={styles.pair}>
      <Select
        label={words.education}
        empty={words.any}
        options={optionsOf(educations, mainWords.educationWords)}
        {...form.field('education')}
        value={form.values.education ?? ''}
        onChange={(value) => form.set('education', (value || null) as Education | null)}
      />
      <Select
        label={words.experience}
        empty={words.any}
        options={optionsOf(experiences, mainWords.experienceWords)}
        {...form.field('experience')}
        value={form.values.experience ?? ''}
        onChange={(value) => form.set('experience', (value || null) as Experience | null)}
      />
    </div>
  );
}

/** What decides a day's life. */
export function LifeTerms({ form }: OpeningSectionProps) {
  const words = deskOpeningWords();
  const oneOf = (label: string, name: 'rhythm' | 'shift', list: readonly string[]) => (
    <FieldGroup label={label}>
      <div className={styles.chips}>
        {list.map((word) => (
          <Chip
            key={word}
            on={form.values[name] === word}
            onClick={() => form.set(name, form.values[name] === word ? '' : word)}
          >
            {word}
          </Chip>
        ))}
      </div>
    </FieldGroup>
  );
  return (
    <>
      <CheckGroup label={words.terms} options={optionsOf(lifeTerms)} {...form.field('terms')} />
      {oneOf(words.rhythm, 'rhythm', payRhythms)}
      {oneOf(words.shift, 'shift', shifts)}
    </>
  );
}

/** Whom to ask. */
export function ContactFields({ form }: OpeningSectionProps) {
  const words = deskOpeningWords();
  return (
    <div className={styles.pair}>
      <TextInput
        label={words.contactName}
        maxLength={40}
        autoComplete="name"
        {...form.field('contactName')}
      />
      <TextInput
        label={words.contactPhone}
        hint={words.contactPhoneHint}
        type="tel"
        maxLength={30}
        autoComplete="tel"
        {...form.field('contactPhone')}
      />
    </div>
  );
}

const SPANS = [15, 30, 60, 90];
const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** The day in Yangzhou so many days from an instant, as `2026-12-23`. */
export const dayFrom = (now: number, days: number): string =>
  new Date(now + SHANGHAI_MS + days * DAY_MS).toISOString().slice(0, 10);

type LastDayProps = {
  value: string;
  onChange: (day: string) => void;
  fault?: string | undefined;
  label: string;
};

/** A last day, by the calendar or by a usual span. */
export function LastDay({ value, onChange, fault, label }: LastDayProps) {
  const words = deskOpeningWords();
  const now = useNow().getTime();
  return (
    <div className={styles.lastDay}>
      <TextInput
        label={label}
        hint={words.closesOnHint(longestValidityDays)}
        type="date"
        name="closesOn"
        min={dayFrom(now, 0)}
        max={dayFrom(now, longestValidityDays)}
        value={value}
        fault={fault}
        onChange={onChange}
      />
      <div className={styles.chips}>
        {SPANS.map((days) => (
          <Chip key={days} on={value === dayFrom(now, days)} onClick={() => onChange(dayFrom(now, days))}>
            {words.days(days)}
          </Chip>
        ))}
      </div>
    </div>
  );
}

/** From when, until when, and whose it is. */
export function ValidityFields({ form }: OpeningSectionProps) {
  const words = deskOpeningWords();
  const { values } = form;
  return (
    <>
      <LastDay
        label={words.closesOn}
        value={values.closesOn ?? ''}
        fault={form.faults.closesOn}
        onChange={(day) => form.set('closesOn', day || null)}
      />
      <RadioGroup
        label={words.publishWhen}
        value={values.later ? 'later' : 'now'}
        onChange={(when) => form.set('later', when === 'later')}
        options={[
          { value: 'now', label: words.publishNow },
          { value: 'later', label: words.publishLater },
        ]}
      />
      {values.later && (
        <TextInput
          label={words.publishAt}
          type="datetime-local"
          className={styles.short}
          {...form.field('publishAt')}
        />
      )}
      <CheckBox
        checked={values.isReposted}
        onChange={(on) => form.set('isReposted', on)}
        more={words.repostedMore}
      >
        {words.reposted}
      </CheckBox>
      {values.isReposted && (
        <TextInput
          label={words.sourceName}
          hint={words.sourceHint}
          maxLength={100}
          {...form.field('sourceName')}
        />
      )}
    </>
  );
}

/** The places that were noted, one press each. */
export function PickWorkplace({
  workplaces,
  form,
}: OpeningSectionProps & {
  workplaces: readonly {
    id: string;
    name: string;
    address: string;
    town: string;
    place: { lng: number; lat: number };
    placeReason: string;
  }[];
}) {
  if (workplaces.length === 0) return null;
  return (
    <FieldGroup label={deskWords().pickWorkplace}>
      <div className={styles.chips}>
        {workplaces.map(({ id, name, address, town, place, placeReason }) => (
          <Chip
            key={id}
            on={form.values.workplaceId === id}
            onClick={() => form.patch({ workplaceId: id, address, town, place, placeReason })}
          >
            {name}
          </Chip>
        ))}
      </div>
    </FieldGroup>
  );
}
