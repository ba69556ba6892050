import { expect, it } from 'vitest';
import { creditCodeFault } from '../../../api/employers/credit-code.ts';

it.each(['91350100M000100Y43', '91350200776049653A', '91350200MA2YJ1XR9G', '91440101MA5CJQ4N59'])(
  '%s is a right code',
  (code) => expect(creditCodeFault(code)).toBeNull(),
);

it.each([
  ['91350100M0001TGQXM', '校验码'],
  ['91350100M000100Y4', '少了 1 位'],
  ['91350100M000100Y433', '多了 1 位'],
  ['91350100M00O100Y43', '没有 I、O、S、V、Z'],
  ['91350100m000100Y43', '没有小写'],
])('%s is refused: %s', (code, reason) => expect(creditCodeFault(code)).toContain(reason));

it('finds every single wrong character and every swapped neighbour that changes the code', () => {
  const right = '91440101MA5CJQ4N59';
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  for (let at = 0; at < 18; at++)
    for (const other of alphabet)
      if (other !== right[at])
        expect(creditCodeFault(right.slice(0, at) + other + right.slice(at + 1))).not.toBeNull();
});
