import type { Request, Response } from 'express';
import { hashOfToken } from '../accounts/secrets.ts';
import { findViewer, markSeen } from '../accounts/session-store.ts';
import { nobody, type Viewer } from '../accounts/viewer.ts';
import type { Database } from '../db/database.ts';

/** Seen is kept to the minute: a write a request would be a write a tap. */
const seenEverySeconds = 60;

/** Finds the terminal a device token belongs to, by its hash. */
export type FindTerminal = (
  db: Database,
  tokenHash: Buffer,
) => Promise<{ terminalId: string; servicePointId: string } | null>;

export type WhoAsks = { viewer: Viewer; sessionId: string | null };

/**
 * Reads who asks from the cookie: a session, else a terminal's token, else nobody. With `asTerminal` a session does
 * not count: staff may be signed in at the machine they have just paired.
 */
export async function readWhoAsks(
  db: Database,
  findTerminal: FindTerminal,
  request: Request,
  now: Date,
  asTerminal = false,
): Promise<WhoAsks> {
  const session = asTerminal ? null : readCookie(request, 'session');
  if (session) {
    const found = await findViewer(db, hashOfToken(session), now);
    if (found) {
      if (found.seenSecondsAgo >= seenEverySeconds) await markSeen(db, found.sessionId, now);
      return { viewer: found.viewer, sessionId: found.sessionId };
    }
  }
  const device = readCookie(request, 'terminal');
  const terminal = device ? await findTerminal(db, hashOfToken(device)) : null;
  return { viewer: terminal ? { kind: 'terminal', ...terminal } : nobody, sessionId: null };
}

export type CookieName = 'session' | 'terminal';

/** Sets or clears a cookie that only we read. `__Host-` needs TLS; on plain HTTP (a demo, a LAN) it has no prefix. */
export function setCookie(
  request: Request,
  response: Response,
  name: CookieName,
  token: string | null,
  maxAgeSeconds?: number,
): void {
  const secure = request.secure;
  const options = { httpOnly: true, secure, sameSite: 'lax', path: '/' } as const;
  if (token === null) response.clearCookie(fullName(name, secure), options);
  else
    response.cookie(fullName(name, secure), token, {
      ...options,
      ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds * 1000 }),
    });
}

/** What the session that this browser brings is kept by, whether it still lives or not; null without one. */
export function broughtSession(request: Request): Buffer | null {
  const token = readCookie(request, 'session');
  return token === null ? null : hashOfToken(token);
}

export function hasCookie(request: Request): boolean {
  return readCookie(request, 'session') !== null || readCookie(request, 'terminal') !== null;
}

function readCookie(request: Request, name: CookieName): string | null {
  const wanted = `${fullName(name, request.secure)}=`;
  const found = request.headers.cookie?.split(/;\s*/).find((pair) => pair.startsWith(wanted));
  const value = found?.slice(wanted.length) ?? '';
  return /^[\w-]{20,80}$/.test(value) ? value : null;
}

const fullName = (name: CookieName, secure: boolean) => (secure ? `__Host-${name}` : name);
