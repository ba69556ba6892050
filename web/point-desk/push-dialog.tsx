import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { previewPush, pushTemplate } from '../../api/service-templates/contract.ts';
import { type PointLevel, pointLevels } from '../../api/service-points/contract.ts';
import { call } from '../call.ts';
import { formatCount } from '../text/numbers.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { CheckBox, CheckGroup } from '../ui/check-group.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { toast } from '../ui/toast.tsx';
import { useDeed } from './data.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { DivisionPicker } from './division-picker.tsx';
import styles from './point-desk.module.css';

type PushDialogProps = { name: string; within: readonly string[]; onClose: () => void };

/** A template goes to many points: which, how many, and what it is for each, before anything is done. */
export function PushDialog({ name, within, onClose }: PushDialogProps) {
  const words = pointsDeskWords();
  const [division, setDivision] = useState(within.length === 1 ? within[0]! : '');
  const [levels, setLevels] = useState<PointLevel[]>([...pointLevels]);
  const [reset, setReset] = useState(false);
  const target = {
    division: division || undefined,
    levels: levels.length === pointLevels.length ? undefined : levels,
  };
  const preview = useQuery({
    queryKey: ['own', 'point-desk', 'push', name, target],
    queryFn: ({ signal }) => call(previewPush, { params: { name }, query: target, signal }),
    enabled: levels.length > 0,
    placeholderData: (before) => before,
  });
  const deed = useDeed(pushTemplate);
  const count = levels.length > 0 ? preview.data : undefined;
  const gets = { new: words.pushNew, has: words.pushHas, changed: words.pushOwn };
  const done = () => {
    if (!count || count.points === 0) return;
    deed.mutate(
      { params: { name }, body: { ...target, reset } },
      {
        onSuccess: (result) => {
          toast(words.pushDone(formatCount(result.added), formatCount(result.reset)));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={words.pushTitle(name)}
      onClose={onClose}
      foot={
        <DialogFoot
          doneLabel={words.pushDo(formatCount(count?.points ?? 0))}
          working={deed.isPending}
          onDone={done}
          onClose={onClose}
        />
      }
    >
      <div className={styles.dialog}>
        <FieldGroup label={words.pushWhere}>
          <DivisionPicker value={division} within={within} mayBeCity onChange={setDivision} />
        </FieldGroup>
        <CheckGroup
          label={words.pushLevels}
          value={levels}
          options={pointLevels.map((level) => ({ value: level, label: words.levels[level] }))}
          onChange={(chosen) => setLevels(chosen as PointLevel[])}
        />
        {count && (
          <div aria-live="polite">
            <p>
              {count.points === 0
                ? words.pushNone
                : words.pushPreview(
                    formatCount(count.points),
                    formatCount(count.adds),
                    formatCount(count.has),
                    formatCount(count.withChanges),
                  )}
            </p>
            <ul className={styles.examples}>
              {count.examples.map((example) => (
                <li key={example.id}>
                  <span>{example.name}</span>
                  <span className={styles.quiet}>{gets[example.gets]}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {count !== undefined && count.withChanges > 0 && (
          <CheckBox checked={reset} onChange={setReset}>
            {words.pushReset}
          </CheckBox>
        )}
        {(deed.error ?? preview.error) && (
          <p className={styles.fault} role="alert">
            {(deed.error ?? preview.error)?.message}
          </p>
        )}
      </div>
    </Dialog>
  );
}
