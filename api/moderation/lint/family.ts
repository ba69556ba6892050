import type { Advert, AdvertField, Finding, Rule, Severity } from '../advert.ts';
import type { Folded } from './fold.ts';

/** Free text of an advert; `occupation` and the picks are read too, because anything can be typed into a file. */
export const textFields = [
  'title',
  'occupation',
  'duties',
  'requirements',
  'education',
  'experience',
  'employmentType',
  'benefits',
  'address',
] as const satisfies readonly AdvertField[];
export type TextField = (typeof textFields)[number];

export interface ReadField {
  field: TextField;
  original: string;
  plain: Folded;
  tight: Folded;
}

/** What a rule may look at beside the words themselves. */
export interface Context {
  advert: Advert;
  /** All text fields in the plain reading, joined by 。 */
  whole: string;
  /** Title and occupation in the plain reading. */
  post: string;
}

export interface Hit {
  field: TextField;
  words: string;
  /** The field's text in the reading that matched, innocent phrases blanked out. */
  text: string;
  index: number;
  groups: readonly (string | undefined)[];
}

export interface Verdict {
  severity?: Severity;
  article?: string;
  advice?: string;
}

/** One ground of refusal: what gives it away, what looks like it and is innocent, and what the law says. */
export interface Family {
  rule: Rule;
  severity: Severity;
  article: string;
  advice: string;
  /** Cheap test; without a match nothing else runs. */
  trigger: RegExp;
  /** Phrases blanked out before looking; must be global. */
  innocent?: RegExp;
  /** Must be global. */
  offences: readonly RegExp[];
  fields?: readonly TextField[];
  /** Last word on a hit: `null` lets it pass. */
  judge?: (hit: Hit, context: Context) => Verdict | null;
}

const blank = '□';

/** Blanks out innocent phrases at equal length, so that places stay true. */
export function blankOut(text: string, innocent: RegExp | undefined): string {
  return innocent ? text.replace(innocent, (phrase) => blank.repeat(phrase.length)) : text;
}

const denialBefore =
  /(?:不|无|没有|没|免|免除|杜绝|严禁|禁止|不得|拒绝|谢绝|抵制|反对|从不|绝不|零|勿|别|非|取消|不存在|不设|不需要?|无需|无须|不用|不必|不会|不能|不可|不允许|凡是?|任何)[^,。;!?(]{0,8}$/;
const denialAfter =
  /^[^,。;!?]{0,8}(?:全免|免收|免费|不收|不限|一律不|概不|均不|都不|无需|不需|不用|是骗|为骗|均为诈|诈骗|骗子|勿信|举报|请拒绝|违法|可拒绝|无要求|不做要求|不作要求|不要求|另发|退还客)/;

/** 不收押金, 无需交费, 押金一律不收, 凡收费的都是骗子: the words stand there to be denied. */
export function isDenied({ text, index, words }: Hit): boolean {
  return (
    denialBefore.test(text.slice(Math.max(0, index - 14), index)) ||
    denialAfter.test(text.slice(index + words.length, index + words.length + 16))
  );
}

/** The clause around a hit, without its pauses. */
export function clauseAround({ text, index, words }: Hit): string {
  const from = Math.max(...[...',。;!?\n'].map((pause) => text.lastIndexOf(pause, index - 1))) + 1;
  const rest = text.slice(index + words.length).search(/[,。;!?\n]/);
  return text.slice(from, rest < 0 ? undefined : index + words.length + rest);
}

export type Found = Omit<Finding, 'start' | 'end' | 'words' | 'field'> & { from: number; to: number };

/** All offences of one family in one reading of one field; places are those of the reading. */
export function findOffences(family: Family, field: TextField, reading: string, context: Context): Found[] {
  if (!family.trigger.test(reading)) return [];
  const text = blankOut(reading, family.innocent);
  const found: Found[] = [];
  for (const offence of family.offences) {
    offence.lastIndex = 0;
    for (let match = offence.exec(text); match; match = offence.exec(text)) {
      const words = match[0];
      if (words === '') {
        offence.lastIndex++;
        continue;
      }
      const from = match.index;
      const to = from + words.length;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      const hit: Hit = { field, words, text, index: from, groups: match };
      const verdict = family.judge ? family.judge(hit, context) : {};
      if (!verdict) continue;
      const { rule, severity, article, advice } = family;
      found.push({ rule, severity, article, advice, ...verdict, from, to });
    }
  }
  return found;
}
