import { createServer } from 'node:http';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Search } from '../search/search.ts';

/** What operators watch, in Prometheus' words. */
export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  return { registry, durations };
}

/** Times every request under the path it was routed by, so that ids do not make a label each. */
export function timeRequests({ durations }: Metrics): RequestHandler {
  // Reading the labels anew costs three times what counting does.
  const labelled = new Map<string, ReturnType<typeof durations.labels>>();
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('finish', () => {
      const path = (request.route as { path?: unknown } | undefined)?.path;
      const route = typeof path === 'string' ? path : 'none';
      const { method } = request;
      const status = response.statusCode;
      const key = `${method} ${route} ${status}`;
      let duration = labelled.get(key);
      if (!duration) labelled.set(key, (duration = durations.labels({ method, route, status })));
      duration.observe((performance.now() - startedAt) / 1000);
    });
    next();
  };
}

/** Adds how far the index is behind and what last went wrong, asked for when somebody looks. */
export function watchSearch({ registry }: Metrics, search: Pick<Search, 'status'>): void {
  const rows = new Gauge({ name: 'search_lag_rows', help: 'Changes not indexed yet', registers: [registry] });
  const failing = new Gauge({
    name: 'search_failing',
    help: '1 after an indexing fault',
    registers: [registry],
  });
  new Gauge({
    name: 'search_lag_seconds',
    help: 'Age of the oldest change not indexed yet',
    registers: [registry],
    async collect() {
      const status = await search.status();
      this.set(status.lagSeconds);
      rows.set(status.lagRows);
      failing.set(status.lastError === null ? 0 : 1);
    },
  });
}

/** `/metrics` on a port of its own, which the world need not reach. */
export function serveMetrics({ registry }: Metrics, host: string, port: number): () => Promise<void> {
  const server = createServer((_request, response) => {
    registry.metrics().then(
      (text) => response.setHeader('Content-Type', registry.contentType).end(text),
      () => response.writeHead(503).end(),
    );
  }).listen(port, host);
  return () => new Promise((resolve) => server.close(() => resolve()));
}
