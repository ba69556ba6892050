const digits: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

export type SalaryWords = { text: string; monthlyYuan: number };

// A number means pay only with something that says so: 月薪5000, 五千以上, 8k, 工资过万, 6000元.
const said =
  /(?:月薪|工资|薪资|底薪|月入|待遇)?(?:不低于|至少|过|超)?(?:(\d{4,5})|(\d{1,2}(?:\.\d)?)([千万kw])|([一二两三四五六七八九])([千万])(?:([一二三四五六七八九])(?!千))?|(过万))(?:元|块钱|块)?(?:每月|一个月|一月|\/月|月)?(?:以上|起步|起|左右|\+)?/gu;

/** Takes the pay a person asks for out of the words; whole yuan a month. */
export function readSalary(text: string): { rest: string; salary: SalaryWords | null } {
  for (const match of text.matchAll(said)) {
    const monthlyYuan = yuanOf(match);
    if (monthlyYuan === null || monthlyYuan < 1000 || monthlyYuan > 100_000) continue;
    if (!/[^\d]/u.test(match[0]) && monthlyYuan % 500 !== 0) continue;
    const before = text[match.index - 1];
    const after = text[match.index + match[0].length];
    if (isPartOfWord(before) || isPartOfWord(after)) continue;
    return {
      rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim(),
      salary: { text: match[0], monthlyYuan },
    };
  }
  return { rest: text, salary: null };
}

function yuanOf(match: RegExpMatchArray): number | null {
  const [, plain, amount, unit, han, hanUnit, tail, overTenThousand] = match;
  if (plain) return Number(plain);
  if (amount) return Math.round(Number(amount) * (unit === '千' || unit === 'k' ? 1000 : 10_000));
  if (han) {
    const step = hanUnit === '千' ? 1000 : 10_000;
    return digits[han]! * step + (tail ? (digits[tail]! * step) / 10 : 0);
  }
  return overTenThousand ? 10_000 : null;
}

const isPartOfWord = (letter: string | undefined) => letter !== undefined && /[a-z0-9]/u.test(letter);
