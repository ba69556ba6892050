import { lazy, Suspense, useState } from 'react';
import type { DeskPoint, PointFacts } from '../../api/point-desk/contract.ts';
import { distanceMetres } from '../../geodata/distance.ts';
import { formatDistance } from '../text/distance.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { Guard } from '../ui/guard.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './point-desk.module.css';
import type { PointForm } from './point-form.ts';

const PinMap = lazy(() => import('../map/pin-map.tsx').then((module) => ({ default: module.PinMap })));

/** What staff set is told apart from what a list brought; the words are stored, so they are Chinese always. */
const HAND_MADE = '工作人员标的';

/** Where the point is: a house to drag, the coordinates to type, and why when it is doubtful. */
export function PinField({ form, base }: { form: PointForm; base: DeskPoint }) {
  const words = pointsDeskWords();
  const [hasMap, setHasMap] = useState(true);
  const { place } = form.values;
  const before = base.facts.place;
  const moved = Math.round(distanceMetres(before, place));
  const put = (some: Partial<PointFacts['place']>) =>
    form.set('place', { ...place, source: HAND_MADE, quality: qualityOf(place.quality), ...some });
  const fault = form.faults.place ?? form.faults.pinReason;
  return (
    <section className={styles.pin}>
      <h2>{words.pin}</h2>
      {hasMap ? (
        <div className={styles.pinMap}>
          <Guard instead={null} onFail={() => setHasMap(false)}>
            <Suspense fallback={null}>
              <PinMap
                place={place}
                label={words.pinDrag}
                readOnly={base.closed}
                onMove={(next) => put(next)}
                onUnavailable={() => setHasMap(false)}
              />
            </Suspense>
          </Guard>
        </div>
      ) : (
        <p className={styles.quiet}>{words.mapNone}</p>
      )}
      <p className={styles.quiet}>
        {[
          base.pin.fromSeatMetres !== null &&
            moved === 0 &&
            words.pinFromSeat(formatDistance(base.pin.fromSeatMetres)),
          moved > 0 && words.pinMoved(formatDistance(moved)),
          place.source,
          words.pinDrag,
        ]
          .filter(Boolean)
          .join('，')}
      </p>
      <div className={styles.pair}>
        <Coordinate label={words.lng} value={place.lng} onChange={(lng) => put({ lng })} />
        <Coordinate label={words.lat} value={place.lat} onChange={(lat) => put({ lat })} />
      </div>
      {moved > 0 && (
        <>
          <RadioGroup
            label={words.pinSource}
            value={place.quality === 'surveyed' ? 'surveyed' : 'approximate'}
            options={[
              { value: 'surveyed', label: words.surveyed },
              { value: 'approximate', label: words.approximate },
            ]}
            onChange={(quality) => put({ quality })}
          />
          <Button kind="quiet" dense onClick={() => form.patch({ place: before, pinReason: '' })}>
            {words.pinBack}
          </Button>
        </>
      )}
      {(fault || form.values.pinReason) && (
        <TextInput
          label={words.pinReason}
          hint={words.pinReasonHint}
          maxLength={200}
          {...form.field('pinReason')}
          fault={fault}
        />
      )}
    </section>
  );
}

const qualityOf = (before: PointFacts['place']['quality']) =>
  before === 'surveyed' ? 'surveyed' : 'approximate';

type CoordinateProps = { label: string; value: number; onChange: (degrees: number) => void };

/** Degrees, typed: what is half typed stays as it is and moves nothing. */
function Coordinate({ label, value, onChange }: CoordinateProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      maxLength={12}
      value={typed !== null && Number(typed) === value ? typed : String(Number(value.toFixed(6)))}
      onBlur={() => setTyped(null)}
      onChange={(text) => {
        setTyped(text);
        const degrees = Number(text);
        if (/^\d{2,3}(\.\d+)?$/.test(text) && degrees <= 180) onChange(degrees);
      }}
    />
  );
}
