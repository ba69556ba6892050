import { expect, it } from 'vitest';
import { fitsAccept, formatBytes } from '../../../web/ui/file-input.tsx';

it('a file fits by its ending, whatever the case, or by its type', () => {
  expect(fitsAccept({ name: '岗位.XLSX', type: '' }, '.xlsx,.csv')).toBe(true);
  expect(fitsAccept({ name: '执照.heic', type: 'image/heic' }, 'image/*,.pdf')).toBe(true);
  expect(fitsAccept({ name: '执照.pdf', type: 'application/pdf' }, 'image/jpeg,application/pdf')).toBe(true);
});

it('another file does not', () => {
  expect(fitsAccept({ name: '岗位.xlsx.exe', type: 'application/octet-stream' }, '.xlsx,.csv')).toBe(false);
  expect(fitsAccept({ name: 'a', type: '' }, 'image/*')).toBe(false);
});

it('sizes are said in kB and MB', () => {
  expect(formatBytes(1)).toBe('1 kB');
  expect(formatBytes(8_388_608)).toBe('8.4 MB');
});
