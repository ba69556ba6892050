import { useState } from 'react';
import { answerMistake, type Mistake } from '../../api/point-desk/contract.ts';
import { formatCount } from '../text/numbers.ts';
import { formatPhone, telHref } from '../text/phone.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useDeed } from './data.ts';
import { momentText } from './dates.ts';
import styles from './point-desk.module.css';

/** What visitors found wrong, each with what came of it. */
export function Mistakes({ mistakes }: { mistakes: readonly Mistake[] }) {
  const words = pointsDeskWords();
  if (mistakes.length === 0) return null;
  return (
    <section className={styles.mistakes} aria-label={words.mistakesTitle(formatCount(mistakes.length))}>
      {mistakes.map((mistake) => (
        <OneMistake key={mistake.id} mistake={mistake} />
      ))}
    </section>
  );
}

function OneMistake({ mistake }: { mistake: Mistake }) {
  const words = pointsDeskWords();
  const [answer, setAnswer] = useState('');
  const deed = useDeed(answerMistake, () => toast(words.mistakeAnswered));
  const say = (outcome: 'mended' | 'right-as-it-is' | 'not-understood') => () =>
    deed.mutate({ params: { id: mistake.id }, body: { outcome, answer } });
  return (
    <article className={styles.mistake}>
      <p className={styles.due}>
        {words.taskKinds['mistake-report']}
        <span>{momentText(mistake.reportedAt)}</span>
      </p>
      <p>
        <b>{words.mistakeSaid(words.mistakeAbout[mistake.about], mistake.text)}</b>
      </p>
      {mistake.phone && (
        <p>
          <a href={telHref(mistake.phone)}>{words.mistakeCallBack(formatPhone(mistake.phone))}</a>
        </p>
      )}
      <div className={styles.reply}>
        <TextInput
          label={words.answer}
          hint={words.mistakeAnswerHint}
          maxLength={300}
          value={answer}
          onChange={setAnswer}
        />
        <div className={styles.buttons}>
          <Button dense onClick={say('mended')} working={deed.isPending}>
            {words.mistakeMended}
          </Button>
          <Button dense onClick={say('right-as-it-is')}>
            {words.mistakeRight}
          </Button>
          <Button dense onClick={say('not-understood')}>
            {words.mistakeNotUnderstood}
          </Button>
        </div>
      </div>
      {deed.isError && <p className={styles.fault}>{deed.error.message}</p>}
    </article>
  );
}
