// The service worker of /terminal/ alone: a terminal whose network goes shows what it last had.
// Pages and data come from the network while it answers; built files, whose names change with them, from here.

const STORE = 'terminal-1';
/** Longer than this a person at the screen does not wait. */
const PATIENCE_MS = 6000;
const SHELL = '/terminal/';
const PAGE_DATA = '/api/terminals/page';

self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith('terminal-') && name !== STORE) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(networkFirst(request, SHELL));
  else if (url.pathname === PAGE_DATA) event.respondWith(networkFirst(request, PAGE_DATA));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(storeFirst(request));
});

/** The files of a page that has come up whole; those of builds before it go. */
async function keep(files) {
  const store = await caches.open(STORE);
  const wanted = new Set(files);
  for (const file of wanted) if (!(await store.match(file))) await store.add(file);
  if (!(await store.match(SHELL))) await store.add(SHELL);
  if (!(await store.match(PAGE_DATA))) await store.add(PAGE_DATA);
  for (const { url } of await store.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/assets/') && !wanted.has(pathname)) await store.delete(url);
  }
}

async function networkFirst(request, key) {
  const store = await caches.open(STORE);
  try {
    const reply = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (reply.ok) await store.put(key, reply.clone());
    // A token that was revoked takes what it was given along.
    if (reply.status === 401) await store.delete(PAGE_DATA);
    if (reply.status < 500) return reply;
    return (await store.match(key)) ?? reply;
  } catch (fault) {
    const kept = await store.match(key);
    if (kept) return kept;
    throw fault;
  }
}

async function storeFirst(request) {
  const store = await caches.open(STORE);
  const kept = await store.match(request);
  return kept ?? fetch(request);
}
