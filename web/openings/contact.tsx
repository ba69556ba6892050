import { IconPhone } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { OpeningDetail } from '../../api/openings/contract.ts';
import { formatPhone, telHref } from '../text/phone.ts';
import { words } from '../text/words.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import type { ContactPhone } from './contact-phone.ts';
import styles from './detail.module.css';

type ContactProps = { opening: OpeningDetail; phone: ContactPhone; children: ReactNode };

/** Ring or write: always in sight on a phone. The number itself is fetched and shows when it is asked for. */
export function Contact({ opening, phone, children }: ContactProps) {
  const [pointShown, setPointShown] = useState(false);
  const { ofEmployer, ofPoint, asking, refused, ask } = phone;
  const shown = ofEmployer ?? (pointShown ? ofPoint : null);
  const ref = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    // The number stands where the button was, for the keyboard too.
    if (shown && pressed.current) ref.current?.querySelector<HTMLElement>('a[href^="tel:"]')?.focus();
    pressed.current = false;
  }, [shown]);
  const sign = <IconPhone size="1.25rem" stroke={1.75} aria-hidden="true" />;
  if (!opening.hasPhone && !ofPoint) return <div className={styles.contact}>{children}</div>;
  const show = async () => {
    pressed.current = true;
    const number = opening.hasPhone ? await ask() : ofPoint;
    if (!opening.hasPhone) setPointShown(true);
    // A phone rings at once; elsewhere the number stands there to be dialled.
    if (number && matchMedia('(pointer: coarse)').matches) location.href = telHref(number);
  };
  return (
    <div ref={ref} className={styles.contact}>
      {children}
      {shown ? (
        <LinkButton kind="primary" href={telHref(shown)} icon={sign}>
          {words.callShown(formatPhone(shown))}
        </LinkButton>
      ) : (
        <Button kind="primary" icon={sign} working={asking} onClick={() => void show()}>
          {opening.hasPhone ? words.callEmployer : words.callPointInstead}
        </Button>
      )}
      {refused && (
        <p className={styles.refused} role="alert">
          {refused.kind === 'throttled' ? refused.message : words.phoneNotTold}
          {ofPoint && (
            <>
              {' '}
              <a href={telHref(ofPoint)}>{words.phonePointInstead(formatPhone(ofPoint))}</a>
            </>
          )}
        </p>
      )}
    </div>
  );
}
