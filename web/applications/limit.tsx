import { applicationsWords } from '../text/applications.ts';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import { useLimit, type Inbox } from './data.ts';
import styles from './inbox.module.css';

const choices = [3, 5, 10, 20, 50];

/** So many open messages are enough: the opening pauses by itself. Saved by choosing. */
export function Limit({ opening }: { opening: Inbox['openings'][number] }) {
  const words = applicationsWords();
  const save = useLimit();
  const limit = save.isPending ? save.variables.limit : opening.limit;
  const all = limit === null || choices.includes(limit) ? choices : [...choices, limit].sort((a, b) => a - b);
  const choose = (value: string) =>
    save.mutate(
      { openingId: opening.id, limit: value === 'none' ? null : Number(value) },
      {
        onSuccess: (saved) =>
          toast(
            saved.status === 'paused' && opening.status === 'published'
              ? words.limitPaused
              : words.limitSaved,
          ),
        onError: (error) => toast(failureSentence(error)),
      },
    );
  return (
    <div className={styles.limit}>
      <Select
        label={words.limitLabel}
        value={limit === null ? 'none' : String(limit)}
        empty={null}
        options={[
          { value: 'none', label: words.limitNone },
          ...all.map((count) => ({ value: String(count), label: words.limitOf(count) })),
        ]}
        note={words.limitNow(opening.open)}
        onChange={choose}
      />
    </div>
  );
}
