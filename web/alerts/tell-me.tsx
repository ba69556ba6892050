import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Names } from '../openings/conditions.ts';
import type { FindState } from '../openings/filter.ts';
import { alertsWords } from '../text/alerts.ts';
import { Button } from '../ui/button.tsx';
import { Guard } from '../ui/guard.tsx';
import styles from './alerts.module.css';
import { canBeTold } from './wanted.ts';

const TellMeDialog = lazy(() => import('./tell-me-dialog.tsx').then((m) => ({ default: m.TellMeDialog })));

type TellMeProps = { state: FindState; names: Names; isNone: boolean; mineHref: string };

/** Under a list: be told when such openings come. Nothing where nothing in particular is looked for. */
export function TellMe({ state, names, isNone, mineHref }: TellMeProps) {
  const words = alertsWords();
  const [open, setOpen] = useState(false);
  if (!canBeTold(state)) return null;
  const asked = state.q ?? state.occupation;
  return (
    <section className={styles.tell}>
      <p>{isNone ? words.tellNone : words.tellWhat(asked ?? words.wantedSo)}</p>
      <Button
        icon={<IconBell size="1.25rem" stroke={1.75} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {words.tell}
      </Button>
      {open && (
        <Guard instead={null}>
          <Suspense fallback={null}>
            <TellMeDialog state={state} names={names} mineHref={mineHref} onClose={() => setOpen(false)} />
          </Suspense>
        </Guard>
      )}
    </section>
  );
}
