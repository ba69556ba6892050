import { lazy } from 'react';

/** What a service point shows and does on its own machines, walls and desk: each page is fetched when it is opened. */
export const TerminalPage = lazy(() =>
  import('../terminal/terminal-page.tsx').then((m) => ({ default: m.TerminalPage })),
);
export const DevicesPage = lazy(() =>
  import('../terminal/devices-page.tsx').then((m) => ({ default: m.DevicesPage })),
);
export const BulletinPage = lazy(() =>
  import('../bulletin/bulletin-page.tsx').then((m) => ({ default: m.BulletinPage })),
);
export const BulletinScreenPage = lazy(() =>
  import('../bulletin/screen-page.tsx').then((m) => ({ default: m.BulletinScreenPage })),
);
export const HelpPage = lazy(() => import('../help/help-page.tsx').then((m) => ({ default: m.HelpPage })));
export const LedgerPage = lazy(() =>
  import('../help/ledger-page.tsx').then((m) => ({ default: m.LedgerPage })),
);
