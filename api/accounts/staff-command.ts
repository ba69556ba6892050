import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ConfigFault, readConfig } from '../config.ts';
import { recordAudit } from '../db/audit.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { DirectoryInUse } from '../db/owner-lock.ts';
import { transact } from '../db/transact.ts';
import { loginName, type Role, roles } from './contract.ts';
import { hashPassword } from './secrets.ts';
import { deleteOtherSessions } from './session-store.ts';
import { clearTotpSecret, findStaffByLogin, insertStaff, setPasswordHash } from './store.ts';

const usage = `用法：
  npm run staff -- create 登录名 --name 姓名 --role 角色[,角色] --division 区划代码[,代码]
  npm run staff -- password 登录名          换一个新密码，已登录的都退出
  npm run staff -- app 登录名               手机丢了：解开动态码，下次登录再绑，已登录的都退出
角色：${roles.join('、')}
区划代码：3210 是全市，六位是县（市、区），九位是镇（街道），十二位是村（社区）
`;

process.exitCode = await main(process.argv.slice(2));

/** Makes the first administrator of a fresh install, and helps one who forgot the password. */
async function main(args: string[]): Promise<number> {
  const asked = readArgs(args);
  if (!asked) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const database = await openDatabase(readConfig(process.env));
    try {
      await migrate(database.pool);
      const password = randomBytes(12).toString('base64url');
      const fault =
        asked.task === 'app'
          ? await takeOffApp(database.pool, asked.login)
          : await write(database.pool, asked, await hashPassword(password));
      const told =
        asked.task === 'app'
          ? `${asked.login} 的动态码解开了\n`
          : `${asked.login} 的密码（只显示这一次）：${password}\n`;
      process[fault ? 'stderr' : 'stdout'].write(fault ?? told);
      return fault ? 1 : 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof ConfigFault) && !(error instanceof DirectoryInUse)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

type Asked = {
  task: 'create' | 'password' | 'app';
  login: string;
  name: string | null;
  roles: Role[];
  divisions: string[];
};

function readArgs(args: string[]): Asked | null {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: { type: 'string' }, role: { type: 'string' }, division: { type: 'string' } },
    });
    const [task, login = ''] = positionals;
    const asked = {
      login,
      name: values.name ?? null,
      roles: (values.role?.split(',') ?? []) as Role[],
      divisions: values.division?.split(',') ?? [],
    };
    if (!loginName.safeParse(login).success || positionals.length !== 2) return null;
    if (task === 'password' || task === 'app') return { ...asked, task, name: null };
    const isWhole =
      task === 'create' &&
      asked.name !== null &&
      asked.roles.length > 0 &&
      asked.roles.every((role) => roles.includes(role)) &&
      asked.divisions.length > 0 &&
      asked.divisions.every((code) => /^3210(\d{2}(\d{3}(\d{3})?)?)?$/.test(code));
    return isWhole ? { ...asked, task: 'create' } : null;
  } catch {
    return null;
  }
}

/** Who has lost the telephone signs in with the password alone, or sets the app up again where it is required. */
async function takeOffApp(pool: Parameters<typeof transact>[0], login: string): Promise<string | null> {
  return transact(pool, async (tx) => {
    const known = await findStaffByLogin(tx, login);
    if (!known) return `没有叫 ${login} 的工作人员\n`;
    await clearTotpSecret(tx, known.id);
    await deleteOtherSessions(tx, known.id, null);
    const line = {
      actor: 'command:staff',
      action: 'account.totp-off',
      entity: 'account',
      entityId: known.id,
    };
    await recordAudit(tx, line, new Date());
    return null;
  });
}

async function write(
  pool: Parameters<typeof transact>[0],
  { login, name, roles, divisions }: Asked,
  hash: string,
): Promise<string | null> {
  const now = new Date();
  return transact(pool, async (tx) => {
    const known = await findStaffByLogin(tx, login);
    if (name !== null && known)
      return `已经有叫 ${login} 的了。要换密码：npm run staff -- password ${login}\n`;
    if (name === null && !known) return `没有叫 ${login} 的工作人员\n`;
    const id = known?.id ?? (await insertStaff(tx, { login, name: name!, roles, divisions, now }))!;
    await setPasswordHash(tx, id, hash);
    await deleteOtherSessions(tx, id, null);
    const action = known ? 'account.password' : 'account.create';
    await recordAudit(tx, { actor: 'command:staff', action, entity: 'account', entityId: id }, now);
    return null;
  });
}
