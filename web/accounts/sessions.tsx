import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endOtherSessions, endSession, listSessions } from '../../api/accounts/contract.ts';
import { call } from '../call.ts';
import { accountsWords, formatWhen } from '../text/accounts.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './accounts.module.css';

const KEY = ['own', 'sessions'];

/** Where the account is signed in, each to be ended by hand, and all others at once. */
export function Sessions() {
  const words = accountsWords();
  const client = useQueryClient();
  const now = useNow();
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(listSessions, { signal }) });
  const settle = {
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
    onError: (error: unknown) => toast(failureSentence(error)),
  };
  const end = useMutation({
    ...settle,
    mutationFn: (id: string) => call(endSession, { params: { id } }),
    onSuccess: () => toast(words.sessionEnded),
  });
  const endOthers = useMutation({
    ...settle,
    mutationFn: () => call(endOtherSessions),
    onSuccess: ({ ended }) => toast(words.othersEnded(ended)),
  });
  if (query.isError)
    return <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={2} label={words.loading} />;
  const { sessions } = query.data;
  return (
    <>
      <ul className={styles.rows}>
        {sessions.map(({ id, device, createdAt, seenAt, isThis }) => (
          <li key={id}>
            <p>
              {device}
              {isThis && <span className={styles.here}>{words.thisDevice}</span>}
              <small>
                {words.sessionSince(formatWhen(createdAt, now))}，{words.sessionSeen(formatWhen(seenAt, now))}
              </small>
            </p>
            {!isThis && (
              <Button
                dense
                working={end.isPending && end.variables === id}
                onClick={() => end.mutate(id)}
                aria-label={`${words.endSession}：${device}`}
              >
                {words.endSession}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button kind="quiet" working={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {words.endOthers}
        </Button>
      )}
    </>
  );
}
