import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

/** Sixteen kilobytes of headers are three cookies and a long address; more is nobody's browser. */
const mostHeaderBytes = 16_384;
/** A client that sends a byte now and then is let go: of headers after 10 s, of a whole upload of 8 MB after two minutes. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 120_000;
/** Longer than nginx keeps its side (60 s), so that it never sends into a closing connection. */
const keepAliveTimeoutMs = 65_000;
const lookEveryMs = 2_000;

/** The HTTP server around the app, with limits on what a connection may cost. */
export function createHttpServer(app: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: mostHeaderBytes,
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: keepAliveTimeoutMs,
      connectionsCheckingInterval: lookEveryMs,
    },
    app,
  );
  server.on('clientError', (error: Error & { code?: string }, socket) =>
    answerBroken(error, socket as Socket),
  );
  return server;
}

/** What never became a request is answered here, with the headers that say nothing may run. */
function answerBroken({ code }: { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status =
    code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\n` +
      `Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\n\r\n`,
  );
}
