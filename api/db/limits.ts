import { Refusal } from '../refusals.ts';
import type { Database } from './database.ts';

/**
 * Uses one of an allowance that all processes share; refuses when it is used up. Not in the transaction of what
 * it protects: an attempt that fails counts too.
 * @param name what is limited and for whom, such as `sign-in:<hash>`; never a raw address or number
 */
export async function takeFromLimit(
  db: Database,
  name: string,
  { limit, perSeconds }: { limit: number; perSeconds: number },
  now: Date,
): Promise<void> {
  const { rows } = await db.query<{ used: number; secondsLeft: number }>({
    name: 'limit.take',
    text: `insert into limits as l (name, used, ends_at) values ($1, 1, $2::timestamptz + $3 * interval '1 second')
     on conflict (name) do update set
       used = case when l.ends_at <= $2 then 1 else l.used + 1 end,
       ends_at = case when l.ends_at <= $2 then excluded.ends_at else l.ends_at end
     returning used, ceil(extract(epoch from ends_at - $2))::int as "secondsLeft"`,
    values: [name, now, perSeconds],
  });
  const { used, secondsLeft } = rows[0]!;
  if (used > limit)
    throw new Refusal(
      'throttled',
      'limit.used-up',
      `次数太多了，${inWords(secondsLeft)}再试`,
      [],
      secondsLeft,
    );
}

/** Deletes allowances whose window is over. */
export async function forgetLimits(db: Database, now: Date): Promise<void> {
  await db.query('delete from limits where ends_at <= $1', [now]);
}

function inWords(seconds: number): string {
  if (seconds <= 90) return ` ${seconds} 秒后`;
  return seconds <= 5400 ? ` ${Math.ceil(seconds / 60)} 分钟后` : ` ${Math.ceil(seconds / 3600)} 小时后`;
}
