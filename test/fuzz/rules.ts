import fc from 'fast-check';
import { makeCreditCode } from '../support/lists.ts';
import { findDivision } from '../../geodata/divisions.ts';
import { type Answer, judge, valuesOf } from './judge.ts';
import { createKnown } from './known.ts';
import type { Operation } from './operations.ts';
import { type FuzzRequest, requestsFor } from './requests.ts';
import type { Target } from './target.ts';

/**
 * RESTler's four rules as sequences of calls: what was deleted is gone (use after free), what was refused left nothing
 * (leak), a child is reached through its own parent only (hierarchy), one person's things are not there for another
 * (namespace).
 */
export type RuleFault = { rule: string; what: string };
export type RuleResult = { rows: string[][]; faults: RuleFault[] };

const absent = '987654321';
const isOwn = ({ audience, path }: Operation) => audience === 'person' && /^\/api\/(desk|me)\//.test(path);
const paramsOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
const fill = (path: string, values: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? absent));

export async function runRules(target: Target): Promise<RuleResult> {
  await target.roles.renew();
  const { operations, roles } = target;
  const faults: RuleFault[] = [];
  const counts: Record<string, number> = { 'use after delete': 0, leak: 0, hierarchy: 0, namespace: 0 };
  const fault = (rule: string, operation: Operation, what: string) =>
    void faults.push({ rule, what: `${operation.method} ${operation.path}: ${what}` });

  let calls = 0;
  async function call(
    operation: Operation,
    role: string,
    values: Record<string, string>,
    body?: unknown,
  ): Promise<Answer> {
    const bodyBase64 = body === undefined ? null : Buffer.from(JSON.stringify(body)).toString('base64');
    const request: FuzzRequest = {
      operation: operation.id,
      kind: 'valid',
      method: operation.method,
      url: fill(operation.path, values),
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(bodyBase64 ? { 'content-type': 'application/json' } : {}),
      },
      bodyBase64,
    };
    const answer = await target.send(
      request,
      roles.cookieOf(role),
      `172.16.${(++calls >> 8) & 255}.${calls & 255}`,
    );
    const wrong = judge(operation, request, answer);
    if (wrong) fault('answers', operation, wrong);
    return answer;
  }
  const byId = (id: string) => operations.find((operation) => operation.id === id);
  const someBody = (operation: Operation, seed: number): unknown => {
    if (!operation.body) return undefined;
    const [request] = fc.sample(requestsFor(operation, 'valid', target.known), { numRuns: 1, seed });
    return JSON.parse(Buffer.from(request!.bodyBase64!, 'base64').toString('utf8'));
  };

  const own = await makeOwnThings();

  /** Two employers of person-a, one of person-b, each with a workplace: what the sequences go through. */
  async function makeOwnThings() {
    const create = byId('createEmployer');
    const addWorkplace = byId('addWorkplace');
    const made: { role: string; employerId: string; workplaceId: string }[] = [];
    if (!create || !addWorkplace) return made;
    const town = '321003103';
    const placed = { address: '江口街 1 号', town, place: findDivision(town)!.seat, placeReason: '' };
    for (const [n, role] of ['person-a', 'person-a', 'person-b'].entries()) {
      const form = { name: `规则单位 ${n}`, industry: 'C', size: '10-49人', introduction: '', ...placed };
      const employer = await call(
        create,
        role,
        {},
        { creditCode: makeCreditCode(700 + n), codeReason: '', form },
      );
      const employerId = idOf(employer);
      if (!employerId) continue;
      const workplace = await call(addWorkplace, role, { employerId }, { name: '一号车间', ...placed });
      made.push({ role, employerId, workplaceId: idOf(workplace) ?? absent });
    }
    return made;
  }
  const [first, second, foreign] = own;

  // Namespace: with everything that belongs to person-a, and as if it were not there at all.
  const mine = createKnown();
  for (const operation of operations.filter((one) => isOwn(one) && one.method === 'GET')) {
    const values = { employerId: first?.employerId ?? absent, workplaceId: first?.workplaceId ?? absent };
    const answer = await call(operation, 'person-a', values);
    if (answer.status === 200) for (const value of valuesOf(answer)) mine.learn(value);
  }
  for (const operation of operations.filter((one) => isOwn(one) && paramsOf(one.path).length > 0)) {
    const names = paramsOf(operation.path);
    const values: Record<string, string> = {};
    for (const name of names) {
      if (name === 'employerId') values[name] = first?.employerId ?? absent;
      else if (name === 'workplaceId') values[name] = first?.workplaceId ?? absent;
      else values[name] = mine.of(name).at(-1) ?? absent;
    }
    if (Object.values(values).every((value) => value === absent)) continue;
    const body = someBody(operation, 11);
    const theirs = await call(operation, 'person-b', values, body);
    const nothing = await call(
      operation,
      'person-b',
      Object.fromEntries(names.map((name) => [name, absent])),
      body,
    );
    counts.namespace!++;
    if (theirs.status < 300) fault('namespace', operation, `another person got ${theirs.status}`);
    else if (saying(theirs) !== saying(nothing))
      fault(
        'namespace',
        operation,
        `a foreign thing says ${saying(theirs)}, an absent one ${saying(nothing)}`,
      );
  }

  // Hierarchy: the workplace of the first employer through the second, and through another person's.
  for (const operation of operations.filter((one) => isOwn(one) && paramsOf(one.path).length > 1)) {
    const [parent, child] = paramsOf(operation.path);
    if (parent !== 'employerId' || !first || !second || !foreign) continue;
    const childId = child === 'workplaceId' ? first.workplaceId : (mine.of(child!).at(-1) ?? null);
    if (!childId || childId === absent) continue;
    for (const wrongParent of [second.employerId, foreign.employerId]) {
      const answer = await call(
        operation,
        'person-a',
        { [parent]: wrongParent, [child!]: childId },
        someBody(operation, 12),
      );
      counts.hierarchy!++;
      if (answer.status < 300)
        fault('hierarchy', operation, `through another parent it answered ${answer.status}`);
    }
  }

  // Use after delete: what was deleted is not there, and deleting it again says so.
  for (const operation of operations.filter((one) => isOwn(one) && one.method === 'DELETE')) {
    const names = paramsOf(operation.path);
    if (names.at(-1) !== 'workplaceId' || !first) continue;
    const values = { employerId: first.employerId, workplaceId: first.workplaceId };
    const gone = await call(operation, 'person-a', values);
    if (gone.status >= 300) {
      fault('use after delete', operation, `the own thing cannot be deleted: ${gone.status}`);
      continue;
    }
    for (const other of operations.filter(({ path }) => path.startsWith(operation.path))) {
      const answer = await call(other, 'person-a', values, someBody(other, 14));
      counts['use after delete']!++;
      if (answer.status < 300)
        fault('use after delete', other, `answered ${answer.status} after the deletion`);
    }
  }
  await signedOut(call, byId, roles, fault, counts);

  // Leak: tables hold as many rows after a refusal as before. Last, because what is not refused may close accounts.
  for (const operation of operations.filter(({ method }) => method !== 'GET')) {
    for (const kind of ['wrong-type', 'missing', 'extra'] as const) {
      const [request] = fc.sample(requestsFor(operation, kind, target.known), { numRuns: 1, seed: 13 });
      await roles.renew();
      const before = await countRows(target);
      const role = isOwn(operation) || operation.audience === 'person' ? 'person-a' : 'city-administrator';
      const answer = await target.send(request!, roles.cookieOf(role), '172.20.0.1');
      if (answer.status < 400) continue;
      counts.leak!++;
      const after = await countRows(target);
      const grown = Object.keys(after).filter((table) => after[table] !== before[table]);
      if (grown.length > 0)
        fault('leak', operation, `refused with ${answer.status}, yet changed ${grown.join(', ')}`);
    }
  }

  for (const [rule, count] of Object.entries(counts))
    if (count === 0) faults.push({ rule, what: 'no sequence ran: nothing was proved' });
  const rows = Object.entries(counts).map(([rule, count]) => [
    `规则 ${rule}`,
    `${count} 次`,
    `问题 ${faults.filter((one) => one.rule === rule).length}`,
  ]);
  return { rows, faults };
}

