import { join } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  SEED: z.enum(['demo', 'none']).optional(),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_KEY: z.string().optional(),
  MEILI_INDEX: z
    .string()
    .regex(/^[a-z0-9_-]{1,60}$/)
    .default('openings'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).default(1200),
  SMS_PROVIDER: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('就业e图 <no-reply@localhost>'),
  STAFF_TOTP: z.enum(['required', 'optional']).optional(),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  BASEMAP: z.string().min(1).default('offline'),
  TIANDITU_KEY: z.string().min(1).optional(),
  MAP_APPROVAL_NUMBER: z.string().min(1).optional(),
});

/** Wrong settings, all of them at once. */
export class ConfigFault extends Error {}

export type Basemap =
  | { kind: 'offline' }
  | { kind: 'tianditu'; key: string }
  | { kind: 'style'; url: string }
  | { kind: 'pmtiles'; file: string };

export type Config = Readonly<ReturnType<typeof readConfig>>;

/** Where links in messages lead; never taken from a request, which says what it likes. */
export function originOf({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string {
  return publicUrl === null ? `http://localhost:${port}` : new URL(publicUrl).origin;
}

/** Reads the environment once. Throws ConfigFault naming every wrong setting. */
export function readConfig(env: Record<string, string | undefined>) {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(set);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const basemap = readBasemap(set, faults);
  if (!parsed.success || basemap === null) throw new ConfigFault(`设置有误：\n  ${faults.join('\n  ')}`);
  const value = parsed.data;
  // A real city is filled by import, never by invention.
  const seed = value.SEED ?? (value.DATABASE_URL ? ('none' as const) : ('demo' as const));
  return Object.freeze({
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir: value.DATA_DIR,
    seed,
    meili: value.MEILI_URL
      ? { url: value.MEILI_URL, key: value.MEILI_KEY ?? null, index: value.MEILI_INDEX }
      : null,
    publicUrl: value.PUBLIC_URL ?? null,
    trustProxy: value.TRUST_PROXY,
    rateLimitPerMinute: value.RATE_LIMIT_PER_MINUTE,
    metrics: value.METRICS_PORT === undefined ? null : { port: value.METRICS_PORT, host: value.METRICS_HOST },
    sms: value.SMS_PROVIDER ? { url: value.SMS_PROVIDER, token: value.SMS_TOKEN ?? null } : null,
    smtp: value.SMTP_URL ? { url: value.SMTP_URL, from: value.MAIL_FROM } : null,
    totpRequired: (value.STAFF_TOTP ?? (seed === 'demo' ? 'optional' : 'required')) === 'required',
    uploadsDir: join(value.DATA_DIR, 'uploads'),
    logLevel: value.LOG_LEVEL,
    basemap,
    mapApprovalNumber: value.MAP_APPROVAL_NUMBER ?? null,
  });
}

function readBasemap(env: Record<string, string | undefined>, faults: string[]): Basemap | null {
  const wanted = env.BASEMAP ?? 'offline';
  if (wanted === 'offline') return { kind: 'offline' };
  if (wanted === 'tianditu') {
    if (env.TIANDITU_KEY) return { kind: 'tianditu', key: env.TIANDITU_KEY };
    faults.push('TIANDITU_KEY: BASEMAP=tianditu 要有天地图的 key');
    return null;
  }
  if (wanted.startsWith('pmtiles:') && wanted.length > 8) return { kind: 'pmtiles', file: wanted.slice(8) };
  if (/^https?:\/\/\S+$/.test(wanted)) return { kind: 'style', url: wanted };
  faults.push('BASEMAP: 只能是 offline、tianditu、pmtiles:文件 或样式网址');
  return null;
}
