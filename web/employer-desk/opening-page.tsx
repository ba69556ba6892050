import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { DeskEmployer } from '../../api/employers/contract.ts';
import type { DeskOpening, OpeningAction } from '../../api/opening-desk/contract.ts';
import { formatWhen } from '../text/accounts.ts';
import { deskWords } from '../text/desk.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { formatPhone } from '../text/phone.ts';
import { spaced } from '../text/spacing.ts';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import { useNow } from '../ui/use-now.ts';
import { Confirm } from './confirm.tsx';
import styles from './opening-page.module.css';
import { CloseDialog, EndDialog, FillDialog, PauseDialog } from './opening-dialogs.tsx';
import { StatusLine } from './opening-list.tsx';
import { CardPreview } from './opening-preview.tsx';
import { ReviewWords } from './review-words.tsx';
import { useOpeningActs } from './use-opening-acts.ts';

type OpeningPageProps = {
  employer: DeskEmployer;
  opening: DeskOpening;
  editHref: string;
  publicHref: string;
  /** A4 to print; null where there is none yet. */
  posterHref: string | null;
  listHref: string;
  hrefOf: (openingId: string) => string;
  /** Applications and figures of this opening; the page gives them. */
  children?: ReactNode;
};

type Open = 'pause' | 'extend' | 'relist' | 'fill' | 'close' | 'discard' | null;

