import { IconPhone } from '@tabler/icons-react';
import { answerByPhone } from '../../api/point-desk/contract.ts';
import { endTaskByHand, type Task } from '../../api/tasks/contract.ts';
import { formatPhone, telHref } from '../text/phone.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { useConfirmPoint, useDeed } from './data.ts';
import { daysSince, dayText, momentText } from './dates.ts';
import styles from './tasks.module.css';

type TaskRowProps = {
  task: Task;
  isChosen: boolean;
  /** Opens the point of the task, at the tab it is about. */
  onOpen: ((tab: string) => void) | null;
};

const urgent: readonly Task['kind'][] = ['mistake-report', 'asked-for-money', 'terminal-broken'];

/** One thing to do, with the buttons that end it. */
export function TaskRow({ task, isChosen, onOpen }: TaskRowProps) {
  const words = pointsDeskWords();
  const days = daysSince(task.dueAt);
  const due =
    days > 0
      ? words.overdueDays(String(days))
      : days === 0
        ? momentText(task.dueAt)
        : words.dueOn(dayText(task.dueAt));
  const isRed = urgent.includes(task.kind);
  return (
    <li className={isChosen ? styles.chosen : undefined} data-task={task.kind}>
      <p className={isRed ? styles.urgent : styles.kind}>
        {words.taskKinds[task.kind]}
        <span>{due}</span>
      </p>
      <h2>{task.title || task.division.name}</h2>
      {task.note && <p className={styles.note}>{task.note}</p>}
      {task.telephone && (
        <p className={styles.note}>
          <a href={telHref(task.telephone)}>
            <IconPhone size="1rem" stroke={1.75} aria-hidden="true" />
            {formatPhone(task.telephone)}
          </a>
        </p>
      )}
      <Deeds task={task} onOpen={onOpen} />
    </li>
  );
}

function Deeds({ task, onOpen }: Pick<TaskRowProps, 'task' | 'onOpen'>) {
  const words = pointsDeskWords();
  const { openingId, servicePointId } = task.subject;
  const confirm = useConfirmPoint(() => toast(words.confirmedToast));
  const end = useDeed(endTaskByHand, () => toast(words.endedToast));
  const phone = useDeed(answerByPhone, () => toast(words.endedToast));
  const failed = [confirm, end, phone].find((deed) => deed.isError)?.error;
  const heard = (what: 'hiring' | 'full' | 'no-answer') => () =>
    phone.mutate({ params: { id: openingId ?? '' }, body: { heard: what } });
  const looked = () => end.mutate({ params: { id: task.id }, body: { outcome: words.lookedOutcome } });
  return (
    <>
      <div className={styles.deeds}>
        {task.kind === 'overdue-point' && servicePointId && (
          <Button
            dense
            working={confirm.isPending}
            onClick={() => confirm.mutate({ params: { id: servicePointId } })}
          >
            {words.stillRight}
          </Button>
        )}
        {onOpen && (
          <Button dense onClick={() => onOpen(task.kind === 'overdue-point' ? 'basics' : 'hours')}>
            {task.kind === 'mistake-report' ? words.answer : words.goChange}
          </Button>
        )}
        {openingId && (task.kind === 'fading-opening' || task.kind === 'nobody-answers') && (
          <>
            <Button dense working={phone.isPending} onClick={heard('hiring')}>
              {words.stillHiring}
            </Button>
            <Button dense onClick={heard('full')}>
              {words.isFull}
            </Button>
            <Button dense onClick={heard('no-answer')}>
              {words.noAnswer}
            </Button>
          </>
        )}
        {!['overdue-point', 'mistake-report', 'fading-opening'].includes(task.kind) && (
          <Button dense working={end.isPending} onClick={looked}>
            {words.looked}
          </Button>
        )}
      </div>
      {failed && (
        <p className={styles.failed} role="alert">
          {failed.message}
        </p>
      )}
    </>
  );
}
