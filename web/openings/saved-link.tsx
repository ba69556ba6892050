import { IconChevronRight, IconStar } from '@tabler/icons-react';
import { Link } from 'wouter';
import { words } from '../text/words.ts';
import styles from './saved-link.module.css';
import { useSaved } from './saved.ts';

/** A row that leads to what was saved; nothing where nothing is. */
export function SavedLink({ href }: { href: string }) {
  const { length } = useSaved();
  if (length === 0) return null;
  return (
    <Link href={href} className={styles.row}>
      <IconStar size="1.25rem" stroke={1.75} aria-hidden="true" />
      {words.savedCount(length)}
      <IconChevronRight size="1.25rem" stroke={1.75} aria-hidden="true" />
    </Link>
  );
}
