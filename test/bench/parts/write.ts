import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { currentConsent } from '../../../api/applications/contract.ts';
import { type Applying, openApplying } from '../applications.ts';
import { p95Growth } from '../growth.ts';
import { closedLoop, latencyAt, warmUp } from '../load.ts';
import { alternate } from '../measure.ts';
import { pgbench } from '../pgbench.ts';
import { compared, type Line, orReason } from '../report.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

const clients = 8;

/**
 * The same rows as an application leaves behind (api/applications/send.ts), in one commit: key, application, event,
 * consent, audit line, and the employer's message on the same condition.
 */
const scriptOf = ({
  accounts,
  openings,
}: Applying['others']): string => `\\set account random(${accounts.join(', ')})
\\set opening random(${openings.join(', ')})
begin;
insert into idempotency_keys (actor, key, endpoint, body_hash, reply, at)
values ('person:' || :account::bigint, gen_random_uuid()::text, 'sendApplication',
        sha256(convert_to(:account::bigint || ':' || :opening::bigint, 'UTF8')), '{"id": "1000000", "isNew": true}', now());
with put as (
  insert into applications (opening_id, employer_id, account_id, state, name, phone, message, sent_at, changed_at)
  select id, employer_id, :account::bigint, 'new', '演练' || :account::bigint, '13700000000',
         '第 ' || id || ' 个岗位', now(), now()
    from openings where id = :opening::bigint
  on conflict (opening_id, account_id) do nothing
  returning id, opening_id, employer_id
), told as (
  insert into application_events (application_id, state, at) select id, 'new', now() from put
), agreed as (
  insert into application_consents (application_id, version, employer_id, at)
  select id, '${currentConsent}', employer_id, now() from put
), noted as (
  insert into audit_log (at, actor, action, entity, entity_id, detail)
  select now(), 'person:' || :account::bigint, 'application.send', 'application', id,
         jsonb_build_object('openingId', opening_id::text,
           'consent', jsonb_build_object('version', '${currentConsent}', 'employerId', employer_id::text)) from put
)
insert into messages (channel, recipient, template, text, created_at, next_try_at)
select 'sms', a.phone, 'application.arrived', '有人投了您的岗位，请看一看', now(), now()
  from put join employer_members m using (employer_id) join accounts a on a.id = m.account_id
 where not exists (select 1 from applications o
                    where o.employer_id = put.employer_id and o.state = 'new' and o.sent_at > now() - interval '1 day');
commit;
`;

/** A durable application through the whole server, beside PostgreSQL alone with the same rows; and how it grows. */
export async function write(settings: Settings): Promise<Line[]> {
  const cluster = await settings.cluster();
  const running: Applying[] = [];
  const lines: Line[] = [];
  try {
    for (const size of settings.sizes) running.push(await openApplying(settings, cluster, size));
    for (const one of running) {
      const what = `${figure(one.size)} 个岗位：一份留言，pgbench 写同样的行`;
      lines.push(...(await orReason('write', what, async () => [await besidePgbench(settings, one, what)])));
    }
    if (running.length > 1)
      lines.push(...(await orReason('write', '一份留言：p95', async () => [await grown(settings, running)])));
  } finally {
    await Promise.all(running.map(({ close }) => close()));
  }
  return lines;
}

async function besidePgbench(settings: Settings, applying: Applying, what: string): Promise<Line> {
  const { sliceSeconds, warmUpSeconds, rounds, told, directory } = settings;
  const { server, send, url, size } = applying;
  told(what);
  const script = join(directory, `write-${size}.sql`);
  await writeFile(script, scriptOf(applying.others));
  await warmUp((seconds) => closedLoop(send, clients, seconds), warmUpSeconds);
  await pgbench(url, script, clients, 1);
  const cost = { ms: 0, writes: 0 };
  const counted = async () => {
    const before = server.cpuMs();
    const perSecond = await closedLoop(send, clients, sliceSeconds);
    cost.ms += server.cpuMs() - before;
    cost.writes += perSecond * sliceSeconds;
    return perSecond;
  };
  const comparison = await alternate(
    [
      { name: 'ours', slice: counted },
      { name: 'pgbench', slice: () => pgbench(url, script, clients, sliceSeconds) },
    ],
    rounds,
  );
  const latency = await latencyAt(send, comparison.figures[0]!.median / 2, 2);
  await applying.refuseLost();
  const steady = `每秒 ${figure(latency.perSecond)} 份时 p50/p99 毫秒 ${figure(latency.p50)}/${figure(latency.p99)}`;
  const note = `对照：pgbench -M prepared -c ${clients}，一次提交写同样的行，落盘；我们在同一次提交里还记当天的份数；每份用处理器 ${figure(cost.ms / cost.writes)} 毫秒；${steady}；收下的一份不少、一份不重`;
  const line = compared('write', what, comparison, { unit: '/秒', atLeast: 0.5, note });
  return { ...line, data: { comparison, latency, cost } };
}

async function grown(settings: Settings, running: readonly Applying[]): Promise<Line> {
  settings.told('一份留言：p95');
  for (const { send } of running)
    await warmUp((seconds) => closedLoop(send, clients, seconds), settings.warmUpSeconds);
  const sides = running.map(({ size, send }) => ({ size, ask: send }));
  const line = await p95Growth(settings, { part: 'write', what: '一份留言', growsAtMost: 1.3 }, sides);
  for (const one of running) await one.refuseLost();
  return line;
}
