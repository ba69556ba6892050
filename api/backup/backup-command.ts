import { constants, setPriority } from 'node:os';
import { resolve } from 'node:path';

const usage = `用法：
  npm run backup -- 文件.zip          把数据库和上传的文件备份成一个文件，服务器可以开着
  npm run backup -- 文件.zip --fast     同上，不停下来给正在用的人让路，快几倍
`;

process.exitCode = await main(process.argv.slice(2));

async function main(words: string[]): Promise<number> {
  const isHasty = words.includes('--fast');
  const [file, ...more] = words.filter((word) => word !== '--fast');
  if (file === undefined || file.startsWith('-') || more.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  // Whoever waits for a page goes first, while this reads its own sources too: that takes longer than a small backup.
  setPriority(constants.priority.PRIORITY_LOW);
  const { backUp } = await import('./back-up.ts');
  return backUp(resolve(file), isHasty, process.env);
}
