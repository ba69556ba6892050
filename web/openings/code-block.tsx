import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Guard } from '../ui/guard.tsx';
import { groupCode } from './code.ts';
import styles from './detail.module.css';

const QrCode = lazy(() => import('./qr-code.tsx').then((module) => ({ default: module.QrCode })));

type CodeProps = {
  code: string;
  address: string;
  onCopy: () => void;
  onPrint: () => void;
  children?: ReactNode;
};

/** The code in words and as a QR code, and the ways to take it along. */
export function CodeBlock({ code, address, onCopy, onPrint, children }: CodeProps) {
  return (
    <section className={styles.block}>
      <div className={styles.code}>
        <div>
          <h2>{words.codeTitle}</h2>
          <p>
            <span className="visually-hidden">{words.codeSpoken(code.split('').join(' '))}</span>
            <b aria-hidden="true">{groupCode(code)}</b>
          </p>
        </div>
        <Guard instead={null}>
          <Suspense fallback={<span className={styles.qr} />}>
            <QrCode className={styles.qr} text={address} label={words.qrLabel} />
          </Suspense>
        </Guard>
      </div>
      <div className={styles.tools}>
        <Button
          kind="quiet"
          icon={<IconPrinter size="1.25rem" stroke={1.75} aria-hidden="true" />}
          onClick={onPrint}
        >
          {words.print}
        </Button>
        <Button
          kind="quiet"
          icon={<IconCopy size="1.25rem" stroke={1.75} aria-hidden="true" />}
          onClick={onCopy}
        >
          {words.copyLink}
        </Button>
        {children}
      </div>
    </section>
  );
}
