import { useState } from 'react';
import {
  inviteMember,
  removeMember,
  withdrawInvitation,
  type DeskEmployer,
} from '../../api/employers/contract.ts';
import { phoneFault, readPhone } from '../accounts/phone-number.ts';
import { formatWhen } from '../text/accounts.ts';
import { call } from '../call.ts';
import { deskWords, formatDay } from '../text/desk.ts';
import { formatPhone } from '../text/phone.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence, useForm } from '../ui/use-form.ts';
import { useNow } from '../ui/use-now.ts';
import { Confirm } from './confirm.tsx';
import styles from './employer.module.css';

type MembersPanelProps = {
  employer: DeskEmployer;
  onSaved: (employer: DeskEmployer) => void;
  onChanged: () => void;
  onLeft: () => void;
};

/** Everybody who posts for this employer; the owner invites and removes, everybody may leave. */
export function MembersPanel({ employer, onSaved, onChanged, onLeft }: MembersPanelProps) {
  const words = deskWords();
  const now = useNow();
  const isOwner = employer.myRole === 'owner';
  const [asked, setAsked] = useState<{ accountId: string; isMe: boolean } | null>(null);
  const remove = async (accountId: string) => {
    try {
      const { left } = await call(removeMember, { params: { employerId: employer.id, accountId } });
      toast(left ? words.left : words.removed);
      setAsked(null);
      if (left) onLeft();
      else onChanged();
    } catch (error) {
      toast(failureSentence(error));
    }
  };
  const withdraw = async (invitationId: string) => {
    try {
      onSaved(await call(withdrawInvitation, { params: { employerId: employer.id, invitationId } }));
    } catch (error) {
      toast(failureSentence(error));
    }
  };
  return (
    <>
      <p className={styles.lead}>{words.membersLead}</p>
      <ul className={styles.rows}>
        {employer.members.map(({ accountId, phone, role, since, isMe }) => (
          <li key={accountId}>
            <p>
              {formatPhone(phone)}
              {isMe && <span className={styles.tag}>{words.me}</span>}
              <small>
                {role === 'owner' ? words.owner : words.member}，{words.memberSince(formatWhen(since, now))}
              </small>
            </p>
            {((isOwner && !isMe) || (isMe && role !== 'owner')) && (
              <Button dense onClick={() => setAsked({ accountId, isMe })}>
                {isMe ? words.leave : words.removeMember}
              </Button>
            )}
          </li>
        ))}
        {employer.invitations.map(({ id, phone, expiresAt }) => (
          <li key={id}>
            <p>
              {formatPhone(phone)}
              <small>{words.invitedUntil(formatDay(expiresAt))}</small>
            </p>
            {isOwner && (
              <Button dense kind="quiet" onClick={() => void withdraw(id)}>
                {words.withdrawInvitation}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOwner && <Invite employer={employer} onSaved={onSaved} />}
      {asked && (
        <Confirm
          deed={asked.isMe ? words.leave : words.removeMember}
          onNo={() => setAsked(null)}
          onYes={() => remove(asked.accountId)}
        />
      )}
    </>
  );
}

function Invite({ employer, onSaved }: Pick<MembersPanelProps, 'employer' | 'onSaved'>) {
  const words = deskWords();
  const form = useForm({
    initial: { phone: '' },
    check: ({ phone }) => ({ phone: phoneFault(phone) ?? undefined }),
  });
  const send = form.submit(async ({ phone: typed }) => {
    const phone = readPhone(typed);
    onSaved(await call(inviteMember, { params: { employerId: employer.id }, body: { phone } }));
    toast(words.inviteSent(formatPhone(phone)));
    form.reset({ phone: '' });
  });
  return (
    <form ref={form.ref} className={styles.inline} onSubmit={send} noValidate>
      <TextInput
        label={words.invitePhone}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        {...form.field('phone')}
        fault={form.faults.phone ?? form.failure ?? undefined}
      />
      <Button type="submit" working={form.working}>
        {words.invite}
      </Button>
    </form>
  );
}
