import type { Folded } from './folded.ts';
import { replaceIn } from './folded.ts';

const values: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 幺: 1 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const scales: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 10_000,
};

const run =
  /幺(?=[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖\d]{2})[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖]*|[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾廿卅百佰千仟万]+/g;
const unit = /^(?:个|周|岁|元|块|天|日|年|小时|公斤|公分|厘米|米|名|人|月|成|折|险|后|点|次|级)/;

/** 三十五岁 -> 35岁, 叁拾伍 -> 35, 一三八〇… -> 1380…; a lone numeral only before a unit (一般, 统一 stay). */
export function foldNumerals(folded: Folded): Folded {
  const mixed = replaceIn(folded, /([2-9])?十(\d)?(?=周?岁)|(?<!\d)[2-9]十[1-9](?!\d)/g, ([written]) =>
    written.length === 1 ? null : written.replace(/^十/, '1').replace(/十$/, '0').replace('十', ''),
  );
  const joined = replaceIn(
    mixed,
    /[一二三四五六七八九壹贰叁肆伍陆柒捌玖](?=\d ?周?岁)|(?<=[2-6])[一二三四五六七八九壹贰叁肆伍陆柒捌玖](?= ?周?岁)/g,
    ([written]) => String(values[written] ?? ''),
  );
  const read = replaceIn(joined, run, (match) => {
    const written = match[0];
    if (
      written.length === 1 &&
      written !== '幺' &&
      !unit.test(joined.text.slice(match.index + 1, match.index + 3))
    )
      return null;
    if (/^[百千万]/.test(written) || joined.text.startsWith('五险', match.index)) return null;
    return readNumeral(written);
  });
  return replaceIn(read, /百分之(\d+(?:\.\d+)?)/g, ([, share = '']) => `${share}%`);
}

function readNumeral(written: string): string {
  const plain = written.replace(/廿/g, '二十').replace(/卅/g, '三十');
  if (![...plain].some((character) => character in scales)) {
    return [...plain].map((character) => values[character] ?? '').join('');
  }
  let total = 0;
  let section = 0;
  let pending: number | null = null;
  let last = 1;
  for (const character of plain) {
    const value = values[character];
    const scale = scales[character];
    // 一千零七 is 1007, 一千七 is 1700.
    if (value === 0) last = 1;
    if (value !== undefined) pending = value;
    else if (scale === 10_000) {
      total = (total + section + (pending ?? 0)) * scale;
      last = scale;
      section = 0;
      pending = null;
    } else if (scale !== undefined) {
      section += (pending ?? 1) * scale;
      last = scale;
      pending = null;
    }
  }
  return String(total + section + (pending ?? 0) * (last > 10 ? last / 10 : 1));
}
