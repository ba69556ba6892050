import { Link } from 'wouter';
import buttonStyles from '../ui/button.module.css';
import styles from './page.module.css';
import { PlainPage } from './plain-page.tsx';
import { words } from '../text/words.ts';
import { urls } from './urls.ts';

type GonePageProps = { title: string; lead?: string; next: string; href: string };

/** What was asked for is not there: say so, and where to go on. */
export function GonePage({ title, lead, next, href }: GonePageProps) {
  return (
    <PlainPage title={title} section={null}>
      <div className={styles.narrow}>
        <h1 tabIndex={-1}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        <p className={styles.actions}>
          <Link href={href} className={`${buttonStyles.button} ${buttonStyles.primary}`}>
            {next}
          </Link>
          <Link href={urls.code()} className={`${buttonStyles.button} ${buttonStyles.secondary}`}>
            {words.navCode}
          </Link>
        </p>
      </div>
    </PlainPage>
  );
}

export function MissingPage() {
  return (
    <GonePage title={words.missingTitle} lead={words.missingLead} next={words.navFind} href={urls.find()} />
  );
}
