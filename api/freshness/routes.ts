import { createHmac } from 'node:crypto';
import { ipKeyGenerator } from 'express-rate-limit';
import type pg from 'pg';
import { readLink } from '../accounts/signed-link.ts';
import { takeFromLimit } from '../db/limits.ts';
import { transact } from '../db/transact.ts';
import { route, type Route } from '../http/serve.ts';
import { readIdOrCode } from '../openings/rules.ts';
import { Refusal } from '../refusals.ts';
import { answer } from './answer.ts';
import { type AskDeps } from './ask.ts';
import { answerFreshness, type FreshnessQuestion, getFreshnessQuestion, reportCall } from './contract.ts';
import { report } from './report.ts';
import { answerLimit, reportLimits } from './rules.ts';
import { findLink, type LinkRow } from './store.ts';

type FreshnessDeps = AskDeps & { db: pg.Pool };

export function freshnessRoutes(deps: FreshnessDeps): Route[] {
  const { db, linkSecret } = deps;

  function idOf(token: string, now: Date): string {
    const read = readLink(linkSecret, 'freshness', token, now);
    if ('id' in read) return read.id;
    throw read.fault === 'over'
      ? new Refusal(
          'missing',
          'freshness.over',
          '这个链接过期了。登录以后在“我的岗位”里点一下“还在招”，一样算数。',
        )
      : new Refusal(
          'missing',
          'freshness.broken',
          '链接不全，从短信里重新点一次，或者登录以后在“我的岗位”里确认。',
        );
  }

  return [
    route(getFreshnessQuestion, async ({ params, now }, _request, response) => {
      response.set({ 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' });
      const link = await findLink(db, idOf(params.token, now));
      if (!link) throw new Refusal('missing', 'freshness.gone', '这个岗位已经不在了，不用再点。');
      return toQuestion(link);
    }),

    route(answerFreshness, async ({ params, body, address, now }) => {
      const id = idOf(params.token, now);
      await takeFromLimit(db, `freshness-answer:${address}`, answerLimit, now);
      const link = await transact(db, (tx) => answer(tx, { id, ...body }, now));
      return toQuestion(link);
    }),

    route(reportCall, async ({ params, body, address, now }, request) => {
      const wanted = readIdOrCode(params.idOrCode);
      if (!wanted) throw new Refusal('missing', 'opening.missing', '没有这个岗位，可能已经招满或者到期了');
      for (const { name, ...limit } of reportLimits)
        await takeFromLimit(db, `${name}:${address}`, limit, now);
      const reporterFor = (openingId: string) => reporterOf(linkSecret, openingId, request.ip);
      await transact(db, (tx) => report(tx, deps, { wanted, outcome: body.outcome, reporterFor }, now));
      return { outcome: body.outcome };
    }),
  ];
}

/** Tells two callers about one opening apart for as long as it matters, and follows nobody to another opening. */
function reporterOf(secret: Buffer, openingId: string, address: string | undefined): string {
  return createHmac('sha256', secret)
    .update(`call:${openingId}:${ipKeyGenerator(address ?? '')}`)
    .digest('base64url')
    .slice(0, 22);
}

function toQuestion(link: LinkRow): FreshnessQuestion {
  return {
    opening: {
      id: link.openingId,
      code: link.code,
      title: link.title,
      employer: link.employerName,
      headcount: link.headcount,
      status: link.status,
      confirmedAt: link.confirmedAt?.toISOString() ?? null,
      expiresAt: link.openingExpiresAt?.toISOString() ?? null,
    },
    answered: link.answer && { answer: link.answer, at: link.answeredAt!.toISOString() },
    linkExpiresAt: link.expiresAt.toISOString(),
  };
}
