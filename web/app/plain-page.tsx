import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { words } from '../text/words.ts';
import { IconButton } from '../ui/button.tsx';
import { usePhone } from '../ui/use-media.ts';
import { Header, type Section } from './header.tsx';
import styles from './page.module.css';
import { urls } from './urls.ts';

type PlainPageProps = {
  title: string;
  section: Section;
  /** What the phone's bar says, when not the title. */
  bar?: string;
  /** Right side of the phone's bar. */
  tools?: ReactNode;
  children: ReactNode;
};

/** Back to where one came from; to the start when the page was opened from outside. */
export function useGoBack(): () => void {
  const [, navigate] = useLocation();
  return () => {
    if (cameFromInside()) history.back();
    else navigate(urls.find());
  };
}

// The first entry of this visit has no page of ours behind it.
const entriesAtStart = history.length;
const cameFromInside = (): boolean => history.length > entriesAtStart;

/** A page without the map. Its heading takes the focus, so that a screen reader starts there. */
export function PlainPage({ title, section, bar, tools, children }: PlainPageProps) {
  const phone = usePhone();
  const goBack = useGoBack();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = words.titleOf(title);
  }, [title]);
  useEffect(() => {
    scrollTo(0, 0);
    (ref.current?.querySelector<HTMLElement>('h1') ?? ref.current)?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={`${styles.page} ${phone ? '' : styles.withHeader}`}>
      {phone ? (
        <header className={styles.bar}>
          <IconButton label={words.back} onClick={goBack}>
            <IconArrowLeft size="1.5rem" stroke={1.75} aria-hidden="true" />
          </IconButton>
          <span>{bar ?? title}</span>
          {tools}
        </header>
      ) : (
        <Header section={section} />
      )}
      <main id="main" ref={ref} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
