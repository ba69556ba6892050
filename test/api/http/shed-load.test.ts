import express, { type ErrorRequestHandler } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { expect, it } from 'vitest';
import { createRefuse } from '../../../api/http/refuse.ts';
import { shedLoad } from '../../../api/http/shed-load.ts';

function appWith(gate: ReturnType<typeof shedLoad>) {
  const app = express();
  app.use(gate);
  app.get('/', (_request, response) => void response.json({}));
  const refuse = createRefuse(pino({ level: 'silent' }));
  const onError: ErrorRequestHandler = (error, request, response, _next) => refuse(error, request, response);
  app.use(onError);
  return app;
}

it('everybody is answered while the process keeps up', async () => {
  const gate = shedLoad(() => 0);
  gate.observe(100);
  gate.observe(3000); // A pause, once.
  gate.observe(0);
  gate.observe(3000);
  await request(appWith(gate)).get('/').expect(200);
});

it('when it cannot keep up some are told when to come again, never all', async () => {
  let dice = 0.05;
  const gate = shedLoad(() => dice);
  for (let n = 0; n < 100; n++) gate.observe(2000);
  const refused = await request(appWith(gate)).get('/').expect(503);
  expect(refused.headers['retry-after']).toBe('3');
  expect(refused.body.code).toBe('server.busy');
  dice = 0.96;
  await request(appWith(gate)).get('/').expect(200);
});

it('and soon after the rush nobody is refused any more', async () => {
  const gate = shedLoad(() => 0);
  for (let n = 0; n < 100; n++) gate.observe(2000);
  for (let n = 0; n < 20; n++) gate.observe(0);
  await request(appWith(gate)).get('/').expect(200);
});
