import { IconCircleCheckFilled, IconMinus, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import {
  answerFreshness,
  type FreshnessAnswer,
  type FreshnessQuestion,
  getFreshnessQuestion,
} from '../../api/freshness/contract.ts';
import { call, CallFailure } from '../call.ts';
import { applicationsWords } from '../text/applications.ts';
import { localTime } from '../text/clock.ts';
import { words as common } from '../text/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { failureSentence } from '../ui/use-form.ts';
import link from '../ui/link.module.css';
import styles from './question.module.css';

type QuestionProps = { token: string; deskHref: string; hrefOfOpening: (code: string) => string };

/** What a link in a message opens: one question, three answers, one tap. */
export function Question({ token, deskHref, hrefOfOpening }: QuestionProps) {
  const words = applicationsWords();
  const client = useQueryClient();
  const key = ['freshness', token];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(getFreshnessQuestion, { params: { token }, signal }),
    retry: false,
  });
  const answer = useMutation({
    mutationFn: (body: { answer: FreshnessAnswer; headcount?: number }) =>
      call(answerFreshness, { params: { token }, body }),
    onSuccess: (told) => client.setQueryData(key, told),
  });
  if (query.error instanceof CallFailure && query.error.kind === 'missing')
    return <Over sentence={query.error.message} deskHref={deskHref} />;
  if (query.isError)
    return <Failed title={words.freshFailedTitle} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={1} label={words.freshTitle} />;
  const { opening, answered } = query.data;
  return (
    <div className={styles.question}>
      <h1 tabIndex={-1}>{words.freshTitle}</h1>
      <p className={styles.title}>{opening.title}</p>
      <p className={styles.lead}>{words.freshOf(opening.employer, opening.headcount)}</p>
      {answered ? (
        <Answered
          question={query.data}
          isFirst={answer.isSuccess}
          deskHref={deskHref}
          href={hrefOfOpening(opening.code)}
        />
      ) : (
        <Answers
          headcount={Math.max(1, opening.headcount)}
          working={answer.isPending ? answer.variables.answer : null}
          failure={answer.isError ? failureSentence(answer.error) : null}
          onAnswer={answer.mutate}
        />
      )}
    </div>
  );
}

function Over({ sentence, deskHref }: { sentence: string; deskHref: string }) {
  const words = applicationsWords();
  return (
    <div className={styles.question}>
      <h1 tabIndex={-1}>{words.freshFailedTitle}</h1>
      <p className={styles.lead}>{sentence}</p>
      <Link href={deskHref} className={link.link}>
        {words.freshDesk}
      </Link>
    </div>
  );
}

type AnswersProps = {
  headcount: number;
  working: FreshnessAnswer | null;
  failure: string | null;
  onAnswer: (body: { answer: FreshnessAnswer; headcount?: number }) => void;
};

function Answers({ headcount: first, working, failure, onAnswer }: AnswersProps) {
  const words = applicationsWords();
  const [headcount, setHeadcount] = useState(first);
  return (
    <div className={styles.answers}>
      <p className={styles.note}>{words.freshLead}</p>
      <Button
        kind="primary"
        wide
        working={working === 'hiring'}
        onClick={() => onAnswer({ answer: 'hiring', headcount })}
      >
        {words.freshHiring(headcount)}
      </Button>
      <div className={styles.count} role="group" aria-label={words.freshHeadcount}>
        <span>{words.freshHeadcount}</span>
        <IconButton label={words.freshFewer} onClick={() => setHeadcount(Math.max(1, headcount - 1))}>
          <IconMinus size="1.25rem" stroke={1.75} aria-hidden="true" />
        </IconButton>
        <output>{headcount}</output>
        <IconButton label={words.freshMore} onClick={() => setHeadcount(Math.min(9999, headcount + 1))}>
          <IconPlus size="1.25rem" stroke={1.75} aria-hidden="true" />
        </IconButton>
      </div>
      <Button wide working={working === 'full'} onClick={() => onAnswer({ answer: 'full' })}>
        {words.freshFull}
      </Button>
      <Button wide working={working === 'pause'} onClick={() => onAnswer({ answer: 'pause' })}>
        {words.freshPause}
      </Button>
      {failure && (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}

type AnsweredProps = { question: FreshnessQuestion; isFirst: boolean; deskHref: string; href: string };

function Answered({ question, isFirst, deskHref, href }: AnsweredProps) {
  const words = applicationsWords();
  const { opening, answered } = question;
  const isShown = opening.status === 'published';
  const until = opening.expiresAt && localTime(opening.expiresAt);
  return (
    <div className={styles.answers}>
      <p className={styles.done} role="status">
        <IconCircleCheckFilled size="1.5rem" aria-hidden="true" />
        <span>
          {words.freshDone[answered!.answer]}
          {isShown && until && `${words.freshUntil(common.monthDay(until.month, until.day))}。`}
        </span>
      </p>
      <p className={styles.note}>{isFirst ? words.freshLater : words.freshAlready}</p>
      <p className={styles.links}>
        {isShown && (
          <Link href={href} className={link.link}>
            {words.freshSee}
          </Link>
        )}
        <Link href={deskHref} className={link.link}>
          {words.freshDesk}
        </Link>
      </p>
    </div>
  );
}
