import type { Reporter } from 'vitest/node';

/** Says at the very end what could not be tested here. */
export default class ClosingSummary implements Reporter {
  onTestRunEnd(): void {
    const missing = process.env.JIUYE_MISSING;
    if (missing) process.stdout.write(`\n这台机器没有：${missing}。要它的测试跳过了。\n`);
  }
}
