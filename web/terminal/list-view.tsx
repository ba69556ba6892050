import { terminalWords } from '../text/terminal.ts';
import { formatCount } from '../text/numbers.ts';
import { rowProps } from './home-view.tsx';
import { OpeningRows } from './opening-list.tsx';
import type { Show } from './view.ts';
import { ViewTitle } from './view-title.tsx';

const AT_A_TIME = 12;

/** One kind of work, or everything, nearest first. */
export function ListView({ show, occupation }: { show: Show; occupation: string | null }) {
  const text = terminalWords();
  const openings =
    occupation === null ? show.openings : show.openings.filter((one) => one.occupation === occupation);
  const count = formatCount(openings.length);
  return (
    <>
      <ViewTitle
        title={occupation ?? text.all(count)}
        aside={occupation === null ? undefined : text.count(count)}
        onBack={() => show.go({ kind: 'home' })}
      />
      <OpeningRows openings={openings} atATime={AT_A_TIME} {...rowProps(show)} />
    </>
  );
}
