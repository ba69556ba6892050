import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { FileFault } from '../../../api/import/events.ts';
import { refuseInflatedZip } from '../../../api/import/zip-size.ts';
import { fileWith } from '../../support/lists.ts';

const workbook = () => writeXlsx({ sheets: [{ name: '岗位', rows: [['外部编号'], ['A-1']] }] });

/** Rewrites the unpacked size that the zip's directory declares for every file (APPNOTE 4.3.12, offset 24). */
function declaring(zip: Uint8Array, bytes: number): Buffer {
  const inflated = Buffer.from(zip);
  for (let at = inflated.indexOf('PK\u0001\u0002'); at >= 0; at = inflated.indexOf('PK\u0001\u0002', at + 4))
    inflated.writeUInt32LE(bytes, at + 24);
  return inflated;
}

it('an ordinary workbook passes', async () => {
  await expect(refuseInflatedZip(await fileWith('a.xlsx', await workbook()))).resolves.toBeUndefined();
});

it('one that would unpack to gigabytes is refused before anything is unpacked', async () => {
  const bomb = await fileWith('bomb.xlsx', declaring(await workbook(), 2_000_000_000));
  const startedAt = performance.now();
  await expect(refuseInflatedZip(bomb)).rejects.toThrow(FileFault);
  await expect(refuseInflatedZip(bomb)).rejects.toThrow('解开以后太大');
  expect(performance.now() - startedAt).toBeLessThan(400);
});

it('half a file is refused', async () => {
  const whole = await workbook();
  await expect(
    refuseInflatedZip(await fileWith('half.xlsx', whole.slice(0, whole.length / 2))),
  ).rejects.toThrow('坏的');
});
