import styles from './point-desk.module.css';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');

type DayOfYearProps = { label: string; value: string; onChange: (value: string) => void };

/** `05-01`, a day of every year, as two short lists: a date field would ask for a year. */
export function DayOfYear({ label, value, onChange }: DayOfYearProps) {
  const [month, day] = value.split('-').map(Number) as [number, number];
  const put = (nextMonth: number, nextDay: number) =>
    onChange(`${two(nextMonth)}-${two(Math.min(nextDay, LENGTHS[nextMonth - 1]!))}`);
  return (
    <span className={styles.dayOfYear}>
      <span>{label}</span>
      <select
        aria-label={`${label} 月`}
        value={month}
        onChange={(event) => put(Number(event.target.value), day)}
      >
        {LENGTHS.map((_, index) => (
          <option key={index} value={index + 1}>
            {index + 1} 月
          </option>
        ))}
      </select>
      <select
        aria-label={`${label} 日`}
        value={day}
        onChange={(event) => put(month, Number(event.target.value))}
      >
        {Array.from({ length: LENGTHS[month - 1]! }, (_, index) => (
          <option key={index} value={index + 1}>
            {index + 1} 日
          </option>
        ))}
      </select>
    </span>
  );
}
