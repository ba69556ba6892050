import { IconFile, IconUpload } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { formWords } from '../text/form.ts';
import { Button } from './button.tsx';
import { FieldGroup, type FieldLook } from './field.tsx';
import styles from './file-input.module.css';

type FileInputProps = FieldLook & {
  file: File | null;
  onChange: (file: File | null) => void;
  /** Endings and types, as the `accept` attribute takes them: `.xlsx,.csv` or `image/*,.pdf`. */
  accept: string;
  /** The same in words, for the sentence that refuses another type: `图片或 PDF`. */
  acceptWords: string;
  maxBytes: number;
  /** Something that is already there, when no new file is chosen. */
  present?: string | null;
};

export const formatBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Whether a file fits an `accept` list, by its ending or its type. */
export function fitsAccept({ name, type }: Pick<File, 'name' | 'type'>, accept: string): boolean {
  return accept.split(',').some((each) => {
    const wanted = each.trim().toLowerCase();
    if (wanted.startsWith('.')) return name.toLowerCase().endsWith(wanted);
    return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });
}

/** One file, chosen or dropped; what does not fit is said before anything is sent. */
export function FileInput(props: FileInputProps) {
  const { file, onChange, accept, acceptWords, maxBytes, present, ...look } = props;
  const words = formWords();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const preview = usePreview(file);
  const take = (chosen: File | undefined) => {
    if (!chosen) return;
    const fault = !fitsAccept(chosen, accept)
      ? words.fileWrongType(acceptWords)
      : chosen.size === 0
        ? words.fileEmpty
        : chosen.size > maxBytes
          ? words.fileTooLarge(formatBytes(maxBytes))
          : null;
    setRefused(fault);
    if (!fault) onChange(chosen);
  };
  return (
    <FieldGroup {...look} fault={refused ?? look.fault}>
      <div
        className={[styles.drop, over && styles.over].filter(Boolean).join(' ')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <input
          ref={input}
          id={id}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={look.label}
          accept={accept}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {preview ? (
          <img src={preview} alt="" className={styles.preview} />
        ) : (
          (file ?? present) && <IconFile size="1.5rem" stroke={1.75} aria-hidden="true" />
        )}
        {file ? (
          <p className={styles.name}>
            {file.name}
            <span>{formatBytes(file.size)}</span>
          </p>
        ) : (
          present && <p className={styles.name}>{present}</p>
        )}
        <div className={styles.actions}>
          <Button
            dense
            icon={<IconUpload size="1.25rem" stroke={1.75} aria-hidden="true" />}
            onClick={() => input.current?.click()}
          >
            {file || present ? words.fileChange : words.fileChoose}
          </Button>
          {file ? (
            <Button
              dense
              kind="quiet"
              onClick={() => {
                setRefused(null);
                onChange(null);
              }}
            >
              {words.fileRemove}
            </Button>
          ) : (
            <span className={styles.hint}>{words.fileDrop}</span>
          )}
        </div>
      </div>
    </FieldGroup>
  );
}

function usePreview(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file?.type.startsWith('image/')) return setUrl(null);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
