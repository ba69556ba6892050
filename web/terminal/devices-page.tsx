import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listTerminals, makePairing, revokeTerminal, type Terminal } from '../../api/terminals/contract.ts';
import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { call } from '../call.ts';
import { StaffFrame } from '../point-desk/staff-frame.tsx';
import { QrCode } from '../openings/qr-code.tsx';
import { formatTime } from '../text/clock.ts';
import { formatDayTime } from '../text/day-time.ts';
import { terminalWords } from '../text/terminal.ts';
import { words } from '../text/words.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table } from '../ui/table.tsx';
import { toast } from '../ui/toast.tsx';
import { clockInWords } from './clock-words.ts';
import styles from './devices.module.css';

const AGAIN_MS = 30_000;

/** The devices of one point, as its staff see them; a new one is paired here. */
export function DevicesPage({ point }: { point: string }) {
  return (
    <WaitForViewer kind="staff" signIn="/staff/sign-in">
      {(viewer) => (
        <StaffFrame
          viewer={viewer}
          current="points"
          title={terminalWords().staffPageTitle}
          back={`/staff/points/${point}`}
        >
          <Devices point={point} />
        </StaffFrame>
      )}
    </WaitForViewer>
  );
}

function Devices({ point }: { point: string }) {
  const text = terminalWords();
  const query = useQuery({
    queryKey: ['own', 'terminals', point],
    queryFn: ({ signal }) => call(listTerminals, { params: { id: point }, signal }),
    refetchInterval: AGAIN_MS,
  });
  return (
    <div className={styles.page}>
      {query.isError ? (
        <Failed title={query.error.message} error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <SkeletonRows rows={2} label={words.loadingPage} />
      ) : (
        <>
          <h1 tabIndex={-1}>{text.staffPage(query.data.point.name)}</h1>
          <p className={styles.lead}>{text.staffLead}</p>
          <Pairing point={point} />
          {query.data.terminals.length === 0 ? (
            <Empty title={text.staffNone} />
          ) : (
            <DeviceTable terminals={query.data.terminals} point={point} />
          )}
        </>
      )}
    </div>
  );
}

function Pairing({ point }: { point: string }) {
  const text = terminalWords();
  const [made, setMade] = useState<{ code: string; expiresAt: string } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const make = async () => {
    try {
      setFault(null);
      setMade(await call(makePairing, { params: { id: point }, body: {} }));
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  const path = made && `/terminal/${point}#pair=${made.code}`;
  return (
    <section className={styles.pairing}>
      {made && path && (
        <div className={styles.made}>
          <div>
            <p>{text.codeFor}</p>
            <p className={styles.code}>
              {made.code.slice(0, 4)} {made.code.slice(4)}
            </p>
            <p className={styles.quiet}>{text.codeValid(formatTime(made.expiresAt))}</p>
          </div>
          <div>
            <p>{text.codeScan}</p>
            <QrCode className={styles.qr} text={new URL(path, location.origin).href} label={text.pairField} />
          </div>
        </div>
      )}
      <div className={styles.buttons}>
        <Button kind={made ? 'secondary' : 'primary'} onClick={() => void make()}>
          {made ? text.makeAnother : text.makeCode}
        </Button>
        {path && (
          <LinkButton kind="quiet" href={path} target="_blank" rel="noopener">
            {text.openHere}
          </LinkButton>
        )}
      </div>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </section>
  );
}

function DeviceTable({ terminals, point }: { terminals: readonly Terminal[]; point: string }) {
  const text = terminalWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Terminal | null>(null);
  const nameOf = ({ label, id }: Terminal) => label || text.unnamed(id);
  const revoke = async ({ id }: Terminal) => {
    try {
      await call(revokeTerminal, { params: { id } });
      toast(text.revoked);
    } catch (error) {
      toast((error as Error).message);
    }
    setAsking(null);
    await client.invalidateQueries({ queryKey: ['own', 'terminals', point] });
  };
  const { columns } = text;
  return (
    <>
      <Table
        caption={text.staffPageTitle}
        rows={terminals}
        keyOf={({ id }) => id}
        columns={[
          { id: 'label', head: columns.label, cell: nameOf, names: true },
          {
            id: 'state',
            head: columns.state,
            cell: ({ state }) => (
              <span className={state === 'working' ? styles.good : styles.bad}>{text.states[state]}</span>
            ),
          },
          {
            id: 'beat',
            head: columns.beat,
            cell: ({ lastBeatAt }) => (lastBeatAt ? formatDayTime(lastBeatAt) : text.never),
          },
          { id: 'printer', head: columns.printer, cell: ({ printer }) => text.printers[printer] },
          { id: 'paper', head: columns.paper, cell: ({ paper }) => text.papers[paper] },
          { id: 'clock', head: columns.clock, cell: ({ clockOffSeconds }) => clockInWords(clockOffSeconds) },
          { id: 'version', head: columns.version, cell: ({ version }) => version },
          {
            id: 'actions',
            head: columns.actions,
            actions: true,
            cell: (terminal) => (
              <Button dense kind="quiet" onClick={() => setAsking(terminal)}>
                {text.revoke}
              </Button>
            ),
          },
        ]}
      />
      {asking && (
        <Dialog
          title={text.revoke}
          onClose={() => setAsking(null)}
          foot={
            <div className={styles.buttons}>
              <Button kind="primary" onClick={() => void revoke(asking)}>
                {text.revokeYes}
              </Button>
              <Button onClick={() => setAsking(null)}>{text.cancel}</Button>
            </div>
          }
        >
          <p>{text.revokeAsk(nameOf(asking))}</p>
        </Dialog>
      )}
    </>
  );
}
