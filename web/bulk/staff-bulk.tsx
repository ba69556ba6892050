import { Link } from 'wouter';
import { bulkWords } from '../text/bulk.ts';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { BulkPage } from './bulk-page.tsx';
import styles from './bulk.module.css';
import { useBulkUploads } from './data.ts';

type StaffBulkProps = { employerId: string; chooseHref: string };

/** The same page for staff, who send a list in the name of an employer they look after. */
export function StaffBulk({ employerId, chooseHref }: StaffBulkProps) {
  const words = bulkWords();
  const { data, isError, error, refetch } = useBulkUploads(employerId);
  if (data) return <BulkPage employerId={employerId} listHref={null} forEmployer={data.employer.name} />;
  if (!isError) return <SkeletonRows rows={4} label={words.loading} />;
  return (
    <div className={styles.page}>
      <Failed title={words.notYours} error={error} onRetry={() => void refetch()} />
      <p>
        <Link href={chooseHref}>{words.otherEmployer}</Link>
      </p>
    </div>
  );
}
