import { useState } from 'react';
import type { ApplicationState, InboxApplication } from '../../api/applications/contract.ts';
import { applicationsWords } from '../text/applications.ts';
import { formatCount } from '../text/numbers.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';
import { useInbox, type Inbox as InboxReply } from './data.ts';
import { InboxItem } from './inbox-item.tsx';
import { Limit } from './limit.tsx';
import styles from './inbox.module.css';
import { MoveDialog, type Asked } from './move-dialog.tsx';

const PAGE = 20;
/** The longest list the server gives at once. */
const MOST = 50;

/** States that are worth a filter, those to act on first. */
const filters: readonly ApplicationState[] = ['new', 'contacted', 'interview', 'hired', 'unsuitable'];

/** The messages of one employer, for whoever belongs to it. */
export function Inbox({ employerId }: { employerId: string }) {
  const words = applicationsWords();
  const [openingId, setOpeningId] = useState<string | null>(null);
  const [state, setState] = useState<ApplicationState | null>(null);
  const [size, setSize] = useState(PAGE);
  const [asked, setAsked] = useState<Asked | null>(null);
  const query = useInbox(employerId, { openingId, state }, size);
  const now = useNow();
  if (query.isError && !query.data)
    return <Failed title={words.inboxFailed} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={3} label={words.inboxTitle} />;
  const { items, counts, openings, total } = query.data;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const opening = openings.find(({ id }) => id === openingId) ?? null;
  if (all === 0 && openingId === null) return <Nothing />;
  return (
    <div className={styles.inbox}>
      <div className={styles.tools}>
        {openings.length > 1 && <OpeningChoice {...{ openings, openingId, setOpeningId }} />}
        <div className={styles.chips} role="group" aria-label={words.inboxTitle}>
          <Chip on={state === null} count={all} onClick={() => setState(null)}>
            {words.inboxAll}
          </Chip>
          {filters.map((name) => (
            <Chip key={name} on={state === name} count={counts[name]} onClick={() => setState(name)}>
              {words.inboxStates[name]}
            </Chip>
          ))}
        </div>
      </div>
      {(opening ?? (openings.length === 1 ? openings[0] : null)) && (
        <Limit key={(opening ?? openings[0]!).id} opening={opening ?? openings[0]!} />
      )}
      {items.length === 0 ? (
        <Empty title={words.inboxEmptyState} />
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item.id}>
              <InboxItem item={item} now={now} onAsk={(to) => setAsked(askedOf(item, to, openings))} />
            </li>
          ))}
        </ul>
      )}
      {items.length < Math.min(total, MOST) && (
        <Button wide working={query.isFetching} onClick={() => setSize(Math.min(size + PAGE, MOST))}>
          {words.inboxMore}
        </Button>
      )}
      {asked && <MoveDialog asked={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

const askedOf = (item: InboxApplication, to: Asked['to'], openings: InboxReply['openings']): Asked => ({
  item,
  to,
  headcount: openings.find(({ id }) => id === item.openingId)?.headcount ?? 1,
});

function Nothing() {
  const words = applicationsWords();
  return (
    <Empty title={words.inboxEmpty}>
      <p>{words.inboxEmptyNext}</p>
    </Empty>
  );
}

type OpeningChoiceProps = {
  openings: InboxReply['openings'];
  openingId: string | null;
  setOpeningId: (id: string | null) => void;
};

function OpeningChoice({ openings, openingId, setOpeningId }: OpeningChoiceProps) {
  const words = applicationsWords();
  const options = openings.map(({ id, title, open }) => ({
    value: id,
    label: `${title}（${formatCount(open)}）`,
  }));
  return (
    <Select
      label={words.inboxOpening}
      value={openingId ?? 'all'}
      empty={null}
      options={[{ value: 'all', label: words.inboxEveryOpening }, ...options]}
      onChange={(id) => setOpeningId(id === 'all' ? null : id)}
    />
  );
}
