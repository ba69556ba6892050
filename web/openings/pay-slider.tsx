import { useQueries } from '@tanstack/react-query';
import { useId } from 'react';
import type { OpeningFilter } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';
import { countQuery } from './data.ts';
import styles from './pay-slider.module.css';

/** Yuan a month. Steps where county wages lie; one row of the API for each, so no finer than a person asks. */
export const paySteps = [
  0, 3000, 3500, 4000, 4500, 5000, 5500, 6000, 6500, 7000, 7500, 8000, 9000, 10_000,
] as const;

type PaySliderProps = {
  filter: OpeningFilter;
  value: number | null;
  onChange: (salaryMin: number | null) => void;
};

/** The lowest pay, over bars that show how many openings start at each step. */
export function PaySlider({ filter, value, onChange }: PaySliderProps) {
  const id = useId();
  const counts = useQueries({
    queries: paySteps.map((salaryMin) => countQuery({ ...filter, salaryMin: salaryMin || undefined })),
  }).map((query) => query.data?.total);
  const bars = counts.map((count, index) => Math.max(0, (count ?? 0) - (counts[index + 1] ?? 0)));
  const tallest = Math.max(1, ...bars);
  const step = Math.max(
    0,
    paySteps.findLastIndex((yuan) => yuan <= (value ?? 0)),
  );
  const chosen = paySteps[step] ?? 0;
  const spoken = chosen === 0 ? words.filterPayAny : `${chosen} ${words.payPerMonth}`;
  return (
    <>
      <div className={styles.head}>
        <h3>
          <label htmlFor={id}>{words.filterPay}</label>
        </h3>
        <output className={styles.value} htmlFor={id}>
          {chosen === 0 ? words.filterPayAny : chosen}
          {chosen > 0 && <span className={styles.unit}> {words.payPerMonth}</span>}
        </output>
      </div>
      <div className={styles.bars} aria-hidden="true">
        {bars.map((count, index) => (
          <span
            key={paySteps[index]}
            className={index >= step ? styles.in : undefined}
            style={{ height: `${(count / tallest) * 100}%` }}
          />
        ))}
      </div>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={0}
        max={paySteps.length - 1}
        step={1}
        value={step}
        aria-valuetext={spoken}
        style={{ '--filled': `${(step / (paySteps.length - 1)) * 100}%` } as React.CSSProperties}
        onChange={(event) => onChange(paySteps[Number(event.target.value)] || null)}
      />
      <div className={styles.scale} aria-hidden="true">
        <span>{words.filterPayAny}</span>
        <span>4500</span>
        <span>6500</span>
        <span>{words.payTenThousand}</span>
      </div>
      <p className={styles.note}>{words.filterPayNote}</p>
    </>
  );
}
