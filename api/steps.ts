/** Says what the start is doing, step by step, with counts and seconds. */
export function createSteps(write: (line: string) => void = (line) => void process.stdout.write(line)) {
  let number = 0;
  return {
    /** Runs one step; what it returns besides its result is said in the closing line. */
    async step<T>(
      what: string,
      work: (progress: (text: string) => void) => Promise<T>,
      told?: (result: T) => string,
    ) {
      const startedAt = performance.now();
      const head = `${String(++number).padStart(2)} ${what}`;
      const live = process.stdout.isTTY;
      if (live) write(`${head} …`);
      const result = await work((text) => live && write(`\r\u001b[K${head} ${text}`));
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      const detail = told ? `，${told(result)}` : '';
      write(`${live ? '\r\u001b[K' : ''}${head}${detail}（${seconds} 秒）\n`);
      return result;
    },
  };
}
export type Steps = ReturnType<typeof createSteps>;
