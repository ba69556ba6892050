import { IconAlertTriangle, IconCircleCheckFilled, IconWifiOff } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { TerminalOpening, TerminalPage } from '../../api/terminals/contract.ts';
import { Paper } from '../print/paper.tsx';
import { Slip } from '../print/slip.tsx';
import { formatTime, localTime } from '../text/clock.ts';
import { terminalWords } from '../text/terminal.ts';
import { AffairsView } from './affairs-view.tsx';
import { CodeView } from './code-view.tsx';
import { readDevice, writeDevice } from './device.ts';
import { stillOpen } from './find.ts';
import { HomeView } from './home-view.tsx';
import { KeyboardView } from './keyboard-view.tsx';
import { ListView } from './list-view.tsx';
import { OpeningView } from './opening-view.tsx';
import { PointsView } from './points-view.tsx';
import { StaffDialog } from './staff-dialog.tsx';
import { TerminalFoot } from './terminal-foot.tsx';
import { TerminalHead } from './terminal-head.tsx';
import styles from './terminal.module.css';
import type { Terminal } from './use-terminal.ts';
import type { Show, View } from './view.ts';

type ScreenProps = { terminal: Terminal; page: TerminalPage };

/** What one visitor does at the machine; made anew for the next. */
export function TerminalScreen({ terminal, page }: ScreenProps) {
  const { now } = terminal;
  const [view, setView] = useState<View>({ kind: 'home' });
  const [slip, setSlip] = useState<{ opening: TerminalOpening; job: number } | null>(null);
  const [asksStaff, setAsksStaff] = useState(false);
  const [device, setDevice] = useState(readDevice);
  const openings = useMemo(() => stillOpen(page.openings, now), [page, now]);
  const canPrint = device.printer !== 'none' && device.printer !== 'broken' && device.paper !== 'out';
  const origin = page.publicUrl ?? location.origin;
  const go = (next: View) => {
    setSlip(null);
    setView(next);
    scrollTo(0, 0);
  };
  const setPaper = (paper: 'ok' | 'out') => {
    setDevice(writeDevice({ paper }));
    setSlip(null);
    terminal.beatNow();
  };
  const show: Show = {
    page,
    openings,
    now,
    offline: terminal.offline,
    origin,
    go,
    onPrint: canPrint ? (opening) => setSlip((before) => ({ opening, job: (before?.job ?? 0) + 1 })) : null,
    onOpen: (opening) => go({ kind: 'opening', opening, back: view }),
  };
  return (
    <div className={styles.screen}>
      <TerminalHead point={page.point} now={now} />
      <Notes terminal={terminal} page={page} count={openings.length} paperOut={device.paper === 'out'} />
      <main id="main" className={styles.main} key={view.kind}>
        {viewOf(view, show)}
      </main>
      {slip && (
        <Printed onNothing={() => setPaper('out')}>
          <Paper job={slip.job}>
            <Slip
              opening={slip.opening}
              from={{
                name: page.point.name,
                place: page.point.place,
                telephone: page.point.telephones[0] ?? null,
                origin,
                dataAt: page.asOf,
                now,
              }}
            />
          </Paper>
        </Printed>
      )}
      <TerminalFoot view={view} go={go} onStaff={() => setAsksStaff(true)} />
      {asksStaff && (
        <StaffDialog
          point={page.point}
          onPaperBack={device.paper === 'out' ? () => setPaper('ok') : null}
          onClose={() => setAsksStaff(false)}
        />
      )}
    </div>
  );
}

function viewOf(view: View, show: Show): ReactNode {
  switch (view.kind) {
    case 'home':
      return <HomeView show={show} />;
    case 'list':
      return <ListView show={show} occupation={view.occupation} />;
    case 'opening':
      return <OpeningView show={show} opening={view.opening} back={view.back} />;
    case 'keyboard':
      return <KeyboardView show={show} letters={view.letters} />;
    case 'code':
      return <CodeView show={show} />;
    case 'affairs':
      return <AffairsView show={show} />;
    case 'points':
      return <PointsView show={show} />;
  }
}

type NotesProps = ScreenProps & { count: number; paperOut: boolean };

/** What is not as it should be, in words, above everything else. */
function Notes({ terminal, page, count, paperOut }: NotesProps) {
  const text = terminalWords();
  const days = localTime(terminal.now).dayNumber - localTime(page.asOf).dayNumber;
  const time = formatTime(page.asOf);
  return (
    <>
      {terminal.offline && (
        <p className={styles.note} role="status">
          <IconWifiOff size="1.5rem" stroke={1.75} aria-hidden="true" />
          {days > 0 ? text.offlineDays(days, time, count) : text.offline(time, count)}
        </p>
      )}
      {terminal.twoUsers && (
        <p className={styles.note} role="status">
          <IconAlertTriangle size="1.5rem" stroke={1.75} aria-hidden="true" />
          {text.twoUsers}
        </p>
      )}
      {paperOut && (
        <p className={styles.note} role="status">
          <IconAlertTriangle size="1.5rem" stroke={1.75} aria-hidden="true" />
          {text.printerOut}
        </p>
      )}
    </>
  );
}

function Printed({ onNothing, children }: { onNothing: () => void; children: ReactNode }) {
  const text = terminalWords();
  return (
    <div className={styles.printed} role="status">
      <IconCircleCheckFilled size="1.5rem" aria-hidden="true" />
      <span>{text.printed}</span>
      <button type="button" onClick={onNothing}>
        {text.notPrinted}
      </button>
      {children}
    </div>
  );
}
