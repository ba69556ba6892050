import { IconExternalLink, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import type { LngLat } from '../../geodata/lng-lat.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './directions-button.module.css';
import type { DirectionsLink } from './links.ts';

type DirectionsButtonProps = {
  to: LngLat;
  name: string;
  label?: string;
  wide?: boolean;
  kind?: 'primary' | 'secondary';
};

/** Opens the way there in the person's own map. The conversion of coordinates is fetched when it is wanted. */
export function DirectionsButton({ to, name, label, wide = true, kind }: DirectionsButtonProps) {
  const [links, setLinks] = useState<DirectionsLink[] | null>(null);
  const open = async () => setLinks((await import('./links.ts')).directionsLinks(to, name));
  return (
    <>
      <Button
        wide={wide}
        kind={kind}
        icon={<IconRoute size="1.25rem" stroke={1.75} aria-hidden="true" />}
        onClick={() => void open()}
      >
        {label ?? words.directions}
      </Button>
      {links && (
        <Dialog title={words.directionsTitle} onClose={() => setLinks(null)}>
          <ul className={styles.list}>
            {links.map(({ app, url }) => (
              <li key={app}>
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {words.mapApps[app]}
                  <IconExternalLink size="1.25rem" stroke={1.75} aria-hidden="true" />
                </a>
              </li>
            ))}
          </ul>
          <p className={styles.note}>{words.directionsNote}</p>
        </Dialog>
      )}
    </>
  );
}
