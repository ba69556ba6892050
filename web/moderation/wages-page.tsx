import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { MinimumWageRow } from '../../api/moderation/contract.ts';
import { formatDayTime } from '../text/day-time.ts';
import { wagesDeskWords } from '../text/wages-desk.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';
import { RemoveWageDialog } from './remove-wage-dialog.tsx';
import { WageDialog } from './wage-dialog.tsx';
import { WageTable } from './wage-table.tsx';
import { sortWages } from './wages.ts';
import { useWages } from './wages-data.ts';
import styles from './wages.module.css';

type Doing = { what: 'enter'; row: MinimumWageRow | null } | { what: 'take'; row: MinimumWageRow } | null;

/** Minimum pay by county: what adverts are checked against, what will count, what did. */
export function WagesPage({ mayEnter }: { mayEnter: boolean }) {
  const words = wagesDeskWords();
  const query = useWages();
  const [doing, setDoing] = useState<Doing>(null);
  const items = query.data?.items;
  const acts = mayEnter
    ? {
        onChange: (row: MinimumWageRow) => setDoing({ what: 'enter', row }),
        onTake: (row: MinimumWageRow) => setDoing({ what: 'take', row }),
      }
    : null;
  const close = () => setDoing(null);
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1 tabIndex={-1}>{words.title}</h1>
          <p>{words.lead}</p>
          {!mayEnter && <p>{words.readOnly}</p>}
        </div>
        {mayEnter && items && (
          <Button
            kind="primary"
            icon={<IconPlus size="1.25rem" stroke={1.75} aria-hidden="true" />}
            onClick={() => setDoing({ what: 'enter', row: null })}
          >
            {words.enter}
          </Button>
        )}
      </header>
      {query.isError && !items && (
        <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!items && !query.isError && <SkeletonRows rows={7} label={words.loading} />}
      {items && <Shown items={items} acts={acts} />}
      {doing?.what === 'enter' && items && <WageDialog items={items} row={doing.row} onClose={close} />}
      {doing?.what === 'take' && <RemoveWageDialog row={doing.row} onClose={close} />}
    </>
  );
}

type ShownProps = { items: readonly MinimumWageRow[]; acts: Parameters<typeof WageTable>[0]['acts'] };

function Shown({ items, acts }: ShownProps) {
  const words = wagesDeskWords();
  const { now, later, earlier } = sortWages(items, formatDayTime(useNow()).slice(0, 10));
  const unentered = now.filter(({ version }) => version === 0).length;
  return (
    <>
      {unentered > 0 && <p className={styles.unentered}>{words.unentered(String(unentered))}</p>}
      <section className={styles.surface} aria-labelledby="wages-now">
        <h2 id="wages-now">{words.now}</h2>
        <WageTable caption={words.now} rows={now} acts={acts} />
      </section>
      <section className={styles.surface} aria-labelledby="wages-later">
        <h2 id="wages-later">{words.later}</h2>
        {later.length === 0 ? (
          <p className={styles.quiet}>{words.laterNone}</p>
        ) : (
          <WageTable caption={words.later} rows={later} acts={acts} />
        )}
      </section>
      {earlier.length > 0 && (
        <details className={styles.surface}>
          <summary>{words.earlier(String(earlier.length))}</summary>
          <WageTable caption={words.earlier(String(earlier.length))} rows={earlier} acts={acts} />
        </details>
      )}
    </>
  );
}
