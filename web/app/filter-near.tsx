import { useQueries } from '@tanstack/react-query';
import { ModeSwitch } from '../near/mode-switch.tsx';
import { reachMetres, type Mode } from '../near/reach.ts';
import { countQuery } from '../openings/data.ts';
import type { FindState } from '../openings/filter.ts';
import { Section } from '../openings/filter-sections.tsx';
import sectionStyles from './filter-near.module.css';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import type { Find } from './use-find.ts';

type FilterNearProps = {
  find: Find;
  draft: FindState;
  change: (patch: Partial<FindState>) => void;
  onChoosePlace: () => void;
};

const modes: Mode[] = ['walk', 'ebike', 'bus'];

/** How far, with what each mode would give. Without a start it asks for one first. */
export function FilterNear({ find, draft, change, onChoosePlace }: FilterNearProps) {
  const { origin, queryOf } = find;
  const filter = queryOf(draft);
  const asked = [...modes, null].map((mode) => ({
    ...filter,
    area: mode ? undefined : filter.area,
    withinMetres: mode ? reachMetres(mode) : undefined,
  }));
  const counts = useQueries({
    queries: asked.map((query) => ({ ...countQuery(query), enabled: origin !== null })),
  }).map(({ data }) => data?.total);
  if (!origin)
    return (
      <Section title={words.filterFar}>
        <p className={sectionStyles.hint}>{words.filterFarHint}</p>
        <Button wide onClick={onChoosePlace}>
          {words.chooseStart}
        </Button>
      </Section>
    );
  const name = origin.kind === 'me' ? words.you : origin.name;
  return (
    <Section>
      <h3>
        {words.filterFarFrom(name)} <span className={sectionStyles.hint}>{words.filterFifteen}</span>
      </h3>
      <ModeSwitch
        withAny
        mode={draft.mode}
        counts={{ walk: counts[0], ebike: counts[1], bus: counts[2], any: counts[3] }}
        onMode={(mode) => change({ mode, withinMetres: null, ...(mode && { area: null }) })}
      />
    </Section>
  );
}
