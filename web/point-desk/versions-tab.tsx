import { useState } from 'react';
import { type DeskPoint, restorePoint } from '../../api/point-desk/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { words as shared } from '../text/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { failureKind } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { changesBetween } from './changes.ts';
import { useDeed, usePointVersion, usePointVersions } from './data.ts';
import { momentText } from './dates.ts';
import { DialogFoot } from './dialog-foot.tsx';
import styles from './point-desk.module.css';

/** Who changed what and when; each can be held against now and brought back. */
export function VersionsTab({ base }: { base: DeskPoint }) {
  const words = pointsDeskWords();
  const query = usePointVersions(base.id, base.version);
  const [looked, setLooked] = useState<number | null>(null);
  const items = query.data?.items;
  if (!items) return <SkeletonRows rows={3} label={words.loading} />;
  if (items.length === 0) return <Empty title={words.versionsNone} />;
  return (
    <>
      <ol className={styles.versions}>
        {items.map(({ version, at, by, note, changed }) => (
          <li key={version}>
            <div>
              <p>
                <b>{words.versionTitle(String(version))}</b>
                {version === base.version && <span className={styles.own}>{words.versionNow}</span>}
              </p>
              <p className={styles.quiet}>{[by, momentText(at), note].filter(Boolean).join('，')}</p>
              <p>{changed.map((field) => words.fields[field] ?? field).join('、')}</p>
            </div>
            {version !== base.version && (
              <Button dense onClick={() => setLooked(version)}>
                {words.compare}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {looked !== null && <CompareDialog base={base} version={looked} onClose={() => setLooked(null)} />}
    </>
  );
}

type CompareDialogProps = { base: DeskPoint; version: number; onClose: () => void };

function CompareDialog({ base, version, onClose }: CompareDialogProps) {
  const words = pointsDeskWords();
  const old = usePointVersion(base.id, version).data;
  const restore = useDeed(restorePoint, () => {
    toast(words.restored(String(version)));
    onClose();
  });
  const changes = old ? changesBetween(old.facts, base.facts) : null;
  const mayRestore = changes !== null && changes.length > 0 && !base.closed;
  return (
    <Dialog
      title={words.versionTitle(String(version))}
      onClose={onClose}
      foot={
        mayRestore && (
          <DialogFoot
            doneLabel={words.restore}
            working={restore.isPending}
            onClose={onClose}
            onDone={() =>
              restore.mutate({
                params: { id: base.id },
                body: { version: base.version, restore: version },
              })
            }
          />
        )
      }
    >
      <div className={styles.dialog}>
        {!changes && <SkeletonRows rows={2} label={words.loading} />}
        {changes?.length === 0 && <p>{words.same}</p>}
        {changes && changes.length > 0 && (
          <>
            <SideBySide
              heads={[words.thatVersion, words.now]}
              rows={changes.map(({ key, name, before, after }) => ({ key, name, sides: [before, after] }))}
            />
            <p className={styles.quiet}>{words.restoreSure(String(version))}</p>
          </>
        )}
        {restore.isError && (
          <p className={styles.fault}>{restore.error.message || shared.failed[failureKind(restore.error)]}</p>
        )}
      </div>
    </Dialog>
  );
}

type SideBySideProps = {
  heads: readonly [string, string];
  rows: readonly { key: string; name: string; sides: readonly [string, string] }[];
};

/** Two states beside each other, a row a fact. */
export function SideBySide({ heads, rows }: SideBySideProps) {
  return (
    <table className={styles.sides}>
      <thead>
        <tr>
          <td />
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, sides }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{sides[0]}</td>
            <td>{sides[1]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
