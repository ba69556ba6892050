import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { isUp } from './server.ts';

const readme = fileURLToPath(new URL('../../api/README.md', import.meta.url));

export type Nginx = { url: string; stop: () => Promise<void> };

export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).error === undefined;

/** The lines that api/README.md tells operators to use, with ports of our own and without TLS. */
function documented(port: number, behind: readonly number[]): string {
  const text = readFileSync(readme, 'utf8');
  const lines = text.split('\n').filter((line) => line.startsWith('    '));
  const from = lines.findIndex((line) => line.includes('upstream jiuye {'));
  const to = lines.findIndex((line, at) => at > from && line === '    }');
  const block = lines.slice(from, to + 1).join('\n');
  const servers = behind.map((one) => `server 127.0.0.1:${one} max_fails=0;`).join(' ');
  const told = block
    .replace(/(?:server 127\.0\.0\.1:\d+ max_fails=0; )+/, `${servers} `)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`);
  if (!told.includes(servers) || !told.includes(`:${port};`))
    throw new Error('api/README.md 里没有 nginx 的写法');
  return told;
}

/** nginx in front of processes at these ports, as documented. */
export async function startNginx(port: number, behind: readonly number[]): Promise<Nginx> {
  const home = await mkdtemp(join(tmpdir(), 'jiuye-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${home}/${name};`)
    .join(' ');
  await writeFile(
    join(home, 'nginx.conf'),
    `daemon off; pid ${home}/pid; error_log ${home}/error.log; events {}
     http { access_log off; ${temporary}\n${documented(port, behind)}\n}`,
  );
  const child: ChildProcess = spawn('nginx', ['-p', home, '-c', join(home, 'nginx.conf')], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    if (await isUp(url)) break;
    await sleep(50);
  }
  if (!(await isUp(url))) throw new Error(`nginx 没有起来：${readFileSync(join(home, 'error.log'), 'utf8')}`);
  return {
    url,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(home, { recursive: true, force: true });
    },
  };
}
