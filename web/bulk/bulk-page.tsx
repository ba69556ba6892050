import { useLocation, useSearch } from 'wouter';
import { bulkWords } from '../text/bulk.ts';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useBulkUpload } from './data.ts';
import styles from './bulk.module.css';
import { CheckedList } from './checked-list.tsx';
import { DoneList } from './done-list.tsx';
import { SendList } from './send-list.tsx';

export type BulkPageProps = {
  employerId: string;
  /** Where the openings are afterwards; null where staff have sent them for somebody. */
  listHref: string | null;
  /** The employer in whose name staff send. */
  forEmployer?: string;
};

/**
 * Many openings from one list: sent, looked through, handed in. Which list it is stands in the address, so that leaving and
 * coming back finds it.
 */
export function BulkPage({ employerId, listHref, forEmployer }: BulkPageProps) {
  const words = bulkWords();
  const [path, navigate] = useLocation();
  const id = new URLSearchParams(useSearch()).get('list');
  const open = (listId: string | null) =>
    navigate(listId ? `${path}?list=${encodeURIComponent(listId)}` : path);
  return (
    <div className={styles.page}>
      <div>
        <h1 tabIndex={-1}>{words.title}</h1>
        {forEmployer && <p className={styles.lead}>{words.forEmployer(forEmployer)}</p>}
      </div>
      {id ? (
        <OneList {...{ id, employerId, listHref, forEmployer }} onAnother={() => open(null)} />
      ) : (
        <SendList employerId={employerId} onOpen={open} />
      )}
    </div>
  );
}

export type OneListProps = BulkPageProps & { id: string; onAnother: () => void };

function OneList(props: OneListProps) {
  const words = bulkWords();
  const { data, isError, error, refetch } = useBulkUpload(props.id);
  if (!data && isError) return <Failed title={words.failed} error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} label={words.loading} />;
  return data.state === 'checked' ? (
    <CheckedList upload={data} {...props} />
  ) : (
    <DoneList upload={data} {...props} />
  );
}
