import type { Suggestion } from '../../api/search/contract.ts';
import type { FindState } from '../openings/filter.ts';
import { SearchField } from '../search/search-field.tsx';
import { words } from '../text/words.ts';

type FindSearchProps = {
  state: FindState;
  bordered?: boolean;
  elder?: boolean;
  logo?: boolean;
  onChange: (patch: Partial<FindState>) => void;
};

/** What a picked suggestion asks for: the very condition whose count stood beside it. */
export function patchOf(suggestion: Suggestion): Partial<FindState> {
  const none = { q: null, literal: false, occupation: null, spot: null, view: null };
  switch (suggestion.filter) {
    case 'occupation':
      return { ...none, occupation: suggestion.value };
    case 'district':
      return { ...none, area: null, district: suggestion.value, town: null };
    case 'town':
      return {
        ...none,
        area: null,
        district: suggestion.value.slice(0, 6),
        town: suggestion.value,
      };
    case 'q':
      return { ...none, q: suggestion.value };
  }
}

/** The search of openings: words, or one of the suggestions. */
export function FindSearch({ state, bordered, elder, logo, onChange }: FindSearchProps) {
  return (
    <SearchField
      value={state.q ?? state.occupation ?? ''}
      label={words.searchLabel}
      placeholder={elder ? words.elderSearch : bordered ? words.searchExamples : words.searchLabel}
      bordered={bordered}
      logo={logo}
      mic={!elder}
      onSearch={(text) =>
        onChange({ q: text || null, occupation: null, literal: false, spot: null, sort: null })
      }
      onPick={(suggestion) => onChange(patchOf(suggestion))}
    />
  );
}
