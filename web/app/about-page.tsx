import { Link } from 'wouter';
import { words } from '../text/words.ts';
import { LinkButton } from '../ui/button.tsx';
import styles from './page.module.css';
import { PlainPage } from './plain-page.tsx';
import { urls } from './urls.ts';

/** Where everything comes from, and what is not kept. */
export function AboutPage() {
  const sections: [string, readonly string[]][] = [
    [words.aboutPrivacyTitle, words.aboutPrivacy],
    [words.aboutOpeningsTitle, [...words.aboutOpenings, words.aboutReal]],
    [words.aboutMapTitle, words.aboutMap],
  ];
  return (
    <PlainPage title={words.aboutTitle} section="about">
      <div className={styles.narrow}>
        <h1 tabIndex={-1}>{words.aboutTitle}</h1>
        {sections.map(([title, sentences]) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ))}
        <h2>{words.aboutHireTitle}</h2>
        <p>{words.aboutHire}</p>
        <p className={styles.actions}>
          <Link href={urls.desk()}>{words.aboutHireGo}</Link>
          <Link href={urls.staffSignIn()}>{words.aboutStaff}</Link>
        </p>
        <h2>{words.aboutHelpTitle}</h2>
        <p>{words.aboutHelp}</p>
        <p className={styles.actions}>
          <LinkButton href="tel:12333">{words.aboutCall}</LinkButton>
        </p>
      </div>
    </PlainPage>
  );
}
