import { IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { closeAccount } from '../../api/accounts/contract.ts';
import { call } from '../call.ts';
import { accountsWords } from '../text/accounts.ts';
import { formatPhone } from '../text/phone.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { failureSentence } from '../ui/use-form.ts';
import styles from './accounts.module.css';
import { ChangePasswordForm } from './change-password-form.tsx';
import { Sessions } from './sessions.tsx';
import { useSignOut, type Person, type StaffMember } from './use-viewer.ts';

type MeProps = {
  viewer: Person | StaffMember;
  /** What the person applied for; the page gives it, this feature does not know applications. */
  applications?: ReactNode;
  alertsHref: string;
};

/** Who one is here, where one is signed in, and the ways out. */
export function Me({ viewer, applications, alertsHref }: MeProps) {
  const words = accountsWords();
  return (
    <>
      <p className={styles.lead}>
        {viewer.kind === 'person'
          ? words.mePhone(formatPhone(viewer.phone))
          : `${words.meStaff(viewer.name)}（${viewer.roles.map((role) => words.roles[role]).join('、')}）`}
      </p>
      {viewer.kind === 'person' ? <Hiring viewer={viewer} /> : <StaffPlaces viewer={viewer} />}
      {viewer.kind === 'person' && applications && (
        <section>
          <h2>{words.meApplications}</h2>
          {applications}
        </section>
      )}
      {viewer.kind === 'person' && (
        <ul className={styles.rows}>
          <Row href={alertsHref}>{words.meAlerts}</Row>
        </ul>
      )}
      <section>
        <h2>{words.meSessions}</h2>
        <Sessions />
      </section>
      <Leaving viewer={viewer} />
    </>
  );
}

const Row = ({ href, children }: { href: string; children: ReactNode }) => (
  <li>
    <Link href={href}>
      {children}
      <IconChevronRight size="1.25rem" stroke={1.75} aria-hidden="true" />
    </Link>
  </li>
);

function Hiring({ viewer }: { viewer: Person }) {
  const words = accountsWords();
  return (
    <ul className={styles.rows}>
      {viewer.employers.map(({ id, name }) => (
        <Row key={id} href={`/desk/e/${id}`}>
          {name}
        </Row>
      ))}
      {viewer.employers.length === 0 && <Row href="/desk">{words.meStartHiring}</Row>}
    </ul>
  );
}

function StaffPlaces({ viewer }: { viewer: StaffMember }) {
  const words = accountsWords();
  const reviews = viewer.roles.some((role) =>
    ['reviewer', 'county-manager', 'city-administrator'].includes(role),
  );
  return (
    <ul className={styles.rows}>
      <Row href="/staff">{words.meWorkDesk}</Row>
      {reviews && <Row href="/review">{words.meReview}</Row>}
    </ul>
  );
}

function Leaving({ viewer }: Pick<MeProps, 'viewer'>) {
  const words = accountsWords();
  const [, navigate] = useLocation();
  const signOut = useSignOut();
  const [open, setOpen] = useState<'password' | 'close' | null>(null);
  const [leaving, setLeaving] = useState(false);
  const leave = async (said: string, first?: () => Promise<unknown>) => {
    setLeaving(true);
    try {
      await first?.();
      await signOut();
      toast(said);
      navigate('/');
    } catch (error) {
      toast(failureSentence(error));
    } finally {
      setLeaving(false);
    }
  };
  return (
    <>
      <p className={styles.buttons} style={{ marginTop: '2rem' }}>
        <Button working={leaving} onClick={() => void leave(words.signedOut)}>
          {words.signOut}
        </Button>
        {viewer.kind === 'staff' ? (
          <Button kind="quiet" onClick={() => setOpen('password')}>
            {words.changePassword}
          </Button>
        ) : (
          <Button kind="quiet" onClick={() => setOpen('close')}>
            {words.closeAccount}
          </Button>
        )}
      </p>
      {open === 'password' && (
        <Dialog title={words.changePassword} onClose={() => setOpen(null)}>
          <div className={styles.dialog}>
            <ChangePasswordForm onDone={() => setOpen(null)} />
          </div>
        </Dialog>
      )}
      {open === 'close' && (
        <Dialog title={words.closeAccount} onClose={() => setOpen(null)}>
          <div className={styles.dialog}>
            <p>{words.closeLead}</p>
            <p className={styles.buttons}>
              <Button kind="primary" onClick={() => setOpen(null)}>
                {words.closeKeep}
              </Button>
              <Button working={leaving} onClick={() => void leave(words.closed, () => call(closeAccount))}>
                {words.closeConfirm}
              </Button>
            </p>
          </div>
        </Dialog>
      )}
    </>
  );
}
