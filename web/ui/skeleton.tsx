import styles from './skeleton.module.css';

const bar = (width: string, height?: string) => (
  <span className={styles.bar} style={{ width, ...(height ? { height } : {}) }} />
);

/** Rows in the shape of the list, shown only when the answer takes longer than 200 ms. */
export function SkeletonRows({ rows = 5, label }: { rows?: number; label: string }) {
  return (
    <div className={styles.late} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row} aria-hidden="true">
          <div className={styles.top}>
            {bar('33%', '1.0625rem')}
            {bar('32%', '1.0625rem')}
          </div>
          {bar('64%')}
          {bar('53%')}
          {bar('70%')}
        </div>
      ))}
    </div>
  );
}
