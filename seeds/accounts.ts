import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '../api/accounts/contract.ts';
import { hashPassword } from '../api/accounts/secrets.ts';
import { countStaff, insertStaff, setPasswordHash } from '../api/accounts/store.ts';
import { transact } from '../api/db/transact.ts';

type DemoStaff = {
  login: string;
  name: string;
  title: string;
  roles: readonly Role[];
  divisions: readonly string[];
};

/** One of each kind; the names are invented. */
const demoStaff: readonly DemoStaff[] = [
  { login: 'shi', name: '沈慧', title: '市局管理员', roles: ['city-administrator'], divisions: ['3210'] },
  {
    login: 'hanjiang',
    name: '陆卫东',
    title: '邗江区管理员',
    roles: ['county-manager'],
    divisions: ['321003'],
  },
  { login: 'shenhe', name: '章敏', title: '审核员', roles: ['reviewer'], divisions: ['3210'] },
  {
    login: 'guazhou',
    name: '许桂芳',
    title: '瓜洲镇服务点工作人员',
    roles: ['point-staff'],
    divisions: ['321003103'],
  },
  {
    login: 'xitong',
    name: '倪强',
    title: '系统管理员',
    roles: ['system-administrator'],
    divisions: ['3210'],
  },
  { login: 'shenji', name: '贺兰', title: '审计员', roles: ['auditor'], divisions: ['3210'] },
];

/**
 * Makes the demo city's staff, once, each with a password of its own drawn by chance.
 * @returns the sign-ins, which are stored nowhere else; none when there are staff already
 */
export async function seedStaff(
  pool: pg.Pool,
  { now }: { now: Date },
): Promise<{ login: string; title: string; password: string }[]> {
  if ((await countStaff(pool)) > 0) return [];
  const made = demoStaff.map((staff) => ({ ...staff, password: randomBytes(9).toString('base64url') }));
  const hashes = await Promise.all(made.map(({ password }) => hashPassword(password)));
  await transact(pool, async (tx) => {
    for (const [index, staff] of made.entries()) {
      const id = await insertStaff(tx, { ...staff, now });
      await setPasswordHash(tx, id!, hashes[index]!);
    }
  });
  return made.map(({ login, title, password }) => ({ login, title, password }));
}
