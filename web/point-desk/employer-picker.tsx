import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { listBulkEmployers } from '../../api/bulk/contract.ts';
import { findListingEmployers } from '../../api/point-desk/contract.ts';
import { call } from '../call.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { TextInput } from '../ui/text-input.tsx';

type EmployerPickerProps = {
  value: string;
  fault?: string;
  onChange: (id: string) => void;
  /** Said when nothing is found. */
  none?: string;
  /** Which employers may be chosen: of all on file, or of those one looks after. */
  among?: typeof findListingEmployers | typeof listBulkEmployers;
};

/** An employer on file, found by its name or its code. */
export function EmployerPicker(props: EmployerPickerProps) {
  const { value, fault, onChange, among = findListingEmployers } = props;
  const none = props.none ?? pointsDeskWords().listingNone;
  const words = pointsDeskWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['own', 'point-desk', 'employers', among.id, q],
    queryFn: ({ signal }) => call<typeof findListingEmployers>(among, { query: { q }, signal }),
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
        note={items?.length === 0 ? none : undefined}
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
