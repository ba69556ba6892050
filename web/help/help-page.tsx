import { useEffect, useRef, useState } from 'react';
import type { ServicePointDetail } from '../../api/service-points/contract.ts';
import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { StaffFrame } from '../point-desk/staff-frame.tsx';
import { helpWords } from '../text/help.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { type Asked, useFound, useOwnPoints, usePoint } from './data.ts';
import { Finds } from './finds.tsx';
import styles from './help.module.css';
import { LogHelp } from './log-help.tsx';
import { ThreeQuestions } from './three-questions.tsx';

const POINT_KEY = 'help-point';

/** For the person at the desk who has no account: three questions, slips, one line in the ledger. */
export function HelpPage() {
  const text = helpWords();
  return (
    <WaitForViewer kind="staff" signIn="/staff/sign-in">
      {(viewer) => (
        <StaffFrame viewer={viewer} current="help" title={text.title}>
          <h1 tabIndex={-1} className={styles.title}>
            {text.title}
          </h1>
          <p className={styles.lead}>{text.lead}</p>
          <Desk />
        </StaffFrame>
      )}
    </WaitForViewer>
  );
}

function Desk() {
  const text = helpWords();
  const points = useOwnPoints();
  const [chosen, setChosen] = useState(() => localStorage.getItem(POINT_KEY));
  const id = points.data?.find((point) => point.id === chosen)?.id ?? points.data?.[0]?.id ?? null;
  const point = usePoint(id);
  // How often somebody new sat down: everything of the one before goes.
  const [person, setPerson] = useState(0);
  if (points.isError)
    return <Failed title={text.failed} error={points.error} onRetry={() => void points.refetch()} />;
  if (points.data?.length === 0) return <Empty title={text.noPoints} />;
  if (!points.data || !point.data) return <SkeletonRows rows={3} label={text.title} />;
  const choose = (next: string) => {
    localStorage.setItem(POINT_KEY, next);
    setChosen(next);
    setPerson(person + 1);
  };
  return (
    <>
      {points.data.length > 1 && (
        <Select
          className={styles.point}
          label={text.point}
          value={point.data.id}
          onChange={choose}
          empty={null}
          options={points.data.map(({ id: value, name }) => ({ value, label: name }))}
        />
      )}
      <Person
        key={`${point.data.id}-${person}`}
        point={point.data}
        isFirst={person === 0}
        onNext={() => setPerson(person + 1)}
      />
    </>
  );
}

type PersonProps = { point: ServicePointDetail; isFirst: boolean; onNext: () => void };

/** One person at the desk, from the first question to the line in the ledger. */
function Person({ point, isFirst, onNext }: PersonProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [printed, setPrinted] = useState(0);
  const found = useFound(asked);
  const what = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isFirst) what.current?.focus();
  }, [isFirst]);
  return (
    <div className={styles.columns}>
      <div>
        <ThreeQuestions
          point={point}
          inputRef={what}
          working={found.isFetching}
          found={asked !== null}
          onAsk={setAsked}
          onNext={onNext}
        />
        <Finds point={point} asked={asked} found={found} onPrinted={() => setPrinted(printed + 1)} />
      </div>
      <LogHelp point={point} printed={printed} onNext={onNext} />
    </div>
  );
}
