import { useState } from 'react';
import {
  askVerification,
  licenceTypes,
  maxLicenceBytes,
  readLicence,
  uploadLicence,
  type DeskEmployer,
} from '../../api/employers/contract.ts';
import { formatWhen } from '../text/accounts.ts';
import { call, fillPath } from '../call.ts';
import { deskWords, formatDay } from '../text/desk.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { Button } from '../ui/button.tsx';
import { FileInput, formatBytes } from '../ui/file-input.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence, useForm } from '../ui/use-form.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './employer.module.css';

type PanelProps = {
  employer: DeskEmployer;
  onChanged: () => void;
  onSaved: (employer: DeskEmployer) => void;
};

/** The business licence, and asking a reviewer to look at it. */
export function LicencePanel({ employer, onChanged, onSaved }: PanelProps) {
  const words = deskWords();
  const now = useNow();
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const last = employer.licences[0];
  const send = async () => {
    if (!file) return;
    setSending(true);
    setFailure(null);
    try {
      await call(uploadLicence, { params: { employerId: employer.id }, file });
      setFile(null);
      toast(words.licenceSent);
      onChanged();
    } catch (error) {
      setFailure(failureSentence(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <FileInput
        label={words.licence}
        hint={words.licenceHint}
        accept={licenceTypes.join(',')}
        acceptWords={words.licenceTypes}
        maxBytes={maxLicenceBytes}
        file={file}
        onChange={setFile}
        present={last && words.licenceUploaded(formatWhen(last.uploadedAt, now), formatBytes(last.bytes))}
        fault={failure ?? undefined}
        note={words.licenceNote}
      />
      <p className={styles.buttons}>
        {file && (
          <Button kind="primary" working={sending} onClick={() => void send()}>
            {sending ? words.licenceSending : words.licenceSend}
          </Button>
        )}
        {last && !file && (
          <a
            className={styles.link}
            href={fillPath(readLicence.path, { employerId: employer.id, licenceId: last.id })}
          >
            {words.licenceSee}
          </a>
        )}
      </p>
      <Verification employer={employer} onSaved={onSaved} />
    </>
  );
}

function Verification({ employer, onSaved }: Pick<PanelProps, 'employer' | 'onSaved'>) {
  const words = deskWords();
  const form = useForm({ initial: { note: '' } });
  const send = form.submit(async ({ note }) => {
    const params = { employerId: employer.id };
    onSaved(await call(askVerification, { params, body: { note: note.trim() } }));
    toast(words.verifyAsked);
  });
  const { review, standing } = employer;
  const waits = review?.state === 'waiting';
  const mayAsk =
    !waits &&
    employer.wanted.length === 0 &&
    standing !== 'banned' &&
    (standing !== 'verified' || employer.reverifyDue);
  return (
    <div className={styles.verification}>
      <p className={styles.strong}>{words.employerStandings[standing]}</p>
      {employer.verifiedUntil && standing === 'verified' && (
        <p>{words.verifiedUntil(formatDay(employer.verifiedUntil))}</p>
      )}
      {employer.trusted && <p>{words.trusted}</p>}
      {waits && <p>{words.standing.waiting}</p>}
      {review && (review.state === 'returned' || review.state === 'refused') && (
        <p className={styles.sentBack}>
          {review.state === 'returned' ? words.standing.returned : words.standing.refused}
          {[...review.reasons.map((reason) => deskOpeningWords().reasons[reason] ?? reason), review.text]
            .filter(Boolean)
            .join('。')}
        </p>
      )}
      {mayAsk && (
        <form ref={form.ref} onSubmit={send} noValidate className={styles.form}>
          <TextInput
            label={words.verifyNote}
            hint={words.verifyNoteHint}
            maxLength={500}
            {...form.field('note')}
          />
          <FormFoot failure={form.failure}>
            <Button kind="primary" type="submit" working={form.working}>
              {words.verifyAsk}
            </Button>
          </FormFoot>
        </form>
      )}
    </div>
  );
}
