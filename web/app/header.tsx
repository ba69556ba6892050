import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { words } from '../text/words.ts';
import { readAccountMark } from '../ui/account-mark.ts';
import { setElder, useElder } from '../ui/elder.ts';
import { Logo } from '../ui/icons.tsx';
import styles from './header.module.css';
import { urls } from './urls.ts';

export type Section = 'find' | 'points' | 'data' | 'code' | 'about' | null;

type HeaderProps = { section: Section; findHref?: string; pointsHref?: string; search?: ReactNode };

/** The desktop's header: where one is, the search, larger text. */
export function Header({ section, findHref, pointsHref, search }: HeaderProps) {
  const elder = useElder();
  const item = (name: Section, href: string, label: string) => (
    <Link href={href} aria-current={section === name ? 'page' : undefined}>
      {label}
    </Link>
  );
  return (
    <header className={styles.header}>
      <Link href={urls.find()} className={styles.brand}>
        <Logo size="1.875rem" />
        <b>
          就业<span>e</span>图
        </b>
      </Link>
      <nav className={styles.nav} aria-label={words.mainNav}>
        {item('find', findHref ?? urls.find(), words.navFind)}
        {item('points', pointsHref ?? urls.points(), words.navPoints)}
        {item('data', urls.data(), words.navData)}
      </nav>
      {search && <div className={styles.search}>{search}</div>}
      <div className={styles.side}>
        <Link href={urls.code()} className={styles.code}>
          {words.navCode}
        </Link>
        <Link href={urls.saved()}>{words.navSaved}</Link>
        <button type="button" aria-pressed={elder > 0} onClick={() => setElder(elder > 0 ? 0 : 1)}>
          {elder > 0 ? words.elderOff : words.elder}
        </button>
        <Link href={urls.desk()}>{words.navHire}</Link>
        <Link href={urls.me()}>{readAccountMark() ? words.navMine : words.navSignIn}</Link>
        <Link href={urls.about()} className={styles.code}>
          {words.navAboutShort}
        </Link>
      </div>
    </header>
  );
}
