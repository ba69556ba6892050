import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import { allJobs } from './all-jobs.ts';
import { createApp } from './app.ts';
import { listenForBackups } from './backup/hand-over.ts';
import { ConfigFault, originOf, readConfig } from './config.ts';
import { followChanges } from './db/follow.ts';
import { DirectoryInUse } from './db/owner-lock.ts';
import { migrate } from './db/migrate.ts';
import { getSecret } from './db/secret.ts';
import { openDatabase } from './db/open.ts';
import { createHttpServer } from './http/http-server.ts';
import { createLog } from './http/log.ts';
import { createMetrics, serveMetrics, watchSearch } from './http/metrics.ts';
import { shedLoad } from './http/shed-load.ts';
import { listenForImports } from './import/control.ts';
import { startJobs } from './jobs/run-jobs.ts';
import { createCarriers, inboxCarriers } from './messages/carriers.ts';
import { startDelivery } from './messages/deliver.ts';
import { createOpeningCounters } from './opening-statistics/counters.ts';
import { createMatching } from './openings/matching.ts';
import { createOpeningsModel } from './openings/model.ts';
import { openSearch } from './search/search.ts';
import { createServicePointsModel } from './service-points/model.ts';
import { createVisits } from './statistics/visits.ts';
import { createSteps } from './steps.ts';
import { isSupervisor, readWorkers, superviseWorkers, workerNumber } from './workers.ts';

const longestFillingMs = 20_000;
const startedAt = performance.now();
try {
  const workers = readWorkers(process.argv.slice(2), readConfig(process.env).databaseUrl);
  if (workers > 1 && isSupervisor) superviseWorkers(workers);
  else await start();
} catch (error) {
  const told = inPlainWords(error as Error & { code?: string; port?: number });
  if (told === null) throw error;
  process.stderr.write(`\n${told}\n`);
  process.exit(1);
}

/** What the person who started it can do something about; null for a fault of ours. */
function inPlainWords(error: Error & { code?: string; port?: number }): string | null {
  if (error instanceof ConfigFault || error instanceof DirectoryInUse) return error.message;
  if (error.code === 'EADDRINUSE') return `端口 ${error.port} 已经有人用了。换一个再来：PORT=3001 npm start`;
  if (error.code === 'EACCES') return `没有权限：${error.message}`;
  const isUnreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', '28P01', '28000', '3D000'].includes(
    error.code ?? '',
  );
  return isUnreachable ? `连不上数据库（DATABASE_URL）：${error.message}` : null;
}

async function start() {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  // Of several processes the first one tells.
  const say = (text: string) => void (workerNumber === 0 && process.stdout.write(text));
  const { step } = createSteps(say);
  const closing: (() => Promise<unknown> | void)[] = [];

  const database = await step(config.databaseUrl ? '连接数据库' : '打开内置数据库', () =>
    openDatabase(config),
  );
  closing.push(database.close);
  const { pool } = database;
  await step(
    '核对表结构',
    () => migrate(pool),
    (names) => `新做 ${names.length} 步`,
  );
  let demoStaff: { login: string; title: string; password: string }[] = [];
  if (config.seed === 'demo' && workerNumber === 0) {
    const { seedCity } = await import('../seeds/city.ts');
    await step(
      '准备演示城市',
      (progress) => seedCity(pool, { now: new Date(), progress }),
      (told) => told,
    );
    const { seedStaff } = await import('../seeds/accounts.ts');
    demoStaff = await seedStaff(pool, { now: new Date() });
    const { seedDesk } = await import('../seeds/desk.ts');
    await seedDesk(pool, { now: new Date(), uploadsDir: config.uploadsDir });
  }

  const openings = createOpeningsModel();
  const servicePoints = createServicePointsModel();
  const following = await followChanges(
    pool,
    {
      opening: (ids) => openings.refresh(pool, ids),
      employer: (ids) => openings.refreshEmployers(pool, ids),
      service_point: (ids) => servicePoints.refresh(pool, ids),
    },
    log,
  );
  closing.push(following.stop);
  await step(
    '读入服务点',
    () => servicePoints.load(pool),
    () => `${servicePoints.all().length} 个`,
  );
  await step(
    '读入岗位',
    (progress) => openings.load(pool, (loaded) => progress(`${loaded} 个`, loaded / (loaded + 20_000))),
    (count) => `${count} 个`,
  );
  const search = await step('打开搜索', () => openSearch({ db: pool, meili: config.meili, log }));
  closing.push(search.close);
  const metrics = createMetrics();
  watchSearch(metrics, search);
  if (config.metrics)
    closing.push(serveMetrics(metrics, config.metrics.host, config.metrics.port + workerNumber));
  const visits = createVisits(pool);
  closing.push(visits.close);
  const counters = createOpeningCounters(pool);
  closing.push(counters.close);

  const linkSecret = await getSecret(pool, 'links');
  const clock = () => new Date();
  const matching = createMatching({ openings, search });
  const { isFilled } = search;
  const carriers = config.seed === 'demo' ? inboxCarriers : await createCarriers(config);
  closing.push(startDelivery(pool, carriers, { clock, log }).stop);
  closing.push(
    (
      await startJobs(pool, allJobs({ linkSecret, origin: originOf(config), matching, isFilled }), {
        clock,
        log,
      })
    ).stop,
  );
  if (database.embedded) {
    closing.push(await listenForImports(config.dataDir, pool));
    closing.push(await listenForBackups(config.dataDir, pool));
  }

  const app = createApp({
    config,
    db: pool,
    openings,
    servicePoints,
    search,
    visits,
    counters,
    metrics,
    linkSecret,
    clock,
    log,
    gate: shedLoad(),
  });
  const server = createHttpServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // A rush comes all at once; whom the kernel cannot queue (511 unless said) hears nothing for a second or more.
    server.listen({ port: config.port, host: config.host, backlog: 4096 }, resolve);
  });
  closing.push(() => {
    server.closeIdleConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) log.error({ err }, 'closing after an unexpected error');
    for (const close of closing.reverse()) await close();
  });
  // Lists and maps are answered from here on. The index takes seconds when it is filled for the first time, at a
  // million openings minutes: then it goes on in the background.
  await step(
    '编好搜索的词',
    () => Promise.race([search.index(), sleep(longestFillingMs, undefined, { ref: false })]).catch(() => {}),
    () => (search.isFilled() ? '编好了' : '还没编完，接着在后台编'),
  );
  const { port } = server.address() as AddressInfo;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`\n就业e图 开好了（${seconds} 秒）：http://localhost:${port}\n按 Ctrl-C 关闭。\n`);
  if (demoStaff.length > 0) process.stdout.write(signIns(demoStaff));
}

function signIns(staff: readonly { login: string; title: string; password: string }[]): string {
  const lines = staff.map(({ login, title, password }) => `  ${login.padEnd(10)} ${password}   ${title}`);
  return `\n工作人员登录（/staff/sign-in），密码只显示这一次：\n${lines.join('\n')}\n`;
}
