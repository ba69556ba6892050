import { IconCurrentLocation, IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import type { LocateFailure } from './locate.ts';
import styles from './start-chooser.module.css';

export type Start = { place: LngLat; name: string };

type StartChooserProps = {
  /** Why the device did not say; null when the person came here by choice. */
  why: LocateFailure | null;
  locating: boolean;
  /** The field for a place, with suggestions. */
  field: (sign: ReactNode) => ReactNode;
  /** Places most people start from. */
  places: readonly Start[];
  onLocate: () => void;
  onStart: (start: Start) => void;
};

/** Say a place, and distances are measured from there: the equal of locating, not a lesser way. */
export function StartChooser({ why, locating, field, places, onLocate, onStart }: StartChooserProps) {
  return (
    <div className={styles.chooser}>
      {why && (
        <>
          <h2>{words.locateFailedTitle}</h2>
          <p className={styles.lead}>{words.locateFailed[why]}</p>
        </>
      )}
      {field(<IconMapPin size="1.25rem" stroke={1.75} />)}
      {places.length > 0 && (
        <div className={styles.places} role="group" aria-label={words.chooseStart}>
          {places.map((start) => (
            <Chip key={start.name} onClick={() => onStart(start)}>
              {start.name}
            </Chip>
          ))}
        </div>
      )}
      <p className={styles.note}>
        {why && words.locateHow} {words.privacy}
      </p>
      <Button
        wide
        working={locating}
        icon={<IconCurrentLocation size="1.25rem" stroke={1.75} aria-hidden="true" />}
        onClick={onLocate}
      >
        {why ? words.locateAgain : words.useMyPlace}
      </Button>
    </div>
  );
}
