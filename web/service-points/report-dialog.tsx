import { reportMistake } from '../../api/point-desk/contract.ts';
import { call } from '../call.ts';
import { pointWords } from '../text/point.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import styles from './report-dialog.module.css';

type About = 'hours' | 'address' | 'telephone' | 'services' | 'terminal' | 'other';
type ReportDialogProps = { id: string; name: string; onClose: () => void };

/** Somebody found something wrong about a point: what, in a sentence; no account. */
export function ReportDialog({ id, name, onClose }: ReportDialogProps) {
  const words = pointWords();
  const form = useForm({
    initial: { about: 'hours' as About, text: '', phone: '' },
    check: ({ text, phone }) => ({
      text: text.trim().length >= 2 ? undefined : words.reportMissing,
      phone: phone === '' || /^[0-9+ -]{7,20}$/.test(phone.trim()) ? undefined : words.reportPhoneWrong,
    }),
  });
  const send = async ({ about, text, phone }: typeof form.values) => {
    await call(reportMistake, {
      params: { id },
      body: { about, text: text.trim(), phone: phone.trim() || undefined },
    });
    toast(words.reportSent);
    onClose();
  };
  return (
    <Dialog title={words.reportTitle} onClose={onClose}>
      <form ref={form.ref} className={styles.form} noValidate onSubmit={form.submit(send)}>
        <p>
          <b>{name}</b>
          <br />
          {words.reportLead}
        </p>
        <RadioGroup
          label={words.reportAbout}
          value={form.values.about}
          options={(Object.keys(words.about) as About[]).map((about) => ({
            value: about,
            label: words.about[about],
          }))}
          onChange={(about) => form.set('about', about)}
        />
        <TextArea label={words.reportText} hint={words.reportTextHint} limit={300} {...form.field('text')} />
        <TextInput
          type="tel"
          label={words.reportPhone}
          hint={words.reportPhoneHint}
          maxLength={20}
          {...form.field('phone')}
        />
        <FormFoot failure={form.failure}>
          <Button kind="primary" type="submit" working={form.working}>
            {words.reportSend}
          </Button>
        </FormFoot>
      </form>
    </Dialog>
  );
}
