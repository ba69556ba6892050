import { useState } from 'react';
import { accessibilityKinds, type Accessibility } from '../../api/service-points/contract.ts';
import type { DeskPoint } from '../../api/point-desk/contract.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { CheckGroup } from '../ui/check-group.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { DivisionPicker } from './division-picker.tsx';
import { PinField } from './pin-field.tsx';
import styles from './point-desk.module.css';
import type { PointForm } from './point-form.ts';

type BasicsTabProps = { form: PointForm; base: DeskPoint; within: readonly string[] };

const levelOf = { 6: 'county', 9: 'town', 12: 'village' } as const;

/** Name, address, telephones, what the door is like, and the pin. */
export function BasicsTab({ form, base, within }: BasicsTabProps) {
  const words = pointsDeskWords();
  const { values } = form;
  const [telephones, setTelephones] = useState(values.telephones.join('\n'));
  return (
    <div className={styles.columns}>
      <div className={styles.fields}>
        <TextInput label={words.name} maxLength={80} {...form.field('name')} />
        <TextInput
          label={words.address}
          hint={words.addressHint}
          maxLength={200}
          {...form.field('address')}
        />
        <TextArea
          label={words.telephones}
          hint={words.telephonesHint}
          name="telephones"
          lines={2}
          value={telephones}
          fault={form.faults.telephones}
          onChange={(text) => {
            setTelephones(text);
            const numbers = text.split('\n').map((line) => line.trim());
            form.set('telephones', numbers.filter(Boolean));
          }}
        />
        <CheckGroup
          label={words.accessibilityLabel}
          value={values.accessibility}
          options={accessibilityKinds.map((kind) => ({ value: kind, label: words.accessibility[kind] }))}
          onChange={(chosen) => form.set('accessibility', chosen as Accessibility[])}
        />
        <FieldGroup
          label={words.division}
          hint={`${words.levels[values.level]}，${words.divisionHint}`}
          fault={form.faults.level}
        >
          <DivisionPicker
            value={values.division}
            within={within}
            fault={form.faults.division}
            onChange={(division) =>
              form.patch({ division, level: levelOf[division.length as 6 | 9 | 12] ?? values.level })
            }
          />
        </FieldGroup>
      </div>
      <PinField form={form} base={base} />
    </div>
  );
}
