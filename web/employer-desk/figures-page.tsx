import { Link } from 'wouter';
import type { DeskOpeningItem } from '../../api/opening-desk/contract.ts';
import { statisticKinds, type StatisticKind } from '../../api/opening-statistics/contract.ts';
import { deskWords } from '../text/desk.ts';
import { formatCount } from '../text/numbers.ts';
import { spaced } from '../text/spacing.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { useDeskOpenings, useFigures } from './data.ts';
import styles from './opening-list.module.css';

type FiguresPageProps = { employerId: string; hrefOf: (openingId: string) => string };

/** What came of an employer's openings over four weeks: a sentence first, then each opening. */
export function FiguresPage({ employerId, hrefOf }: FiguresPageProps) {
  const words = deskWords();
  const openings = useDeskOpenings(employerId);
  const figures = useFigures(employerId);
  if (!openings.data && openings.isError)
    return <Failed title={words.failed} error={openings.error} onRetry={() => void openings.refetch()} />;
  if (!openings.data || !figures) return <SkeletonRows rows={3} label={words.loading} />;
  const rows = openings.data.items.filter(({ publishedAt }) => publishedAt !== null);
  const countOf = (id: string, kind: StatisticKind) =>
    figures.openings.find(({ openingId }) => openingId === id)?.[kind] ?? 0;
  const columns: Column<DeskOpeningItem>[] = [
    {
      id: 'title',
      head: words.columns.title,
      names: true,
      cell: ({ id, title }) => (
        <Link href={hrefOf(id)} className={styles.title}>
          {spaced(title)}
        </Link>
      ),
    },
    ...statisticKinds.map((kind): Column<DeskOpeningItem> => ({
      id: kind,
      head: words.columns[kind],
      number: true,
      cell: ({ id }) => formatCount(countOf(id, kind)),
    })),
  ];
  return (
    <>
      <h1 tabIndex={-1}>{words.figures}</h1>
      <p className={styles.sentence}>
        {words.figuresSentence(
          figures.total.seen,
          figures.total.opened,
          figures.total.called,
          figures.total.applied,
        )}
      </p>
      {rows.length === 0 ? (
        <Empty title={words.noneShown}>
          <p>{words.noOpeningsNext}</p>
        </Empty>
      ) : (
        <div className={styles.panel}>
          <Table caption={words.figures} columns={columns} rows={rows} keyOf={({ id }) => id} />
        </div>
      )}
    </>
  );
}
