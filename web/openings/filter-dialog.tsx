import { useMemo, useState, type ReactNode } from 'react';
import type { OpeningFilter } from '../../api/openings/contract.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { clearConditions, countConditions, type FindState, type Sort } from './filter.ts';
import { FilterSections } from './filter-sections.tsx';
import { useChoices } from './use-facets.ts';

type FilterDialogProps = {
  state: FindState;
  sortOf: (state: FindState) => Sort;
  /** The server's filter for a state, with where the person is. */
  queryOf: (state: FindState) => OpeningFilter;
  near: (draft: FindState, change: (patch: Partial<FindState>) => void) => ReactNode;
  onApply: (state: FindState) => void;
  onNeedPlace: () => void;
  onClose: () => void;
};

const PAUSE_MS = 150;

/** A draft with a live count: nothing changes behind it until the button is pressed. */
export function FilterDialog(props: FilterDialogProps) {
  const { state, sortOf, queryOf, near, onApply, onNeedPlace, onClose } = props;
  const [draft, setDraft] = useState(state);
  // One object per draft: a new one each time would never settle.
  const asked = useMemo(() => queryOf(draft), [queryOf, draft]);
  const filter = useSettled(asked, PAUSE_MS);
  const { choices, total, isFetching } = useChoices(filter);
  const conditions = countConditions(draft);
  const change = (patch: Partial<FindState>) => setDraft((old) => ({ ...old, ...patch }));
  return (
    <Dialog
      full
      title={words.filterTitle}
      onClose={onClose}
      aside={
        conditions > 0 && (
          <Button kind="quiet" dense onClick={() => setDraft(clearConditions(draft))}>
            {words.clearSome(conditions)}
          </Button>
        )
      }
      foot={
        <Button kind="primary" wide working={isFetching} onClick={() => onApply(draft)}>
          {total === undefined ? words.loadingOpenings : words.filterSee(total)}
        </Button>
      }
    >
      <FilterSections
        state={draft}
        change={change}
        choices={choices}
        filter={filter}
        near={near(draft, change)}
        sort={sortOf(draft)}
        onSort={(sort) => {
          change({ sort });
          if (sort === 'distance' && sortOf({ ...draft, sort }) !== 'distance') onNeedPlace();
        }}
      />
    </Dialog>
  );
}
