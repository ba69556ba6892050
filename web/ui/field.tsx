import { IconAlertCircle, IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

export type FieldLook = {
  label: string;
  /** Grey, after the label: what to write, or why it is asked. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. Red, under the field. */
  fault?: ReactNode;
  /** Wants a second look and hinders nothing. Amber, under the field. */
  warning?: ReactNode;
  /** Said under the field while nothing is wrong. */
  note?: ReactNode;
  /** Like `note`, with a green tick: it was checked and is right. */
  good?: ReactNode;
  /** The name in the form; `useForm` finds the first fault by the order on the page. */
  name?: string;
  className?: string;
  labelHidden?: boolean;
};

/** Spread these on the control itself. */
export type ControlProps = {
  id: string;
  name?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

type FieldProps = FieldLook & { children: (control: ControlProps) => ReactNode };

const ICON = { size: '1.125rem', stroke: 1.75, 'aria-hidden': true } as const;

/** What stands under a field: the fault before the warning before the note. */
export function FieldNote({ id, fault, warning, note, good }: Partial<FieldLook> & { id: string }) {
  if (fault)
    return (
      <p id={id} className={styles.fault}>
        <IconAlertCircle {...ICON} />
        <span>{fault}</span>
      </p>
    );
  if (warning)
    return (
      <p id={id} className={styles.warning}>
        <IconAlertTriangle {...ICON} />
        <span>{warning}</span>
      </p>
    );
  if (good)
    return (
      <p id={id} className={styles.good}>
        <IconCircleCheckFilled size="1.125rem" aria-hidden="true" />
        <span>{good}</span>
      </p>
    );
  return note ? (
    <p id={id} className={styles.note}>
      {note}
    </p>
  ) : null;
}

const describedBy = (id: string, { hint, fault, warning, good, note }: Partial<FieldLook>) =>
  [hint && `${id}-hint`, (fault || warning || good || note) && `${id}-note`].filter(Boolean).join(' ') ||
  undefined;

/** A control with its label above and what is to be said about it below. */
export function Field({ children, ...look }: FieldProps) {
  const id = useId();
  const { label, hint, fault, name, className, labelHidden } = look;
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')} data-fault={fault ? '' : undefined}>
      <div className={labelHidden ? 'visually-hidden' : styles.head}>
        <label htmlFor={id}>{label}</label>
        {hint && <span id={`${id}-hint`}>{hint}</span>}
      </div>
      {children({
        id,
        name,
        'aria-describedby': describedBy(id, look),
        'aria-invalid': fault ? true : undefined,
      })}
      <FieldNote {...look} id={`${id}-note`} />
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldGroup({ children, ...look }: FieldLook & { children: ReactNode }) {
  const id = useId();
  const { label, hint, fault, className, labelHidden } = look;
  return (
    <fieldset
      className={[styles.field, styles.group, className].filter(Boolean).join(' ')}
      aria-describedby={describedBy(id, look)}
      data-fault={fault ? '' : undefined}
    >
      <legend className={labelHidden ? 'visually-hidden' : styles.head}>
        <b>{label}</b>
        {hint && <span id={`${id}-hint`}>{hint}</span>}
      </legend>
      {children}
      <FieldNote {...look} id={`${id}-note`} />
    </fieldset>
  );
}
