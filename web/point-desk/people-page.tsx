import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { changeColleague, type Colleague, inviteAgain } from '../../api/staff/contract.ts';
import type { StaffMember } from '../accounts/use-viewer.ts';
import { pointsDeskWords } from '../text/points-desk.ts';
import { Button } from '../ui/button.tsx';
import { Failed } from '../ui/failed.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { useColleagues, useDeed } from './data.ts';
import { momentText } from './dates.ts';
import { InvitationDialog } from './invitation-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import styles from './point-desk.module.css';
import { StaffFrame } from './staff-frame.tsx';

type Doing = { what: 'person'; person: Colleague | null } | { what: 'link'; token: string } | null;

/** Staff of the own divisions: inviting, moving, disabling. */
export function PeoplePage({ viewer }: { viewer: StaffMember }) {
  const words = pointsDeskWords();
  const query = useColleagues();
  const [doing, setDoing] = useState<Doing>(null);
  const people = query.data?.items;
  return (
    <StaffFrame viewer={viewer} title={words.peopleTitle} current="people">
      <header className={styles.pageHead}>
        <div>
          <h1 tabIndex={-1}>{words.peopleTitle}</h1>
          <p className={styles.quiet}>{words.peopleLead}</p>
        </div>
        <Button
          kind="primary"
          icon={<IconPlus size="1.25rem" stroke={1.75} aria-hidden="true" />}
          onClick={() => setDoing({ what: 'person', person: null })}
        >
          {words.invite}
        </Button>
      </header>
      {query.isError && !people && (
        <Failed title={words.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {!people && !query.isError && <SkeletonRows rows={4} label={words.loading} />}
      {people && (
        <ul className={styles.people}>
          {people.map((person) => (
            <Person
              key={person.id}
              person={person}
              onMove={() => setDoing({ what: 'person', person })}
              onLink={(token) => setDoing({ what: 'link', token })}
            />
          ))}
        </ul>
      )}
      {doing?.what === 'person' && (
        <PersonDialog
          person={doing.person}
          viewer={viewer}
          onInvited={(token) => setDoing({ what: 'link', token })}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'link' && <InvitationDialog token={doing.token} onClose={() => setDoing(null)} />}
    </StaffFrame>
  );
}

type PersonProps = { person: Colleague; onMove: () => void; onLink: (token: string) => void };

function Person({ person, onMove, onLink }: PersonProps) {
  const words = pointsDeskWords();
  const change = useDeed(changeColleague);
  const again = useDeed(inviteAgain);
  const { id, version, name, disabled } = person;
  const turn = () =>
    change.mutate(
      { params: { id }, body: { version, disabled: !disabled } },
      { onSuccess: () => toast(disabled ? words.enabledToast(name) : words.disabledToast(name)) },
    );
  const state = disabled
    ? words.disabled
    : person.invited
      ? words.invited
      : person.lastSeenAt
        ? words.lastSeen(momentText(person.lastSeenAt))
        : words.neverSeen;
  const failed = change.error ?? again.error;
  return (
    <li data-login={person.login}>
      <div>
        <p>
          <b>{name}</b>
          <span className={styles.quiet}>{person.login}</span>
        </p>
        <p>
          {person.roles.map((role) => words.roles[role]).join('、')}，
          {person.divisions.map((division) => division.name).join('、')}
        </p>
        <p className={disabled || person.invited ? styles.late : styles.quiet}>{state}</p>
      </div>
      {person.mayChange ? (
        <div className={styles.buttons}>
          {!disabled && (
            <>
              <Button dense onClick={onMove}>
                {words.move}
              </Button>
              {person.mayInviteAgain && (
                <Button
                  dense
                  working={again.isPending}
                  onClick={() =>
                    again.mutate({ params: { id } }, { onSuccess: ({ token }) => onLink(token) })
                  }
                >
                  {words.inviteAgain}
                </Button>
              )}
            </>
          )}
          <Button
            kind="quiet"
            dense
            className={disabled ? undefined : styles.careful}
            working={change.isPending}
            onClick={turn}
          >
            {disabled ? words.enable : words.disable}
          </Button>
        </div>
      ) : (
        <span className={styles.quiet}>{words.notYours}</span>
      )}
      {failed && (
        <p className={styles.fault} role="alert">
          {failed.message}
        </p>
      )}
    </li>
  );
}
