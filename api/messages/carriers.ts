import type { Channel } from './store.ts';

/** Takes a message out of the house. Rejects when it could not. */
export type Carrier = (to: string, text: string) => Promise<void>;
export type Carriers = Record<Channel, Carrier | null>;

const timeoutMs = 10_000;

/** The demo's: a message is delivered by standing in the inbox. */
export const inboxCarriers: Carriers = { sms: async () => {}, email: async () => {} };

/**
 * SMS by HTTP: POST { to, text } to the operator's gateway, bearer token beside it. Providers differ in everything
 * but this; a gateway of ten lines translates.
 */
function smsCarrier(url: string, token: string | null): Carrier {
  return async (to, text) => {
    const response = await post(url, token, { to, text });
    if (!response.ok) throw new Error(`SMS gateway answered ${response.status}`);
  };
}

async function mailCarrier(url: string, from: string): Promise<Carrier> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(url);
  return async (to, text) => {
    await transport.sendMail({ from, to, subject: text.split(/[。，\n]/)[0]!.slice(0, 60), text });
  };
}

/** What the settings say; null where nothing is set, and then nothing of that kind is accepted. */
export async function createCarriers(config: {
  sms: { url: string; token: string | null } | null;
  smtp: { url: string; from: string } | null;
}): Promise<Carriers> {
  return {
    sms: config.sms && smsCarrier(config.sms.url, config.sms.token),
    email: config.smtp && (await mailCarrier(config.smtp.url, config.smtp.from)),
  };
}

function post(url: string, token: string | null, body: object): Promise<Response> {
  return globalThis.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
}
