import { IconCheck, IconMessage } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import type { OpeningDetail } from '../../api/openings/contract.ts';
import { applicationsWords } from '../text/applications.ts';
import { readAccountMark } from '../ui/account-mark.ts';
import { Button } from '../ui/button.tsx';
import { Guard } from '../ui/guard.tsx';
import { useMyApplications } from './data.ts';

const ApplyDialog = lazy(() => import('./apply-dialog.tsx').then((m) => ({ default: m.ApplyDialog })));

type ApplyButtonProps = { opening: OpeningDetail; mineHref: string };

/** Opens the form; says so when this person has written already. */
export function ApplyButton({ opening, mineHref }: ApplyButtonProps) {
  const words = applicationsWords();
  const [open, setOpen] = useState(false);
  const [, navigate] = useLocation();
  // Nobody who never signed in here is asked who they are.
  const mine = useMyApplications(readAccountMark() === 'person');
  const sent = mine.data?.items.find((item) => item.opening.id === opening.id && item.state !== 'withdrawn');
  if (sent && !open)
    return (
      <Button
        icon={<IconCheck size="1.25rem" stroke={1.75} aria-hidden="true" />}
        onClick={() => navigate(mineHref)}
      >
        {words.applied}
      </Button>
    );
  return (
    <>
      <Button
        icon={<IconMessage size="1.25rem" stroke={1.75} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {words.apply}
      </Button>
      {open && (
        <Guard instead={null}>
          <Suspense fallback={null}>
            <ApplyDialog opening={opening} mineHref={mineHref} onClose={() => setOpen(false)} />
          </Suspense>
        </Guard>
      )}
    </>
  );
}