/** A session that was ended opens nothing any more. */
async function signedOut(
  call: (operation: Operation, role: string, values: Record<string, string>) => Promise<Answer>,
  byId: (id: string) => Operation | undefined,
  roles: Target['roles'],
  fault: (rule: string, operation: Operation, what: string) => void,
  counts: Record<string, number>,
): Promise<void> {
  const signOut = byId('signOut');
  const listSessions = byId('listSessions');
  if (!signOut || !listSessions) return;
  await roles.renew();
  for (const role of ['person-a', 'reviewer']) {
    const before = await call(listSessions, role, {});
    await call(signOut, role, {});
    const after = await call(listSessions, role, {});
    counts['use after delete']!++;
    if (before.status !== 200 || after.status !== 401)
      fault(
        'use after delete',
        listSessions,
        `a session answered ${before.status}, ended it answered ${after.status}`,
      );
  }
  await roles.renew();
}

function idOf(answer: Answer): string | null {
  if (answer.status >= 300) return null;
  return (JSON.parse(answer.body.toString('utf8')) as { id?: string }).id ?? null;
}

/** A refusal without the name of its request: what two refusals are compared by. */
function saying(answer: Answer): string {
  const [said = {}] = valuesOf(answer);
  const { requestId: _id, ...rest } = said as Record<string, unknown>;
  return `${answer.status} ${JSON.stringify(rest)}`;
}

/** Rows of every table but those that count attempts. */
async function countRows({ pool }: Target): Promise<Record<string, number>> {
  const { rows: tables } = await pool.query<{ count: string }>(
    `select string_agg(format('select %L as name, count(*)::int as rows from %I', tablename, tablename), ' union all ') as count
       from pg_tables
      where schemaname = 'public'
        and tablename not in ('spatial_ref_sys', 'limits', 'jobs', 'one_time_codes', 'sessions', 'searches', 'visits',
        -- Written some seconds after what they count.
        'opening_statistics', 'index_cursors', 'opening_index')`,
  );
  const { rows } = await pool.query<{ name: string; rows: number }>(tables[0]!.count);
  return Object.fromEntries(rows.map(({ name, rows }) => [name, rows]));
}
