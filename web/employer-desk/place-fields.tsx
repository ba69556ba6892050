import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { checkPlace } from '../../api/employers/contract.ts';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { call } from '../call.ts';
import { useDivisions } from '../near/divisions.ts';
import { deskWords } from '../text/desk.ts';
import { formatDistance } from '../text/distance.ts';
import { Button } from '../ui/button.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { Guard } from '../ui/guard.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useSettled } from '../ui/use-settled.ts';
import styles from './place-fields.module.css';

export type PlaceValues = {
  address: string;
  town: string | null;
  place: LngLat | null;
  placeReason: string;
};

type PlaceFieldsProps = {
  values: PlaceValues;
  onChange: (some: Partial<PlaceValues>) => void;
  faults: Partial<Record<string, string>>;
  /** The pin's own words on the map. */
  pinLabel: string;
  /** Without a pin it stands at the town's centre; an employer itself must have one. */
  pinNeeded?: boolean;
};

const PinMap = lazy(() => import('../map/pin-map.tsx').then((m) => ({ default: m.PinMap })));
const SETTLED_MS = 600;

/** Address, town and a pin, held against each other as the server will. */
export function PlaceFields({ values, onChange, faults, pinLabel, pinNeeded }: PlaceFieldsProps) {
  const words = deskWords();
  const divisions = useDivisions() ?? [];
  const counties = divisions.filter(({ level }) => level === 'county');
  const [chosenCounty, setChosenCounty] = useState('');
  const county = values.town?.slice(0, 6) ?? chosenCounty;
  const towns = divisions.filter(({ level, parent }) => level === 'town' && parent === county);
  const town = divisions.find(({ code }) => code === values.town);
  const start = values.place ?? town?.seat ?? null;
  const [lost, setLost] = useState(false);
  const checked = usePlaceCheck(values);
  const sayOf = (name: string) =>
    faults[name] ?? checked?.faults.find((fault) => fault.name === name)?.detail;
  const doubt = checked?.doubts[0]?.detail;
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <Select
          label={words.county}
          name="county"
          value={county}
          options={counties.map(({ code, name }) => ({ value: code, label: name }))}
          fault={county ? undefined : faults.town}
          onChange={(code) => {
            setChosenCounty(code);
            onChange({ town: null, place: null });
          }}
        />
        <Select
          label={words.town}
          name="town"
          value={values.town ?? ''}
          options={towns.map(({ code, name }) => ({ value: code, label: name }))}
          fault={county ? sayOf('town') : undefined}
          onChange={(code) => onChange({ town: code || null, place: null })}
        />
      </div>
      <TextInput
        label={words.address}
        hint={words.addressHint}
        name="address"
        autoComplete="street-address"
        maxLength={200}
        value={values.address}
        onChange={(address) => onChange({ address })}
        fault={sayOf('address')}
      />
      <FieldGroup
        label={words.pin}
        hint={words.pinHint}
        fault={sayOf('place')}
        warning={doubt && !values.placeReason.trim() ? doubt : undefined}
        good={
          values.place && checked && checked.faults.length === 0 && !doubt
            ? `${words.pinGood}，${words.pinAway(formatDistance(checked.metresFromTown))}`
            : undefined
        }
        note={!values.place && !pinNeeded ? words.pinNone : undefined}
      >
        {start ? (
          <div className={styles.map}>
            <Guard instead={<p className={styles.noMap}>{words.noMap}</p>}>
              {lost ? (
                <p className={styles.noMap}>{words.noMap}</p>
              ) : (
                <Suspense fallback={null}>
                  <PinMap
                    key={values.town}
                    place={values.place ?? start}
                    mark="pill"
                    label={pinLabel}
                    onMove={(place) => onChange({ place })}
                    onUnavailable={() => setLost(true)}
                  />
                </Suspense>
              )}
            </Guard>
          </div>
        ) : (
          <p className={styles.noMap}>{words.pinAfterTown}</p>
        )}
        {start && !values.place && (
          <p>
            <Button dense onClick={() => onChange({ place: start })}>
              {words.pinHere}
            </Button>
          </p>
        )}
      </FieldGroup>
      {(doubt || values.placeReason) && (
        <TextInput
          label={words.placeReason}
          hint={words.placeReasonHint}
          name="placeReason"
          maxLength={300}
          value={values.placeReason}
          onChange={(placeReason) => onChange({ placeReason })}
          fault={faults.placeReason}
        />
      )}
    </div>
  );
}

/** What the server thinks of the place, a little after it stopped changing; nothing while it cannot be asked. */
function usePlaceCheck({ address, town, place }: PlaceValues) {
  const settled = useSettled(
    address.trim().length >= 2 && town && place ? JSON.stringify({ address, town, place }) : null,
    SETTLED_MS,
  );
  return useQuery({
    queryKey: ['check-place', settled],
    queryFn: ({ signal }) => call(checkPlace, { body: JSON.parse(settled ?? 'null'), signal }),
    enabled: settled !== null,
    staleTime: Infinity,
  }).data;
}
