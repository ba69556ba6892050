import { useLocation, useSearch } from 'wouter';
import type { StaffMember } from '../accounts/use-viewer.ts';
import { formatCount } from '../text/numbers.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { usePhone } from '../ui/use-media.ts';
import { staffHome, staffPoint } from './addresses.ts';
import { useTasks } from './data.ts';
import { PointEditor } from './point-editor.tsx';
import { StaffFrame } from './staff-frame.tsx';
import { TaskRow } from './task-row.tsx';
import styles from './tasks.module.css';

/** What is to do today; on a desktop the point of the chosen task stands beside the list. */
export function TasksPage({ viewer }: { viewer: StaffMember }) {
  const words = pointsDeskWords();
  const query = useTasks();
  const phone = usePhone();
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const point = asked.get('point');
  const tab = asked.get('tab');
  const open = (id: string, at: string) =>
    phone ? go(staffPoint(id, at)) : go(`${staffHome}?point=${id}&tab=${at}`, { replace: point !== null });
  const tasks = query.data;
  return (
    <StaffFrame viewer={viewer} title={words.navToday} current="today" wide>
      <div className={styles.page} data-beside={point && !phone ? '' : undefined}>
        <section className={styles.list} aria-label={words.navToday}>
          {query.isError && !tasks && (
            <Failed title={words.tasksFailed} error={query.error} onRetry={() => void query.refetch()} />
          )}
          {!tasks && !query.isError && <SkeletonRows rows={4} label={words.loading} />}
          {tasks && (
            <>
              <header className={styles.head}>
                <h1 tabIndex={-1}>{words.todayTitle(formatCount(tasks.total))}</h1>
                <p>{words.todayLead(formatCount(tasks.doneToday))}</p>
              </header>
              {tasks.total === 0 && (
                <div className={styles.empty}>
                  <Empty title={words.tasksDone}>
                    <p>{words.tasksDoneMore}</p>
                  </Empty>
                </div>
              )}
              <ul className={styles.tasks}>
                {tasks.items.map((task) => {
                  const id = task.subject.servicePointId;
                  return (
                    <TaskRow
                      key={task.id}
                      task={task}
                      isChosen={id !== null && id === point}
                      onOpen={id === null ? null : (at) => open(id, at)}
                    />
                  );
                })}
              </ul>
            </>
          )}
        </section>
        {!phone && (
          <section className={styles.beside}>
            {point ? (
              <PointEditor
                key={point}
                id={point}
                tab={tab}
                viewer={viewer}
                onTab={(next) => go(`${staffHome}?point=${point}&tab=${next}`, { replace: true })}
              />
            ) : (
              <p className={styles.pick}>{words.pickTask}</p>
            )}
          </section>
        )}
      </div>
    </StaffFrame>
  );
}
