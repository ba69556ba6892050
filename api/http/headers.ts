import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

/** Security headers of every answer. Nothing inline runs; only a chosen base map is reached beyond us. */
export function headers(config: Pick<Config, 'basemap' | 'publicUrl'>): RequestHandler {
  const outside = basemapOrigins(config.basemap);
  const always = writtenBy(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'script-src': ["'self'"],
          'style-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:', ...outside],
          'connect-src': ["'self'", ...outside],
          'worker-src': ["'self'"],
          'font-src': ["'self'", ...outside],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
        },
      },
      // Only an address that is reached over TLS may promise TLS.
      strictTransportSecurity: config.publicUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      crossOriginEmbedderPolicy: false,
    }),
  );
  // A page may ask where the visitor is and listen when they speak; nobody embedded in it may.
  always.push(['Permissions-Policy', 'geolocation=(self), microphone=(self), camera=(), payment=()']);
  return (_request, response, next) => {
    for (const [name, value] of always) response.setHeader(name, value);
    next();
  };
}

/** What a handler writes that says the same to everybody: helmet puts its policy together anew for every answer. */
function writtenBy(handler: ReturnType<typeof helmet>): [name: string, value: string][] {
  const written: [string, string][] = [];
  const response = {
    setHeader: (name: string, value: string) => written.push([name, value]),
    removeHeader: () => {},
  };
  handler({} as never, response as never, (error) => {
    if (error) throw error as Error;
  });
  return written;
}

function basemapOrigins(basemap: Config['basemap']): string[] {
  if (basemap.kind === 'tianditu') return ['https://*.tianditu.gov.cn'];
  if (basemap.kind === 'style') return [new URL(basemap.url).origin];
  return [];
}
