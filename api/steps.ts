/** What a long step says as it goes: where it is, and how much of it is done, 0 to 1. */
export type Progress = (text: string, share: number) => void;

const barWidth = 24;

/** Says what the start is doing, step by step, with counts and seconds, and a bar where there is a terminal. */
export function createSteps(write: (line: string) => void = (line) => void process.stdout.write(line)) {
  let number = 0;
  return {
    /** Runs one step; what it returns besides its result is said in the closing line. */
    async step<T>(what: string, work: (progress: Progress) => Promise<T>, told?: (result: T) => string) {
      const startedAt = performance.now();
      const head = `${String(++number).padStart(2)} ${what}`;
      const live = process.stdout.isTTY;
      if (live) write(`${head} …`);
      const result = await work((text, share) => live && write(`\r\u001b[K${head} ${bar(share)} ${text}`));
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      const detail = told ? `，${told(result)}` : '';
      write(`${live ? '\r\u001b[K' : ''}${head}${detail}（${seconds} 秒）\n`);
      return result;
    },
  };
}

function bar(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
  return `[${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}] ${Math.round(share * 100)}%`;
}
