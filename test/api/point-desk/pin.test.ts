import { describe, expect, test } from 'vitest';
import { findDivision } from '../../../geodata/divisions.ts';
import { pinDoubts, refusePin } from '../../../api/point-desk/pin.ts';

const guazhou = '321003103';
const seat = findDivision(guazhou)!.seat;
/** In the middle of 高邮湖. */
const lake = { lng: 119.3, lat: 32.85 };
const shanghai = { lng: 121.47, lat: 31.23 };

describe('a pin', () => {
  test('at the seat of its town asks nothing', () => {
    expect(pinDoubts(seat, guazhou)).toEqual([]);
    expect(refusePin(seat, guazhou, '')).toBeNull();
  });

  test('in the lake asks why, and stands with a reason', () => {
    expect(pinDoubts(lake, guazhou)).toContain('in-water');
    const refusal = refusePin(lake, guazhou, '')!;
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'pin.doubtful' });
    expect(refusal.message).toContain('水面');
    expect(refusal.faults.map(({ code }) => code)).toContain('pin.reason-wanted');
    expect(refusePin(lake, guazhou, '码头的船上办公')).toBeNull();
    expect(refusePin(lake, guazhou, '对')).not.toBeNull();
  });

  test('in another county asks why', () => {
    const baoying = findDivision('321023')!.seat;
    expect(pinDoubts(baoying, guazhou)).toEqual(
      expect.arrayContaining(['outside-jurisdiction', 'far-from-address']),
    );
  });

  test('across the river in another city asks why', () => {
    const zhenjiang = { lng: 119.45, lat: 32.2 };
    expect(pinDoubts(zhenjiang, guazhou)).toContain('other-city');
    expect(refusePin(zhenjiang, guazhou, '江对岸的联合服务站')).toBeNull();
  });

  test('where it cannot be is refused whatever the reason', () => {
    const swapped = { lng: seat.lat, lat: 89 };
    expect(refusePin(swapped, guazhou, '真的在那里')).toMatchObject({ code: 'pin.impossible' });
    expect(refusePin(shanghai, guazhou, '真的在那里')?.message).toContain('公里');
  });

  test('of 开发区, which has no outline, may stand on the ground around it', () => {
    const { code, seat: place } = findDivision('321071')!;
    expect(pinDoubts(place, code)).not.toContain('outside-jurisdiction');
  });
});
