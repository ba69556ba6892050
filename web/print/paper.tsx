import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './paper.module.css';

const MM_PER_PX = 25.4 / 96;
/** Blank below the last line, so that the knife does not cut it. */
const BELOW_MM = 6;
const ROLL_MM = 80;
const SIDE_MM = 4;

type PaperProps = {
  /** Each new number prints once; null lays it out and prints nothing. */
  job: number | null;
  onPrinted?: () => void;
  children: ReactNode;
};

/**
 * Slips on the roll: laid out beside the screen, where they can be measured, and alone on the paper. A roll has no
 * page, so the page is made as long as the longest slip.
 */
export function Paper({ job, onPrinted, children }: PaperProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.paper = 'roll';
    const sheet = new CSSStyleSheet();
    const heights = [...(ref.current?.children ?? [])].map((slip) => slip.getBoundingClientRect().height);
    const heightMm = Math.ceil(Math.max(60, ...heights.map((px) => px * MM_PER_PX)) + BELOW_MM);
    sheet.replaceSync(`@page { size: ${ROLL_MM}mm ${heightMm}mm; margin: 0 ${SIDE_MM}mm; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      delete root.dataset.paper;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  });
  useLayoutEffect(() => {
    if (job === null) return;
    print();
    onPrinted?.();
    // One job prints once, whatever else changes on the page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [job]);
  return createPortal(
    <div ref={ref} className={styles.paper} data-on-paper="" aria-hidden="true">
      {children}
    </div>,
    document.body,
  );
}
