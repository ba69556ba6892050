import { describe, expect, it } from 'vitest';
import { formatPay } from '../../../web/openings/pay.ts';

const pay = (
  min: number | null,
  max: number | null,
  unit: '月' | '日' | '时' | '件' | '面议',
  monthlyMin: number | null = null,
) => formatPay({ min, max, unit, monthlyMin, monthlyMax: null });

describe('pay on a card', () => {
  it('joins a range with an en dash and no thousands comma', () => {
    expect(pay(6500, 8500, '月')).toMatchObject({ amount: '6500–8500', unit: '元/月', monthly: null });
  });

  it('is read aloud with a word for the dash', () => {
    expect(pay(6500, 8500, '月').spoken).toBe('6500 到 8500 元每月');
  });

  it('says once what is the same at both ends', () => {
    expect(pay(5200, 5200, '月').amount).toBe('5200');
  });

  it('says from where on when there is no upper end', () => {
    expect(pay(5200, null, '月')).toMatchObject({ amount: '5200', unit: '元/月起' });
  });

  it('says up to where when there is no lower end', () => {
    expect(pay(null, 9000, '月').amount).toBe('最多 9000');
  });

  it('adds the month to pay by the day', () => {
    expect(pay(240, 280, '日', 5220)).toMatchObject({
      amount: '240–280',
      unit: '元/天',
      monthly: '约 5220 元/月起',
    });
  });

  it('keeps the cents of piece work', () => {
    expect(pay(1.25, 1.5, '件')).toMatchObject({ amount: '1.25–1.5', unit: '元/件' });
  });

  it('is 面议 when it is to be agreed or not stated', () => {
    expect(pay(null, null, '面议').amount).toBe('面议');
    expect(pay(null, null, '月')).toMatchObject({ amount: '面议', unit: '' });
  });
});
