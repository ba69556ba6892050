import { useMemo, useState } from 'react';
import { useDivisions } from '../near/divisions.ts';
import { locateMe, useLocate } from '../near/locate.ts';
import { StartChooser, type Start } from '../near/start-chooser.tsx';
import { useAllFacets } from '../openings/use-facets.ts';
import { SearchField } from '../search/search-field.tsx';
import { words } from '../text/words.ts';

const OFFERED_TOWNS = 5;

type NearPanelProps = { onStart: (start: Start) => void; onLocated: () => void };

/** From where to measure: the device, a town with many openings, or any place by name. */
export function NearPanel({ onStart, onLocated }: NearPanelProps) {
  const located = useLocate();
  const divisions = useDivisions();
  const towns = useAllFacets()?.town;
  const [missing, setMissing] = useState(false);
  const places = useMemo(() => {
    const seats = new Map(divisions?.map(({ code, name, seat }) => [code, { name, place: seat }]));
    return [...(towns ?? [])]
      .sort((a, b) => b.openings - a.openings)
      .flatMap(({ value }) => (value ? (seats.get(value) ?? []) : []))
      .slice(0, OFFERED_TOWNS);
  }, [divisions, towns]);
  return (
    <>
      <StartChooser
        why={located.kind === 'failed' ? located.why : null}
        locating={located.kind === 'asking'}
        places={places}
        onStart={onStart}
        onLocate={() => void locateMe().then((place) => place && onLocated())}
        field={(sign) => (
          <SearchField
            bordered
            value=""
            label={words.chooseStart}
            placeholder={words.chooseStartField}
            sign={sign}
            mic={false}
            only="place"
            onSearch={(text) => {
              const found = divisions?.find(({ name, shortName }) => name === text || shortName === text);
              if (found) onStart({ name: found.name, place: found.seat });
              else setMissing(text !== '');
            }}
            onPick={({ text, place }) => place && onStart({ name: text, place })}
          />
        )}
      />
      {missing && (
        <p className="visually-hidden" role="alert">
          {words.noSuchPlace}
        </p>
      )}
    </>
  );
}
