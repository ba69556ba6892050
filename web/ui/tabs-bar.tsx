import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import { formatCount } from '../text/numbers.ts';
import styles from './tabs-bar.module.css';

type Tab = {
  id: string;
  label: string;
  count?: number;
  icon?: ReactNode;
  /** With an address on every tab the bar is navigation; without, it changes what stands under it. */
  href?: string;
};

type TabsBarProps = {
  label: string;
  tabs: readonly Tab[];
  chosen: string;
  onChoose?: (id: string) => void;
};

/** The id to give the panel under a bar without addresses. */
export const panelId = (id: string) => `panel-${id}`;

const inside = ({ label, count, icon }: Tab) => (
  <>
    {icon}
    {label}
    {count !== undefined && <span className={styles.count}>{formatCount(count)}</span>}
  </>
);

/** Words on a line, the chosen one underlined; scrolls sideways where it does not fit. */
export function TabsBar({ label, tabs, chosen, onChoose }: TabsBarProps) {
  const ref = useRef<HTMLDivElement>(null);
  if (tabs.every(({ href }) => href !== undefined))
    return (
      <nav className={styles.bar} aria-label={label}>
        {tabs.map((tab) => (
          <Link
            key={tab.id}
            href={tab.href!}
            className={styles.tab}
            aria-current={tab.id === chosen ? 'page' : undefined}
          >
            {inside(tab)}
          </Link>
        ))}
      </nav>
    );
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length]!;
    onChoose?.(next.id);
    ref.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div ref={ref} className={styles.bar} role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          data-tab={tab.id}
          className={styles.tab}
          aria-selected={tab.id === chosen}
          aria-controls={tab.id === chosen ? panelId(tab.id) : undefined}
          tabIndex={tab.id === chosen ? 0 : -1}
          onKeyDown={move}
          onClick={() => onChoose?.(tab.id)}
        >
          {inside(tab)}
        </button>
      ))}
    </div>
  );
}
