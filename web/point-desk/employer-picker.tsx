import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { findListingEmployers } from '../../api/point-desk/contract.ts';
import { call } from '../call.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextInput } from '../ui/text-input.tsx';

type EmployerPickerProps = { value: string; fault?: string; onChange: (id: string) => void };

/** An employer on file, found by its name or its code. */
export function EmployerPicker({ value, fault, onChange }: EmployerPickerProps) {
  const words = pointsDeskWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['own', 'point-desk', 'employers', q],
    queryFn: ({ signal }) => call(findListingEmployers, { query: { q }, signal }),
    enabled: q.length >= 2,
    placeholderData: (before) => before,
  });
  const items = q.length >= 2 ? data?.items : undefined;
  return (
    <>
      <TextInput
        type="search"
        label={words.listingSearch}
        name="employerId"
        maxLength={60}
        value={typed}
        onChange={setTyped}
        fault={items ? undefined : fault}
        note={items?.length === 0 ? words.listingNone : undefined}
      />
      {items && items.length > 0 && (
        <RadioGroup
          label={words.listingPick}
          look="rows"
          value={value}
          fault={fault}
          options={items.map(({ id, name, creditCode }) => ({ value: id, label: name, more: creditCode }))}
          onChange={onChange}
        />
      )}
    </>
  );
}