/** One opening after it was handed in: where it stands, what can be done now, and what happened. */
export function OpeningPage(props: OpeningPageProps) {
  const { employer, opening, editHref, publicHref, posterHref, listHref, hrefOf, children } = props;
  const words = deskOpeningWords();
  const now = useNow();
  const [, navigate] = useLocation();
  const acts = useOpeningActs();
  const [open, setOpen] = useState<Open>(null);
  const [working, setWorking] = useState<OpeningAction | null>(null);
  const may = (action: OpeningAction) => opening.may.includes(action);
  const act = async (action: OpeningAction, work: () => Promise<unknown>, said: string) => {
    setWorking(action);
    try {
      await work();
      setOpen(null);
      toast(said);
    } catch (error) {
      toast(failureSentence(error));
    } finally {
      setWorking(null);
    }
  };
  const isLive = ['published', 'paused', 'scheduled', 'hidden'].includes(opening.status);
  const isDraft = opening.status === 'draft';
  const shown = opening.standing ?? opening.form;
  const dialogs: Record<Exclude<Open, null>, ReactNode> = {
    pause: (
      <PauseDialog
        onClose={() => setOpen(null)}
        onSend={(why) => act('pause', () => acts.pause(opening, why), words.paused)}
      />
    ),
    extend: (
      <EndDialog
        title={words.extendTitle}
        button={words.extend}
        onClose={() => setOpen(null)}
        onSend={(day) => act('extend', () => acts.extend(opening, day), words.extended(day))}
      />
    ),
    relist: (
      <EndDialog
        title={words.relistTitle}
        button={words.relist}
        onClose={() => setOpen(null)}
        onSend={(day) => act('relist', () => acts.relist(opening, day), words.relisted)}
      />
    ),
    fill: (
      <FillDialog
        left={opening.headcount ?? 1}
        onClose={() => setOpen(null)}
        onSend={(count) => act('fill', () => acts.fill(opening, count), words.filled)}
      />
    ),
    close: (
      <CloseDialog
        onClose={() => setOpen(null)}
        onSend={(outcome, why) => act('close', () => acts.close(opening, outcome, why), words.closed)}
      />
    ),
    discard: (
      <Confirm
        deed={isDraft ? words.discard : words.discardChanges}
        onNo={() => setOpen(null)}
        onYes={() =>
          act(
            'discard',
            async () => {
              const left = await acts.discard(opening);
              if (!left || left.status === 'closed') navigate(listHref);
            },
            words.discarded,
          )
        }
      >
        <p>{words.discardLead}</p>
      </Confirm>
    ),
  };
  return (
    <div className={styles.columns}>
      <div>
        <h1 tabIndex={-1}>{spaced(opening.title) || deskWords().untitled}</h1>
        <p className={styles.state}>
          <StatusLine opening={opening} now={now} />
        </p>
        <ReviewWords opening={opening} />
        <p className={styles.buttons}>
          {may('confirm') && (
            <Button
              kind="primary"
              working={working === 'confirm'}
              onClick={() => void act('confirm', () => acts.confirm(opening), words.confirmed)}
            >
              {words.confirm}
            </Button>
          )}
          {may('resume') && !may('confirm') && (
            <Button
              kind="primary"
              working={working === 'resume'}
              onClick={() => void act('resume', () => acts.resume(opening), words.resumed)}
            >
              {words.resume}
            </Button>
          )}
          {may('relist') && !may('confirm') && (
            <Button kind="primary" onClick={() => setOpen('relist')}>
              {words.relist}
            </Button>
          )}
          {may('save') && (
            <Button
              kind={isDraft || opening.status === 'returned' ? 'primary' : 'secondary'}
              onClick={() => navigate(editHref)}
            >
              {isDraft || opening.status === 'returned' || opening.hasChanges
                ? words.goOnEditing
                : words.edit}
            </Button>
          )}
          {may('fill') && <Button onClick={() => setOpen('fill')}>{words.fill}</Button>}
          {may('pause') && <Button onClick={() => setOpen('pause')}>{words.pause}</Button>}
          {may('extend') && <Button onClick={() => setOpen('extend')}>{words.extend}</Button>}
          {may('recall') && (
            <Button
              working={working === 'recall'}
              onClick={() => void act('recall', () => acts.recall(opening), words.recalled)}
            >
              {words.recall}
            </Button>
          )}
          {may('close') && <Button onClick={() => setOpen('close')}>{words.close}</Button>}
          {may('copy') && (
            <Button
              kind="quiet"
              working={working === 'copy'}
              onClick={() =>
                void act(
                  'copy',
                  async () => navigate(`${hrefOf((await acts.copy(opening)).id)}/edit`),
                  words.copied,
                )
              }
            >
              {words.copy}
            </Button>
          )}
          {may('discard') && (
            <Button kind="quiet" onClick={() => setOpen('discard')}>
              {isDraft ? words.discard : words.discardChanges}
            </Button>
          )}
        </p>
        {children}
        <section className={styles.section}>
          <h2>{words.written}</h2>
          <dl className={styles.text}>
            {(
              [
                [words.duties, shown.duties],
                [words.requirements, shown.requirements],
                [deskWords().place, shown.address],
                [
                  words.contact,
                  [shown.contactName, formatPhone(shown.contactPhone)].filter(Boolean).join('，'),
                ],
              ] as const
            ).map(
              ([label, value]) =>
                value && (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
        </section>
        <section className={styles.section}>
          <h2>{words.history}</h2>
          <ol className={styles.history}>
            {opening.events.toReversed().map((event, index) => (
              <li key={index}>
                <time dateTime={event.at}>{formatWhen(event.at, now)}</time>
                <p>
                  {words.actions[event.action] ?? event.action}
                  <small>
                    {event.who}
                    {event.why && `：${event.why}`}
                  </small>
                </p>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <aside className={styles.aside}>
        <h2>{words.preview}</h2>
        <CardPreview form={shown} employer={employer} />
        <dl className={styles.facts}>
          <div>
            <dt>{words.code}</dt>
            <dd>{opening.code}</dd>
          </div>
        </dl>
        <p className={styles.links}>
          {isLive && <Link href={publicHref}>{words.see}</Link>}
          {isLive && posterHref && <a href={posterHref}>{words.poster}</a>}
        </p>
      </aside>
      {open && dialogs[open]}
    </div>
  );
}
