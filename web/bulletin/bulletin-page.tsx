import { IconArrowLeft, IconCopy, IconDeviceTv, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Bulletin } from '../../api/bulletins/contract.ts';
import { bulletinWords } from '../text/bulletin.ts';
import { words } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import styles from './bulletin.module.css';
import { useBulletin } from './data.ts';
import { groupText, lengths } from './group-text.ts';
import { Sheet } from './sheet.tsx';

const ICON = { size: '1.25rem', stroke: 1.75, 'aria-hidden': true } as const;

/** One village's week: to print, to put on a screen, to copy into a group. One tap each. */
export function BulletinPage({ point }: { point: string }) {
  const text = bulletinWords();
  const query = useBulletin(point);
  const bulletin = query.data;
  useEffect(() => {
    document.title = words.titleOf(bulletin ? `${bulletin.point.name}，${text.title}` : text.title);
  }, [bulletin, text]);
  if (!bulletin)
    return (
      <main id="main" className={styles.page}>
        {query.isError ? (
          <Failed title={text.failed} error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonRows rows={6} label={text.loading} />
        )}
      </main>
    );
  return <Ready bulletin={bulletin} />;
}

function Ready({ bulletin }: { bulletin: Bulletin }) {
  const text = bulletinWords();
  const [length, setLength] = useState<keyof typeof lengths>('middle');
  const origin = bulletin.publicUrl ?? location.origin;
  const message = groupText(bulletin, origin, lengths[length]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(message);
      toast(text.copied);
    } catch {
      toast(text.copyFailed);
    }
  };
  return (
    <main id="main" className={styles.page}>
      <div className={styles.tools}>
        <Link href={`/p/${bulletin.point.id}`} className={styles.back}>
          <IconArrowLeft {...ICON} />
          {text.backToPoint}
        </Link>
        <Button kind="primary" icon={<IconPrinter {...ICON} />} onClick={() => print()}>
          {text.print}
        </Button>
        <Link href={`/bulletin/${bulletin.point.id}/screen`} className={styles.screenLink}>
          <IconDeviceTv {...ICON} />
          {text.screen}
        </Link>
        <Button icon={<IconCopy {...ICON} />} onClick={() => void copy()}>
          {text.copy}
        </Button>
      </div>
      <div className={styles.columns}>
        <div className={styles.paper}>
          <Sheet bulletin={bulletin} origin={origin} />
        </div>
        <section className={styles.group} aria-labelledby="group-title">
          <h2 id="group-title">{text.groupTitle}</h2>
          <RadioGroup
            label={text.length}
            look="chips"
            value={length}
            onChange={setLength}
            options={(['short', 'middle', 'long'] as const).map((value) => ({
              value,
              label: text.lengths[value],
            }))}
          />
          <p className={styles.count}>{text.chars([...message].length)}</p>
          <textarea
            readOnly
            rows={14}
            aria-label={text.groupText}
            value={message}
            onFocus={(event) => event.target.select()}
          />
          <p className={styles.count}>{text.groupNote}</p>
        </section>
      </div>
    </main>
  );
}
