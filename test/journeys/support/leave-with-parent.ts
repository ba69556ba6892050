import { rmSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded into the server before its own code. However the tests end, even killed, the channel to them closes: then the
// server goes as with Ctrl-C and takes its directory along.
if (isMainThread) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.once('exit', () => rmSync(process.env.DATA_DIR!, { recursive: true, force: true }));
  process.channel?.unref();
}
