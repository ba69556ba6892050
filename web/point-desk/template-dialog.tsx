import { saveServiceTemplate, type ServiceTemplate } from '../../api/service-templates/contract.ts';
import { call } from '../call.ts';
import { formatCount } from '../text/numbers.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { useRefresh } from './data.ts';
import styles from './point-desk.module.css';

type TemplateDialogProps = { template: ServiceTemplate | null; onClose: () => void };

/** One template, new or to be changed; every point that offers the service shows it at once. */
export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  const words = pointsDeskWords();
  const refresh = useRefresh();
  const form = useForm({
    initial: {
      name: template?.name ?? '',
      conditions: template?.conditions ?? '',
      documents: (template?.documents ?? []).join('\n'),
      fee: template?.fee ?? '',
      takes: template?.takes ?? '',
      law: template?.law ?? '',
    },
    check: ({ name }) => ({ name: name.trim() ? undefined : words.templateName }),
  });
  const send =
    (retired: boolean) =>
    async ({ name, documents, ...rest }: typeof form.values) => {
      const saved = await call(saveServiceTemplate, {
        params: { name: name.trim() },
        body: {
          ...rest,
          documents: documents
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
          retired,
          version: template?.version ?? 0,
        },
      });
      toast(words.templateSaved(formatCount(saved.points)));
      await refresh();
      onClose();
    };
  return (
    <Dialog title={template?.name ?? words.templateNew} full onClose={onClose}>
      <form ref={form.ref} className={styles.dialog} noValidate onSubmit={form.submit(send(false))}>
        {!template && <TextInput label={words.templateName} maxLength={40} {...form.field('name')} />}
        <TextInput label={words.conditions} maxLength={500} {...form.field('conditions')} />
        <TextArea label={words.documents} hint={words.documentsHint} {...form.field('documents')} />
        <div className={styles.pair}>
          <TextInput label={words.fee} maxLength={60} {...form.field('fee')} />
          <TextInput label={words.takes} maxLength={60} {...form.field('takes')} />
        </div>
        <TextInput label={words.law} maxLength={200} {...form.field('law')} />
        <FormFoot failure={form.failure}>
          {template && (
            <Button
              kind="quiet"
              className={template.retired ? undefined : styles.careful}
              onClick={form.submit(send(!template.retired))}
            >
              {template.retired ? words.templateBack : words.templateRetire}
            </Button>
          )}
          <Button kind="primary" type="submit" working={form.working}>
            {words.templateSave}
          </Button>
        </FormFoot>
      </form>
    </Dialog>
  );
}
