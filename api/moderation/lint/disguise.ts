import type { Folded } from './folded.ts';
import { fold } from './fold.ts';
import { blank, replaceIn } from './folded.ts';
import { hear } from './hear.ts';
import { heardWords } from './heard-words.ts';
import { foldNumerals } from './numerals.ts';

/** Characters written as their parts (田力 for 男), and homophones of which no character is right (亚斤). */
const parts: Readonly<Record<string, string>> = {
  ...{
    田力: '男',
    扌甲: '押',
    阝艮: '限',
    女昏: '婚',
    氵又: '汉',
    歹戋: '残',
    讠正: '证',
    亻呆: '保',
    月干: '肝',
    亻牛: '件',
    亻言: '信',
    夕卜: '外',
  },
  ...{
    亚津: '押金',
    亚斤: '押金',
    牙斤: '押金',
    鸭斤: '押金',
    丫斤: '押金',
    身分证: '身份证',
    社宝: '社保',
    设宝: '社保',
  },
  ...{
    式用期: '试用期',
    拭用期: '试用期',
    安微: '安徽',
    b肝: '乙肝',
    h口: '户口',
    h籍: '户籍',
    个zi: '个子',
    无尝: '无偿',
    高新保录: '高薪保录',
    薪保绿: '薪保录',
    保绿取: '保录取',
    保绿用: '保录用',
  },
  ...{
    参拾: '三十',
    形像: '形象',
    身糕: '身高',
    身膏: '身高',
    身羔: '身高',
    交钅: '交钱',
    年令: '年龄',
    h1v: 'hiv',
    歺疾: '残疾',
    歺废: '残废',
    疾亾: '疾人',
    己昏: '已婚',
    己肓: '已育',
    己毓: '已育',
    鉯: '以',
    伽班: '加班',
    伍险: '五险',
    伍険: '五险',
    五険: '五险',
    加癍: '加班',
  },
};
/** Initials and characters that stand for a word only beside certain others: see `partsPattern`. */
const shortForms: Readonly<Record<string, string>> = {
  sfz: '身份证',
  sb: '社保',
  yj: '押金',
  gz: '工资',
  w: '万',
  x: '险',
  ot: '加班',
  圆: '元',
  俭: '险',
  新: '薪',
  木有: '没有',
  巳: '已',
  ...{ 蔟: '族', 簇: '族', 镞: '族', 瘯: '族', 咖班: '加班', 咖啵班: '加班', 咖波班: '加班' },
  chu: '初',
};
// 押进 is 押金 unless it goes on as a word of its own.
const partsPattern = new RegExp(
  `${Object.keys(parts).join('|')}|(?<=[汉回藏维满苗彝壮民] ?)[蔟簇镞瘯](?![新拥])|巳(?=[婚昏育毓])|(?<!网)咖 ?[啵波]? ?班(?!次|车|长)|押进(?![度场入出行来去])|(?<=[交缴买无])社报|(?<=放弃|[交缴买])[设涉射]保|(?<=[交缴买无没上弃]) ?s ?b(?![a-z])|(?<=[交缴收付需]) ?y ?j(?![a-z])|(?<=[押压扣发无欠结给付]) ?g ?z(?![a-z])|(?<=[\\d一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾百佰千仟万])圆(?!形|弧|孔|钢|管|木|柱)|(?<![a-z])sfz(?![a-z])|(?<=[五三5])俭(?!朴)|(?<=不计|不发|[无零])新(?=试|$|[ ,。;)!])|(?<=[费钱薪资金保])木有|(?<![a-z])chu ?(?=[一二三123](?!\\d))|(?<=[五三5]) ?x(?= ?(?:[不没未无]|一金))|(?<![a-z])ot(?= ?(?:[无没不费白]))|(?<=[过\\d])w(?![a-z])`,
  'g',
);
// 3 5 岁 and 5 0 0 元, but not 25 30 or 3 5-8
// n a n s h e n g, q.i.a.n
const loneLetters = /(?<![a-z\d])[a-z](?:[ .][a-z])+(?![a-z\d])/g;
// n.an, q ian
const partedSyllable = /(?<![a-z\d])([bpmfdtnlgkhjqxzcsryw])[ .]([aeiouv][a-z]{0,4})(?![a-z\d])/g;
// 3.5.岁
const dottedYears = /(?<![\d.])\d[. ]\d[. ]?(?=周?岁)/g;
// 4O岁, 138OOOO
const roundLetters = /(?<=\d)o+(?![a-z])|(?<![a-z])o+(?=\d)/g;
const loneDigits = /(?<![\d.])\d(?: \d)+(?![\d.])/g;
// 18 - 35 岁, 60 %
const looseSigns = /(?<=\d) ?([-%]) ?(?=\d|$|[^\d])/g;

/** Neighbouring characters inside a word that is worth hiding; punctuation between them is a disguise, not a pause. */
const inseparable = new Set<string>();
for (const word of heardWords)
  for (let i = 0; i + 1 < word.length; i++) inseparable.add(word.slice(i, i + 2));

/** Whether two characters belong together in a word that is worth hiding. */
export const cutsAWord = (one: string, other: string): boolean => inseparable.has(one + other);

/** The text as the rules read it, once with its pauses and once without. */
export function readThrough(original: string): { plain: Folded; tight: Folded } {
  const { plain, tight } = fold(original, inseparable);
  const read = unmask(plain);
  return { plain: read, tight: tight.text === plain.text ? read : unmask(tight) };
}

function unmask(folded: Folded): Folded {
  const whole = replaceIn(
    folded,
    partsPattern,
    ([split]) =>
      parts[split] ?? shortForms[split.replaceAll(' ', '')] ?? (split.endsWith('进') ? '押金' : '社保'),
  );
  const joined = replaceIn(whole, loneDigits, ([digits]) => digits.replaceAll(' ', ''));
  const signed = replaceIn(joined, looseSigns, ([, sign = '']) => sign);
  const lettered = replaceIn(signed, loneLetters, ([letters]) => letters.replace(/[ .]/g, ''));
  const joinedUp = replaceIn(lettered, partedSyllable, ([, first, rest]) => `${first}${rest}`);
  const rounded = replaceIn(joinedUp, roundLetters, ([letters]) => '0'.repeat(letters.length));
  const heard = foldNumerals(hear(rounded));
  return replaceIn(heard, dottedYears, ([years]) => years.replace(/[. ]/g, ''));
}

/** The tight reading without the sentences in which nothing was pulled apart: they were read already. */
export function onlyPulledApart(tight: Folded): Folded | null {
  if (!tight.dropped.includes(1)) return null;
  let from = 0;
  const text = tight.text.replace(/([^。;!?\n]*)([。;!?\n]?)/g, (sentence, words: string, end: string) => {
    const apart = tight.dropped.subarray(from, from + sentence.length).includes(1);
    from += sentence.length;
    return apart ? sentence : blank.repeat(words.length) + end;
  });
  return { ...tight, text };
}

/** Whether a match in the tight reading holds something that was pulled apart. */
export function isPulledApart(tight: Folded, from: number, to: number): boolean {
  return tight.dropped.subarray(from + 1, to).includes(1);
}
