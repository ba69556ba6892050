import { ensureGenerated } from '../generate.ts';
import type { Line } from '../report.ts';
import type { Settings } from '../settings.ts';
import { figure } from '../table.ts';

/** Only makes the data of the sizes, so that a later run finds it. */
export async function generate({ sizes, cluster, told }: Settings): Promise<Line[]> {
  const lines: Line[] = [];
  for (const size of sizes) {
    const startedAt = performance.now();
    await ensureGenerated(await cluster(), size, told);
    const seconds = (performance.now() - startedAt) / 1000;
    lines.push({
      part: 'generate',
      what: `${figure(size)} 个岗位`,
      ours: `${figure(seconds)} 秒`,
      theirs: '',
      ratio: '',
      aim: '',
      isMet: null,
      note: '',
      data: { size, seconds },
    });
  }
  return lines;
}
