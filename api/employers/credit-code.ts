const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Check character of the first 17 characters of a 统一社会信用代码 (GB 32100-2015, weights 3^i mod 31). */
export function creditCodeCheck(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(first17[index]!), 0);
  return alphabet[(31 - (sum % 31)) % 31]!;
}

/** What is wrong with a 统一社会信用代码, in words; null when it is right. */
export function creditCodeFault(code: string): string | null {
  if (code.length !== 18) {
    return code.length < 18
      ? `少了 ${18 - code.length} 位，应该是 18 位，现在 ${code.length} 位`
      : `多了 ${code.length - 18} 位，应该是 18 位，现在 ${code.length} 位`;
  }
  const wrong = [...code].find((character) => !alphabet.includes(character));
  if (wrong) return `不会有“${wrong}”这个字（没有 I、O、S、V、Z，也没有小写）`;
  return creditCodeCheck(code) === code[17] ? null : '最后一位校验码对不上，多半是抄错了一位';
}
