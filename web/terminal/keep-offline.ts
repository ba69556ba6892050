/**
 * The service worker of the terminal's addresses alone, and what it has to keep: every file this page was made of.
 * Away from a built page (the development server) there is none.
 */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker
    .register('/terminal/sw.js', { scope: '/terminal/' })
    .then(() => navigator.serviceWorker.ready)
    .then((registration) => registration.active?.postMessage({ keep: filesOfPage() }))
    // A browser without storage, or without TLS: the terminal works while the network does.
    .catch(() => undefined);
}

function filesOfPage(): string[] {
  const asked = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  const named = [...document.querySelectorAll<HTMLElement>('script[src], link[href]')]
    .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
    .filter((path) => path.startsWith('/assets/'));
  return [...new Set([...asked, ...named])];
}
