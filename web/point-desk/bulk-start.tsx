import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { listBulkEmployers } from '../../api/bulk/contract.ts';
import { bulkWords } from '../text/bulk.ts';
import { Button } from '../ui/button.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { staffBulkOf } from './addresses.ts';
import { EmployerPicker } from './employer-picker.tsx';
import styles from './point-desk.module.css';

/** For whom a list is sent: one of the employers that the staff look after. */
export function BulkStart() {
  const words = bulkWords();
  const [, go] = useLocation();
  const [employerId, setEmployerId] = useState('');
  const [fault, setFault] = useState<string>();
  const next = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (employerId) return go(staffBulkOf(employerId));
    setFault(words.employerMissing);
    event.currentTarget.querySelector<HTMLElement>('input')?.focus();
  };
  return (
    <form className={styles.listing} noValidate onSubmit={next}>
      <div>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className={styles.quiet}>{words.staffLead}</p>
      </div>
      <EmployerPicker
        value={employerId}
        fault={fault}
        none={words.noneYours}
        among={listBulkEmployers}
        onChange={(id) => {
          setEmployerId(id);
          setFault(undefined);
        }}
      />
      <FormFoot>
        <Button kind="primary" type="submit">
          {words.next}
        </Button>
      </FormFoot>
    </form>
  );
}
