type Sized = { size?: string };

/** The sign of the service: a pin with an e. */
export function Logo({ size = '2rem' }: Sized) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        fill="#27673D"
        d="M16 1.5c6.9 0 12 5 12 11.7 0 7-5.6 11.6-10.3 16.4a2.4 2.4 0 0 1-3.4 0C9.6 24.8 4 20.2 4 13.2 4 6.5 9.1 1.5 16 1.5Z"
      />
      <path
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        d="M10.6 13.4h10.2a5.2 5.2 0 1 0-1.5 3.9"
      />
    </svg>
  );
}

/** How fresh an opening is: a shape first, then a colour. */
export function FreshnessIcon({ level, size = '1.125rem' }: Sized & { level: 'fresh' | 'ageing' | 'stale' }) {
  if (level === 'fresh')
    return (
      <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="8" fill="#27673D" />
        <path d="m5.6 9.2 2.4 2.4 4.4-4.6" fill="none" stroke="#fff" strokeWidth="1.8" />
      </svg>
    );
  if (level === 'ageing')
    return (
      <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="7.2" fill="none" stroke="#465048" strokeWidth="1.6" />
        <path d="M9 1.8a7.2 7.2 0 0 0 0 14.4Z" fill="#465048" />
      </svg>
    );
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="7.2" fill="none" stroke="#626B63" strokeWidth="1.6" strokeDasharray="3 2.65" />
    </svg>
  );
}

export type HouseState = 'open' | 'later' | 'closed' | 'unknown';
export type TerminalState = 'working' | 'broken' | 'none';

type HouseProps = Sized & { state: HouseState; terminal?: TerminalState };

/**
 * A service point. Open: filled with an open door. Opens later today: outline with a clock. Not today: grey
 * outline with a bar. Hours not known: outline with a question. The small screen is its terminal.
 */
export function House({ state, terminal = 'none', size = '1.25rem' }: HouseProps) {
  const outline = 'M3 11.3 13 2.7l10 8.6V23a1.5 1.5 0 0 1-1.5 1.5h-17A1.5 1.5 0 0 1 3 23Z';
  return (
    <svg
      width={size}
      height={size}
      viewBox={terminal === 'none' ? '0 0 26 27' : '0 0 32 29'}
      aria-hidden="true"
    >
      {state === 'open' ? (
        <>
          <path fill="#33424F" d={`M2 10.8 13 1.3l11 9.5V23.5a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2Z`} />
          <path fill="#F7F4EB" d="M9.5 14h7v11.5h-7Z" />
          <path fill="#94C08F" d="m9.5 14 4.3 2.2v9.3H9.5Z" />
        </>
      ) : (
        <path
          d={outline}
          fill={state === 'closed' ? '#F6F4EE' : '#fff'}
          stroke={state === 'later' ? '#33424F' : '#626B63'}
          strokeWidth="2"
          strokeLinejoin="round"
        />
      )}
      {state === 'later' && (
        <g fill="none" stroke="#33424F" strokeWidth="1.7" strokeLinecap="round">
          <circle cx="13" cy="15.4" r="5" />
          <path d="M13 12.8v2.8l1.9 1" />
        </g>
      )}
      {state === 'closed' && (
        <path d="M8.5 16.5h9" stroke="#626B63" strokeWidth="2.4" strokeLinecap="round" />
      )}
      {state === 'unknown' && (
        <path
          d="M10.5 13.2a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1.1.8-1.1 1.6m0 3.2v.2"
          fill="none"
          stroke="#626B63"
          strokeWidth="1.9"
          strokeLinecap="round"
        />
      )}
      {terminal !== 'none' && <Screen working={terminal === 'working'} />}
    </svg>
  );
}

function Screen({ working }: { working: boolean }) {
  const colour = working ? '#27673D' : '#A32A20';
  return (
    <>
      <rect x="15.5" y="14.5" width="16" height="14" rx="4" fill="#fff" />
      <rect x="17" y="16" width="13" height="11" rx="2.6" fill="#fff" stroke={colour} strokeWidth="1.9" />
      <path
        d={working ? 'm20.3 21.6 2.3 2.2 4.2-4.5' : 'm21 19 5 5m0-5-5 5'}
        fill="none"
        stroke={colour}
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </>
  );
}

/** A service terminal: a screen on its foot. */
export function TerminalIcon({ size = '1.25rem', colour = '#27673D' }: Sized & { colour?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <g fill="none" stroke={colour} strokeWidth="1.6" strokeLinejoin="round" strokeLinecap="round">
        <rect x="2.5" y="3.5" width="15" height="10" rx="1.5" />
        <path d="M10 13.5V17m-3.5 0h7" />
      </g>
    </svg>
  );
}
