import { IconPhone } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { OpeningDetail } from '../../api/openings/contract.ts';
import { formatPhone, telHref } from '../text/phone.ts';
import { words } from '../text/words.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import styles from './detail.module.css';

/** Ring or go: always in sight on a phone. The number itself shows when it is asked for. */
export function Contact({ opening, children }: { opening: OpeningDetail; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const phone = opening.contactPhone ?? opening.nearestPoints[0]?.telephones[0] ?? null;
  const sign = <IconPhone size="1.25rem" stroke={1.75} aria-hidden="true" />;
  if (!phone) return <div className={styles.contact}>{children}</div>;
  const ring = telHref(phone);
  return (
    <div className={styles.contact}>
      {children}
      {shown ? (
        <LinkButton kind="primary" href={ring} icon={sign}>
          {words.callShown(formatPhone(phone))}
        </LinkButton>
      ) : (
        <Button
          kind="primary"
          icon={sign}
          onClick={() => {
            setShown(true);
            // A phone rings at once; elsewhere the number stands there to be dialled.
            if (matchMedia('(pointer: coarse)').matches) location.href = ring;
          }}
        >
          {opening.contactPhone ? words.callEmployer : words.callPointInstead}
        </Button>
      )}
    </div>
  );
}
