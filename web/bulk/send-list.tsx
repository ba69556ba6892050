import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { downloadBulkTemplate, maxBulkBytes } from '../../api/bulk/contract.ts';
import { formatWhen } from '../text/accounts.ts';
import { bulkWords } from '../text/bulk.ts';
import { formatCount } from '../text/numbers.ts';
import { Button } from '../ui/button.tsx';
import { FileInput } from '../ui/file-input.tsx';
import { Table } from '../ui/table.tsx';
import { failureSentence } from '../ui/use-form.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './bulk.module.css';
import { useBulkActs, useBulkUploads } from './data.ts';

type SendListProps = { employerId: string; onOpen: (id: string) => void };

/** The template, and the place to put the list. */
export function SendList({ employerId, onOpen }: SendListProps) {
  const words = bulkWords();
  const acts = useBulkActs(employerId);
  const [file, setFile] = useState<File | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const send = async (chosen: File) => {
    setIsSending(true);
    setFailure(null);
    try {
      onOpen((await acts.upload(chosen)).id);
    } catch (error) {
      setFailure(failureSentence(error));
    } finally {
      setIsSending(false);
    }
  };
  const choose = (chosen: File | null) => {
    setFailure(null);
    setFile(chosen);
    if (chosen) void send(chosen);
  };
  return (
    <>
      <p className={styles.lead}>{words.lead}</p>
      <ol className={styles.steps}>
        <li>
          <h2>{words.templateStep}</h2>
          <p>{words.templateText}</p>
          <a className={styles.template} href={downloadBulkTemplate.path} download>
            <IconDownload size="1.25rem" stroke={1.75} aria-hidden="true" />
            {words.template}
          </a>
        </li>
        <li>
          <h2>{words.fileStep}</h2>
          <FileInput
            label={words.file}
            hint={words.fileHint}
            accept=".xlsx,.csv"
            acceptWords={words.fileWords}
            maxBytes={maxBulkBytes}
            file={file}
            onChange={choose}
            fault={failure ?? undefined}
          />
          {file && (
            <p className={styles.buttons}>
              <Button kind="primary" working={isSending} onClick={() => void send(file)}>
                {isSending ? words.checking : words.check}
              </Button>
            </p>
          )}
        </li>
      </ol>
      <Earlier employerId={employerId} onOpen={onOpen} />
    </>
  );
}

function Earlier({ employerId, onOpen }: SendListProps) {
  const words = bulkWords();
  const now = useNow();
  const { data } = useBulkUploads(employerId);
  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.panel}>
      <h2>{words.earlier}</h2>
      <Table
        caption={words.earlier}
        keyOf={({ id }) => id}
        rows={data.items}
        columns={[
          {
            id: 'file',
            head: words.file,
            names: true,
            cell: ({ id, fileName }) => (
              <button type="button" className={styles.link} onClick={() => onOpen(id)}>
                {fileName}
              </button>
            ),
          },
          { id: 'rows', head: '', number: true, cell: ({ rows }) => words.rowsOf(formatCount(rows)) },
          { id: 'when', head: '', cell: ({ uploadedAt }) => words.checkedOn(formatWhen(uploadedAt, now)) },
          { id: 'state', head: words.columns.state, cell: ({ state }) => words.stateOf[state] },
        ]}
      />
    </section>
  );
}
