import { useLocation } from 'wouter';
import type { DeskEmployer } from '../../api/employers/contract.ts';
import { deskWords } from '../text/desk.ts';
import { toast } from '../ui/toast.tsx';
import { useTold } from './data.ts';
import { ProfileForm } from './employer-form.tsx';
import styles from './employer.module.css';
import { LicencePanel } from './licence-panel.tsx';
import { MembersPanel } from './members-panel.tsx';
import { WorkplacesPanel } from './workplaces-panel.tsx';

type ProfilePageProps = { employer: DeskEmployer; account: string; homeHref: string };

/** What the employer says of itself, its papers, its places and its people. */
export function ProfilePage({ employer, account, homeHref }: ProfilePageProps) {
  const words = deskWords();
  const told = useTold();
  const [, navigate] = useLocation();
  const changed = () => told.employerChanged(employer.id);
  return (
    <>
      <h1 tabIndex={-1}>{employer.name}</h1>
      <p className={styles.lead}>{employer.creditCode}</p>
      <div
        className={[styles.profile, employer.wanted.includes('licence') && styles.papersFirst]
          .filter(Boolean)
          .join(' ')}
      >
        <div>
          <section>
            <h2>{words.profile}</h2>
            <ProfileForm
              key={employer.version}
              employer={employer}
              account={account}
              onSaved={(saved) => {
                told.employer(saved);
                toast(words.saved);
              }}
            />
          </section>
          <section>
            <h2>{words.workplaces}</h2>
            <WorkplacesPanel employer={employer} account={account} onChanged={changed} />
          </section>
        </div>
        <div>
          <section>
            <h2>{words.verification}</h2>
            <LicencePanel employer={employer} onChanged={changed} onSaved={told.employer} />
          </section>
          <section>
            <h2>{words.members}</h2>
            <MembersPanel
              employer={employer}
              onSaved={told.employer}
              onChanged={changed}
              onLeft={() => {
                changed();
                navigate(homeHref);
              }}
            />
          </section>
        </div>
      </div>
    </>
  );
}
