import { lazy, Suspense, useState } from 'react';
import { pointWords } from '../text/point.ts';
import { Button } from '../ui/button.tsx';
import { Guard } from '../ui/guard.tsx';

const ReportDialog = lazy(() => import('./report-dialog.tsx').then((m) => ({ default: m.ReportDialog })));

/** 报错: the form comes when it is asked for. */
export function ReportButton({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" dense onClick={() => setOpen(true)}>
        {pointWords().report}
      </Button>
      {open && (
        <Guard instead={null} onFail={() => setOpen(false)}>
          <Suspense fallback={null}>
            <ReportDialog id={id} name={name} onClose={() => setOpen(false)} />
          </Suspense>
        </Guard>
      )}
    </>
  );
}
