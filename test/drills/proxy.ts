import { connect, createServer, type Socket } from 'node:net';

export type Fault =
  | { kind: 'none' }
  /** Every piece comes later. */
  | { kind: 'slow'; delayMs: number }
  /** Some connections are torn down at a random moment. */
  | { kind: 'resets'; share: number }
  /** So many bytes a second. */
  | { kind: 'trickle'; bytesPerSecond: number }
  /** Connections stay open and nothing comes through any more: a cable that was pulled. */
  | { kind: 'dead' };

/** A line between two programs that can be made bad; user space, because machines without rights have no tc. */
export async function startProxy(port: number) {
  let fault: Fault = { kind: 'none' };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    forward(near, far);
    forward(far, near);
  });

  function forward(from: Socket, to: Socket): void {
    let line = Promise.resolve();
    from.on('data', (bytes: Buffer) => {
      line = line.then(() => pass(bytes, from, to));
    });
    from.on('end', () => void line.then(() => to.end()));
  }

  async function pass(bytes: Buffer, from: Socket, to: Socket): Promise<void> {
    if (fault.kind === 'resets' && Math.random() < fault.share) {
      from.resetAndDestroy();
      to.resetAndDestroy();
      return;
    }
    if (fault.kind === 'slow') await wait(fault.delayMs);
    if (fault.kind === 'trickle') await wait((bytes.length / fault.bytesPerSecond) * 1000);
    while (fault.kind === 'dead') await wait(50);
    if (!to.destroyed) to.write(bytes);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    set: (next: Fault) => void (fault = next),
    close: () => {
      fault = { kind: 'none' };
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const wait = (timeMs: number) => new Promise<void>((resolve) => void setTimeout(resolve, timeMs).unref());
