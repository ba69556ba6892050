import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, it } from 'vitest';
import { createCarriers } from '../../../api/messages/carriers.ts';
import { deliverMessages } from '../../../api/messages/deliver.ts';
import { sendMessage } from '../../../api/messages/messages.ts';
import { findMessages, forgetMessages, isMessageDue } from '../../../api/messages/store.ts';
import { transact } from '../../../api/db/transact.ts';
import { describeWithDatabase, useDatabase } from '../../support/database.ts';

const now = new Date('2026-11-23T02:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describeWithDatabase('messages that leave', () => {
  const database = useDatabase();
  beforeEach(() => database.pool.query('delete from messages'));
  const send = (code: string) =>
    sendMessage(
      database.pool,
      { channel: 'sms', to: '13912340001', template: 'sign-in.code', values: { code } },
      now,
    );

  it('reach the gateway as it is configured, once', async () => {
    const arrived: { headers: object; body: string }[] = [];
    const gateway = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      arrived.push({ headers: request.headers, body });
      response.end();
    }).listen(0);
    const { port } = gateway.address() as AddressInfo;
    const carriers = await createCarriers({
      sms: { url: `http://127.0.0.1:${port}/send`, token: 'key' },
      smtp: null,
    });
    await send('123456');
    const sent = await Promise.all([
      deliverMessages(database.pool, carriers, now),
      deliverMessages(database.pool, carriers, now),
    ]);
    gateway.close();
    expect(sent.sort()).toEqual([0, 1]);
    expect(arrived).toHaveLength(1);
    expect(JSON.parse(arrived[0]!.body)).toEqual({
      to: '13912340001',
      text: expect.stringContaining('123456'),
    });
    expect(arrived[0]!.headers).toMatchObject({ authorization: 'Bearer key' });
    expect(await isMessageDue(database.pool, after(60))).toBe(false);
  });

  it('wait longer after each failure and are given up after eight', async () => {
    await send('123456');
    let tries = 0;
    const carriers = {
      sms: async () => {
        tries++;
        throw new Error('the gateway is away');
      },
      email: null,
    };
    for (let minute = 0; minute < 400; minute++)
      await deliverMessages(database.pool, carriers, after(minute));
    expect(tries).toBe(8);
    const { rows } = await database.pool.query('select last_error, sent_at from messages');
    expect(rows).toEqual([{ last_error: 'the gateway is away', sent_at: null }]);
  });

  it('that somebody waits for leave before a thousand that were written earlier', async () => {
    for (let employer = 0; employer < 30; employer++)
      await sendMessage(
        database.pool,
        { channel: 'sms', to: '13912340002', template: 'employer.verified', values: { employer: '某厂' } },
        after(-5),
      );
    await send('654321');
    const texts: string[] = [];
    const carriers = { sms: async (_to: string, text: string) => void texts.push(text), email: null };
    expect(await deliverMessages(database.pool, carriers, now)).toBe(20);
    expect(texts.filter((text) => text.includes('654321'))).toHaveLength(1);
  });

  it('of one batch do not wait for each other when the gateway is slow', async () => {
    for (let count = 0; count < 5; count++) await send(`11111${count}`);
    let open = 0;
    let mostOpen = 0;
    const carriers = {
      sms: async () => {
        mostOpen = Math.max(mostOpen, ++open);
        await new Promise((resolve) => setTimeout(resolve, 20));
        open--;
      },
      email: null,
    };
    expect(await deliverMessages(database.pool, carriers, now)).toBe(5);
    expect(mostOpen).toBe(5);
  });

  it('are not written when what they tell about did not happen', async () => {
    const broken = transact(database.pool, async (tx) => {
      await sendMessage(
        tx,
        { channel: 'sms', to: '13912340001', template: 'sign-in.code', values: { code: '111111' } },
        now,
      );
      throw new Error('the change failed');
    });
    await expect(broken).rejects.toThrow('the change failed');
    expect(await findMessages(database.pool, 10)).toEqual([]);
  });

  it('are forgotten after thirty days', async () => {
    await send('123456');
    await forgetMessages(database.pool, after(60 * 24 * 29));
    expect(await findMessages(database.pool, 10)).toHaveLength(1);
    await forgetMessages(database.pool, after(60 * 24 * 31));
    expect(await findMessages(database.pool, 10)).toEqual([]);
  });
});
