import { describe, expect, it } from 'vitest';
import { payLabel, shortTitle } from '../../../web/map/pay-label.ts';

describe('the pay on a pin', () => {
  it.each([
    [{ min: 5500, max: 7000, unit: '月' }, '5500 起'],
    [{ min: 5500, max: null, unit: '月' }, '5500 起'],
    [{ min: 5200, max: 5200, unit: '月' }, '5200/月'],
    [{ min: 180, max: 220, unit: '日' }, '180/天'],
    [{ min: 20, max: 20, unit: '时' }, '20/时'],
    [{ min: 0.35, max: 0.5, unit: '件' }, '0.35/件'],
    [{ min: 12000, max: 15000, unit: '月' }, '12000 起'],
    [{ min: null, max: 6000, unit: '月' }, '6000/月内'],
    [{ min: null, max: null, unit: '月' }, '面议'],
    [{ min: 3000, max: 4000, unit: '面议' }, '面议'],
  ] as const)('of %o reads %s', (salary, label) => {
    expect(payLabel(salary)).toBe(label);
  });
});

describe('the title on a pin', () => {
  it.each([
    ['面点师傅', '面点师傅'],
    ['电焊工（二保焊）', '电焊工'],
    ['羽绒服缝纫工', '羽绒服缝纫工'],
    ['酒店客房服务员', '酒店客房'],
    ['保安/夜班', '保安'],
    ['高级数控机床调试师傅', '高级数控机…'],
    ['（急）司机', '（急）司机'],
  ])('of %s is %s', (title, short) => {
    expect(shortTitle(title)).toBe(short);
  });
});
