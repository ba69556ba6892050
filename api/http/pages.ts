import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import sirv from 'sirv';
import type { Config } from '../config.ts';
import type { PageHead } from '../open-data/page-head.ts';

const webDirectory = fileURLToPath(new URL('../../dist/web', import.meta.url));

/**
 * The built page: files as they are, and index.html for every address of the page, with what it must know
 * of the base map in `meta` tags (the content security policy lets no inline script run).
 */
export function servePages(
  app: Express,
  config: Pick<Config, 'basemap' | 'mapApprovalNumber'>,
  onVisit: () => void,
  headOf: (path: string) => Promise<PageHead | null>,
): void {
  if (config.basemap.kind === 'pmtiles') {
    const file = resolve(config.basemap.file);
    app.use('/basemap', sirv(dirname(file), { dev: false, etag: true, ignores: [], single: false }));
  }
  if (!existsSync(join(webDirectory, 'index.html'))) return;
  const page = withMeta(readFileSync(join(webDirectory, 'index.html'), 'utf8'), config);
  app.get('/', (_request, response) => {
    onVisit();
    response.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  app.use((_request, response, next) => {
    // The list of files is read at the start. One that was replaced since ends this answer, not the server.
    response.on('pipe', (file) => file.on('error', () => response.destroy()));
    next();
  });
  app.use(
    sirv(webDirectory, {
      brotli: true,
      gzip: true,
      etag: true,
      setHeaders(response, pathname) {
        const immutable = pathname.startsWith('/assets/');
        response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  app.get('/{*path}', async (request, response, next) => {
    // A file that is gone, after a new build say, is missing: the page in its place would not parse as code.
    const isFile = request.path.startsWith('/assets/');
    if (isFile || request.path.startsWith('/api/') || !request.accepts('html')) return next();
    onVisit();
    const head = await headOf(request.path);
    const told = head ? withHead(page, head) : page;
    response.set('Cache-Control', 'no-cache').type('html').send(told);
  });
}

/** The same page with a head of its own, for who reads no scripts. */
function withHead(html: string, { title, description, url, data }: PageHead): string {
  // A block of data is no script to the content security policy; `<` could end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const head = [
    `<title>${escaped(title)} · 就业e图</title>`,
    `<meta name="description" content="${escaped(description)}">`,
    `<meta property="og:title" content="${escaped(title)}">`,
    `<meta property="og:description" content="${escaped(description)}">`,
    `<link rel="canonical" href="${escaped(url)}">`,
    `<script type="application/ld+json">${json}</script>`,
  ];
  return html
    .replace(/<title>[^<]*<\/title>|<meta\s+name="description"[^>]*>/g, '')
    .replace('</head>', () => `${head.join('')}</head>`);
}

function withMeta(
  html: string,
  { basemap, mapApprovalNumber }: Pick<Config, 'basemap' | 'mapApprovalNumber'>,
) {
  const told =
    basemap.kind === 'pmtiles' ? { kind: 'pmtiles', url: `/basemap/${basename(basemap.file)}` } : basemap;
  const metas = [`<meta name="basemap" content="${escaped(JSON.stringify(told))}">`];
  if (mapApprovalNumber) metas.push(`<meta name="map-approval" content="${escaped(mapApprovalNumber)}">`);
  return html.replace('</head>', `${metas.join('')}</head>`);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
