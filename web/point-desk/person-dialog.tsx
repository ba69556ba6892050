import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Role } from '../../api/accounts/contract.ts';
import { changeColleague, type Colleague, inviteColleague } from '../../api/staff/contract.ts';
import type { StaffMember } from '../accounts/use-viewer.ts';
import { call } from '../call.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { CheckGroup } from '../ui/check-group.tsx';
import { RemovableChip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { useRefresh } from './data.ts';
import { DivisionPicker, divisionText } from './division-picker.tsx';
import styles from './point-desk.module.css';

type PersonDialogProps = {
  /** null: somebody new. */
  person: Colleague | null;
  viewer: StaffMember;
  onInvited: (token: string) => void;
  onClose: () => void;
};

const below: readonly Role[] = ['point-staff', 'reviewer', 'county-manager'];

/** Inviting somebody, or moving somebody to other roles and places. */
export function PersonDialog({ person, viewer, onInvited, onClose }: PersonDialogProps) {
  const words = pointsDeskWords();
  const refresh = useRefresh();
  const mayGive: readonly Role[] = viewer.roles.includes('city-administrator')
    ? [...below, 'city-administrator']
    : below;
  /** A place that is shown but not yet added counts when it is the only one. */
  const [picking, setPicking] = useState(person ? '' : viewer.divisions[0]!);
  const placesOf = (divisions: readonly string[]) =>
    divisions.length === 0 && picking ? [picking] : [...divisions];
  const form = useForm({
    initial: {
      login: person?.login ?? '',
      name: person?.name ?? '',
      roles: (person?.roles ?? ['point-staff']) as Role[],
      divisions: person?.divisions.map(({ code }) => code) ?? [],
    },
    check: ({ login, name, roles, divisions }) => ({
      login: /^[a-z0-9][a-z0-9._-]{1,38}$/.test(login) ? undefined : words.loginHint,
      name: name.trim() ? undefined : words.personName,
      roles: roles.length > 0 ? undefined : words.personRoles,
      divisions: placesOf(divisions).length > 0 ? undefined : words.personDivisionsHint,
    }),
  });
  const send = async ({ login, name, roles, divisions: added }: typeof form.values) => {
    const divisions = placesOf(added);
    if (person) {
      await call(changeColleague, {
        params: { id: person.id },
        body: { version: person.version, name, roles, divisions },
      });
      toast(words.moved);
      onClose();
    } else {
      const { invitation } = await call(inviteColleague, { body: { login, name, roles, divisions } });
      onInvited(invitation.token);
    }
    await refresh();
  };
  return (
    <Dialog title={person ? person.name : words.invite} onClose={onClose}>
      <form ref={form.ref} className={styles.dialog} noValidate onSubmit={form.submit(send)}>
        <TextInput label={words.personName} maxLength={40} {...form.field('name')} />
        {!person && (
          <TextInput
            label={words.login}
            hint={words.loginHint}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={39}
            {...form.field('login')}
          />
        )}
        <CheckGroup
          label={words.personRoles}
          options={mayGive.map((role) => ({ value: role, label: words.roles[role] }))}
          {...form.field('roles')}
          onChange={(chosen) => form.set('roles', chosen as Role[])}
        />
        <Divisions
          value={form.values.divisions}
          within={viewer.divisions}
          picking={picking}
          setPicking={setPicking}
          fault={form.faults.divisions}
          onChange={(divisions) => form.set('divisions', divisions)}
        />
        <FormFoot failure={form.failure}>
          <Button kind="primary" type="submit" working={form.working}>
            {person ? words.moveSave : words.inviteDo}
          </Button>
        </FormFoot>
      </form>
    </Dialog>
  );
}

type DivisionsProps = {
  value: readonly string[];
  within: readonly string[];
  picking: string;
  setPicking: (code: string) => void;
  fault?: string;
  onChange: (divisions: string[]) => void;
};

function Divisions({ value, within, picking, setPicking, fault, onChange }: DivisionsProps) {
  const words = pointsDeskWords();
  return (
    <FieldGroup label={words.personDivisions} hint={words.personDivisionsHint} fault={fault}>
      {value.length > 0 && (
        <div className={styles.chips}>
          {value.map((code) => (
            <RemovableChip
              key={code}
              label={divisionText(code)}
              removeLabel={words.remove}
              onRemove={() => onChange(value.filter((other) => other !== code))}
            />
          ))}
        </div>
      )}
      <DivisionPicker value={picking} within={within} mayBeCity onChange={setPicking} />
      <p>
        <Button
          dense
          icon={<IconPlus size="1.125rem" stroke={1.75} aria-hidden="true" />}
          onClick={() => picking && onChange([...new Set([...value, picking])])}
        >
          {words.addDivision}
        </Button>
      </p>
    </FieldGroup>
  );
}
