import { useQuery } from '@tanstack/react-query';
import { IconCopy } from '@tabler/icons-react';
import { listInbox } from '../../api/accounts/contract.ts';
import { call, CallFailure } from '../call.ts';
import { accountsWords, formatWhen } from '../text/accounts.ts';
import { formatPhone } from '../text/phone.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './accounts.module.css';

const EVERY_MS = 3000;

/** What the demo would have sent, newest first; looks again every three seconds. */
export function Inbox() {
  const words = accountsWords();
  const now = useNow();
  const query = useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => call(listInbox, { signal }),
    refetchInterval: ({ state }) => (state.error ? false : EVERY_MS),
  });
  if (query.error instanceof CallFailure && query.error.kind === 'missing')
    return <p className={styles.lead}>{words.inboxMissing}</p>;
  if (query.isError)
    return <Failed title={words.inboxTitle} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={3} label={words.loading} />;
  const { messages } = query.data;
  return (
    <>
      <p className={styles.lead}>{words.inboxLead}</p>
      {messages.length === 0 ? (
        <Empty title={words.inboxEmpty}>
          <p>{words.inboxEmptyNext}</p>
        </Empty>
      ) : (
        <ul className={styles.messages}>
          {messages.map(({ id, channel, recipient, text, at }) => (
            <li key={id} className={styles.message}>
              <p className={styles.quiet}>
                {words.channels[channel]} {formatPhone(recipient)}，{formatWhen(at, now)}
              </p>
              <p>{linked(text)}</p>
              <CopyCode text={text} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Addresses of this site in a message can be pressed, as on a telephone. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s，。]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

function CopyCode({ text }: { text: string }) {
  const words = accountsWords();
  const code = /^验证码 (\d{6})/.exec(text)?.[1];
  if (!code) return null;
  return (
    <p className={styles.buttons}>
      <Button
        dense
        icon={<IconCopy size="1.25rem" stroke={1.75} aria-hidden="true" />}
        onClick={() => void navigator.clipboard?.writeText(code).then(() => toast(words.codeCopied(code)))}
      >
        {words.copyCode(code)}
      </Button>
    </p>
  );
}
