import { expect, it } from 'vitest';
import { createLog, masked } from '../../../api/http/log.ts';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(createLog('info', { write: (line: string) => void (text += line) }));
  return text;
}

it('a telephone number stands nowhere in a line: message, path, body, error, nested field', () => {
  const text = linesOf((log) => {
    log.info('code sent to 13812345678');
    log.child({ phone: '13812345678' }).info('from a request');
    log.info({ path: '/api/x?phone=13812345678', body: { phone: '13812345678', landline: '0514-87654321' } });
    log.error({ err: new Error('duplicate key (13812345678)') }, 'failed');
    log.warn({ people: [{ id: '321003199001011234', phones: ['13812345678'] }] });
  });
  expect(text).not.toMatch(/13812345678|87654321|321003199001011234/);
  expect(text).toContain('***78');
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toHaveLength(5);
});

it('cookies and addresses of a request are left out', () => {
  const text = linesOf((log) =>
    log.info({ req: { headers: { cookie: 'session=abc', authorization: 'x' }, remoteAddress: '10.1.2.3' } }),
  );
  expect(text).not.toMatch(/abc|10\.1\.2\.3/);
});

it('times, ids and prices stay as they are', () => {
  const text = '{"time":1764000000000,"id":"138123456789","salary":13812,"uuid":"0c1e13812345-6789"}';
  expect(masked(text)).toBe(text);
});
