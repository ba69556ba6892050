import { IconArrowLeft, IconChevronDown, IconUser } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import { formWords } from '../text/form.ts';
import { formatCount } from '../text/numbers.ts';
import { words } from '../text/words.ts';
import styles from './desk-frame.module.css';
import { DeskMenu, type MenuItem } from './desk-menu.tsx';
import { Logo } from './icons.tsx';
import { usePhone } from './use-media.ts';

export type DeskSection = {
  id: string;
  label: string;
  href: string;
  /** 20 px, stroke 1.75. */
  icon: ReactNode;
  count?: number;
  /** Instead of the count, in red: `1 台坏`. */
  alert?: string;
};

type DeskFrameProps = {
  /** The page's title: in the browser's tab, and in the phone's bar. */
  title: string;
  /** Who works here, beside the name of the service: 用人单位, 工作人员. */
  role: string;
  /** Where the name of the service leads. */
  home: string;
  sections: readonly DeskSection[];
  current: string | null;
  /** `top`: few sections in the header (employer); `side`: many, at the left (staff). */
  look?: 'top' | 'side';
  /** In the header, between the sections and the account; not on a phone. */
  tools?: ReactNode;
  account: { name: string; icon?: ReactNode; items: readonly MenuItem[] } | null;
  /** A page below a section: on a phone it has an arrow back and no bar of sections. */
  back?: string;
  /** At the foot of the side, in small letters: 你管：东关街道. */
  sideNote?: ReactNode;
  /** No padding and no limit of width: the page lays out its own columns. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of every desk: header with role and account, sections, and the page. */
export function DeskFrame(props: DeskFrameProps) {
  const { title, sections, look = 'top', back, wide, sideNote, children } = props;
  const phone = usePhone();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = words.titleOf(title);
  }, [title]);
  useEffect(() => {
    scrollTo(0, 0);
    (main.current?.querySelector<HTMLElement>('h1') ?? main.current)?.focus({ preventScroll: true });
  }, []);
  const side = look === 'side' && !phone;
  const bottom = phone && !back && sections.length > 1;
  const frame = [styles.frame, side && styles.withSide, bottom && styles.withBottom];
  return (
    <div className={frame.filter(Boolean).join(' ')}>
      {phone ? <PhoneBar {...props} /> : <TopBar {...props} />}
      {side && (
        <aside className={styles.side}>
          <Sections {...props} className={styles.sideNav} />
          {sideNote && <p className={styles.sideNote}>{sideNote}</p>}
        </aside>
      )}
      <main id="main" ref={main} tabIndex={-1} className={wide ? styles.wide : styles.main}>
        {children}
      </main>
      {bottom && <Sections {...props} className={styles.bottom} />}
    </div>
  );
}

function TopBar({ role, home, look = 'top', tools, account, sections, current }: DeskFrameProps) {
  return (
    <header className={styles.header}>
      <Link href={home} className={styles.brand}>
        <Logo size="1.875rem" />
        <b>
          就业<span>e</span>图
        </b>
      </Link>
      <span className={styles.role}>{role}</span>
      {look === 'top' && <Sections sections={sections} current={current} className={styles.nav} />}
      <div className={styles.tools}>
        {tools}
        {account && <Account {...account} />}
      </div>
    </header>
  );
}

function PhoneBar({ title, role, home, back, account }: DeskFrameProps) {
  return (
    <header className={styles.phoneBar}>
      {back ? (
        <Link href={back} className={styles.back} aria-label={words.back}>
          <IconArrowLeft size="1.5rem" stroke={1.75} aria-hidden="true" />
        </Link>
      ) : (
        <Link href={home} className={styles.back} aria-label={words.homeTitle}>
          <Logo size="1.75rem" />
        </Link>
      )}
      <span className={styles.phoneTitle}>
        {title}
        {!back && <small>{role}</small>}
      </span>
      {account && <Account {...account} short />}
    </header>
  );
}

function Account({ name, icon, items, short }: NonNullable<DeskFrameProps['account']> & { short?: boolean }) {
  return (
    <DeskMenu label={formWords().accountMenu} items={items}>
      {icon ?? <IconUser size="1.25rem" stroke={1.75} aria-hidden="true" />}
      <span className={short ? 'visually-hidden' : styles.accountName}>{name}</span>
      <IconChevronDown size="1rem" stroke={1.75} aria-hidden="true" />
    </DeskMenu>
  );
}

type SectionsProps = Pick<DeskFrameProps, 'sections' | 'current'> & { className?: string };

function Sections({ sections, current, className }: SectionsProps) {
  const nav = useRef<HTMLElement>(null);
  // On a phone a bar of eleven is wider than the screen: where one stands must be on it.
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [current, sections.length]);
  return (
    <nav ref={nav} className={className} aria-label={formWords().deskNav}>
      {sections.map(({ id, label, href, icon, count, alert }) => (
        <Link key={id} href={href} aria-current={id === current ? 'page' : undefined}>
          <span className={styles.icon}>{icon}</span>
          <span className={styles.label}>{label}</span>
          {alert ? (
            <span className={styles.alert}>{alert}</span>
          ) : (
            count !== undefined && count > 0 && <span className={styles.count}>{formatCount(count)}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
