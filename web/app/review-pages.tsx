import { IconBuildingStore, IconFileText, IconHistory, IconUserQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { accountOf, useSignOut, type StaffMember } from '../accounts/use-viewer.ts';
import { WaitForViewer } from '../accounts/wait-for-viewer.tsx';
import { useDivisions } from '../near/divisions.ts';
import { useReview, useReviews, type Queue, type ReviewItem } from '../reviews/data.ts';
import { ReviewDetail } from '../reviews/review-detail.tsx';
import { ReviewList } from '../reviews/review-list.tsx';
import styles from '../reviews/review.module.css';
import { accountsWords } from '../text/accounts.ts';
import { reviewsWords } from '../text/reviews.ts';
import { DeskFrame } from '../ui/desk-frame.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { usePhone } from '../ui/use-media.ts';
import { failureSentence } from '../ui/use-form.ts';
import { urls } from './urls.ts';

const queues = {
  openings: { state: 'waiting', kind: 'opening' },
  employers: { state: 'waiting', kind: 'employer' },
  claims: { state: 'waiting', kind: 'claim' },
  decided: { state: 'decided' },
} as const satisfies Record<string, Queue>;
type QueueName = keyof typeof queues;

const isQueue = (name: string): name is QueueName => name in queues;
const queueHref = (name: QueueName) => `/review/${name}`;
const reviewHref = (name: QueueName, id: string) => `/review/${name}/${encodeURIComponent(id)}`;
const reviewing = ['reviewer', 'county-manager', 'city-administrator'];

/** The reviewer's desk: every address under /review. */
export function ReviewPages() {
  return (
    <WaitForViewer kind="staff" signIn={urls.staffSignIn()}>
      {(viewer) =>
        viewer.roles.some((role) => reviewing.includes(role)) ? (
          <Switch>
            <Route path="/review/:queue/:id?">
              {({ queue, id }) =>
                isQueue(queue) ? (
                  <Desk viewer={viewer} queue={queue} id={id ?? null} />
                ) : (
                  <Redirect replace to={queueHref('openings')} />
                )
              }
            </Route>
            <Route>
              <Redirect replace to={queueHref('openings')} />
            </Route>
          </Switch>
        ) : (
          <p>{reviewsWords().notReviewer}</p>
        )
      }
    </WaitForViewer>
  );
}

const ICON = { size: '1.25rem', stroke: 1.75, 'aria-hidden': true } as const;
const PAGE_SIZE = 30;

function Desk({ viewer, queue, id }: { viewer: StaffMember; queue: QueueName; id: string | null }) {
  const words = reviewsWords();
  const phone = usePhone();
  const [, navigate] = useLocation();
  const [pageSize, setPageSize] = useState(PAGE_SIZE);
  const reviews = useReviews(queues[queue], pageSize);
  const signOut = useSignOut();
  const divisions = useDivisions() ?? [];
  const counts = reviews.data?.counts;
  const items = reviews.data?.items ?? [];
  const nameOf = (code: string) => divisions.find((division) => division.code === code)?.name ?? code;
  const sections = [
    { id: 'openings', label: words.openings, icon: <IconFileText {...ICON} />, count: counts?.opening },
    {
      id: 'employers',
      label: words.employers,
      icon: <IconBuildingStore {...ICON} />,
      count: counts?.employer,
    },
    { id: 'claims', label: words.claims, icon: <IconUserQuestion {...ICON} />, count: counts?.claim },
    { id: 'decided', label: words.decided, icon: <IconHistory {...ICON} /> },
  ].map((section) => ({
    ...section,
    href: queueHref(section.id as QueueName),
    // The decided queue's reply counts what was decided.
    count: queue === 'decided' ? undefined : section.count,
  }));
  const goOn = () => {
    const next = nextOf(items, id);
    navigate(next ? reviewHref(queue, next.id) : queueHref(queue), { replace: true });
  };
  const list = reviews.data ? (
    <ReviewList
      items={items}
      total={reviews.data.total}
      chosen={id}
      decided={queue === 'decided'}
      hrefOf={(reviewId) => reviewHref(queue, reviewId)}
      onMore={() => setPageSize((size) => Math.min(100, size + PAGE_SIZE))}
    />
  ) : reviews.isError ? (
    <Failed title={words.failed} error={reviews.error} onRetry={() => void reviews.refetch()} />
  ) : (
    <SkeletonRows rows={4} label={words.loading} />
  );
  const HeadingOfQueue = id === null ? 'h1' : 'h2';
  return (
    <DeskFrame
      key={`${queue}/${id ?? ''}`}
      wide
      look="side"
      title={words[queue]}
      role={words.role}
      home={urls.find()}
      sections={sections}
      current={queue}
      back={id === null ? undefined : queueHref(queue)}
      sideNote={
        viewer.divisions.length > 0 &&
        words.yourAreas(
          viewer.divisions.map((code) => (code === '3210' ? '扬州全市' : nameOf(code))).join('、'),
        )
      }
      account={{
        name: viewer.name,
        items: [
          { label: words.staffDesk, href: '/staff' },
          { label: words.mine, href: urls.me() },
          {
            label: accountsWords().signOut,
            onPress: () =>
              void signOut().then(
                () => navigate(urls.find()),
                (error: unknown) => toast(failureSentence(error)),
              ),
          },
        ],
      }}
    >
      <div className={styles.desk}>
        {(!phone || id === null) && (
          <section className={styles.queue} aria-label={words[queue]}>
            <div className={styles.queueHead}>
              <HeadingOfQueue tabIndex={-1}>{words[queue]}</HeadingOfQueue>
              {queue !== 'decided' && reviews.data && (
                <p className={styles.quiet}>{words.waiting(reviews.data.total)}</p>
              )}
            </div>
            {list}
          </section>
        )}
        {id !== null ? (
          <OneReview key={id} id={id} account={accountOf(viewer)} onDecided={goOn} />
        ) : (
          !phone && items.length > 0 && <p className={styles.choose}>{words.choose}</p>
        )}
      </div>
    </DeskFrame>
  );
}

/** The one below, else the one above; null when nothing is left. */
function nextOf(items: readonly ReviewItem[], id: string | null): ReviewItem | null {
  const at = items.findIndex((item) => item.id === id);
  return items[at + 1] ?? items[at - 1] ?? null;
}

type OneReviewProps = { id: string; account: string; onDecided: () => void };

function OneReview({ id, account, onDecided }: OneReviewProps) {
  const words = reviewsWords();
  const { data, isError, error, refetch } = useReview(id);
  if (!data && isError) return <Failed title={words.failed} error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} label={words.loading} />;
  return <ReviewDetail review={data} account={account} publicHrefOf={urls.opening} onDecided={onDecided} />;
}
