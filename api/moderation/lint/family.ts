import type { Advert, AdvertField, Finding, Rule, Severity } from '../advert.ts';
import type { Folded } from './folded.ts';

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

/** Where conditions stand; what is named here is asked of the applicant, not part of the work. */
const conditionFields: readonly TextField[] = ['requirements', 'education', 'experience', 'employmentType'];

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
  /** Words that offend wherever they are left over among the conditions, after innocent phrases are blanked; must be global. */
  residue?: RegExp;
  /** Where `residue` looks, if not among the conditions only. */
  residueFields?: readonly TextField[];
  /** Last word on a hit: `null` lets it pass. */
  judge?: (hit: Hit, context: Context) => Verdict | null;
}

const blank = '□';

/** Blanks out innocent phrases at equal length, so that places stay true. */
export function blankOut(text: string, innocent: RegExp | undefined): string {
  return innocent ? text.replace(innocent, (phrase) => blank.repeat(phrase.length)) : text;
}

const grounds =
  '(?:性别|年龄|民族|户籍|户口|籍贯|国籍|学历|婚育|婚否|婚姻|地域|宗教信仰|信仰|身高|体重|外貌|相貌|形象|身材|经验|男女|专业)';
const equality = new RegExp(
  `(?:${grounds}(?:状况|情况)?[、,和及与/ ]{0,2})+(?:等|等方面|方面)?[: ]{0,2}(?:均|都|一律|皆)?(?:(?:没有|无|不设|不作|不做)(?:任何)?(?:限制|要求|限)|(?:不限|不拘|不论|不看)(?:制)?)|` +
    `(?:不限|不论|无论|不分|不看|不问|不设)(?:任何)?(?:${grounds}(?:状况|情况)?[、,和及与/ ]{0,2})+(?:等|等方面)?(?:的)?(?:限制|要求|歧视)?|` +
    `(?:没有|无|不因)(?:任何)?(?:${grounds}(?:状况|情况)?[、,和及与/ ]{0,2})+(?:等|等方面)?(?:的)?(?:限制|要求|歧视)`,
  'g',
);

/** 不限性别、年龄、户籍 and the like, blanked for every rule. */
export function blankEquality(reading: Folded): Folded {
  const text = blankOut(reading.text, equality);
  return text === reading.text ? reading : { ...reading, text };
}

const denialBefore =
  /(?:不|无|没有|没|免|免除|杜绝|严禁|禁止|不得|拒绝|谢绝|抵制|反对|从不|绝不|零|勿|别|非|取消|不存在|不设|不需要?|无需|无须|不用|不必|不会|不能|不可|不允许|凡是?|任何)[^,。;!?(]{0,8}$/;
const denialAfter =
  /^[^,。;!?]{0,8}(?:不要|全免|免收|免费|不收|不限|一律不|概不|均不|都不|无需|不需|不用|是骗|为骗|均为诈|诈骗|骗子|勿信|举报|请拒绝|违法|可拒绝|无要求|不做要求|不作要求|不要求|另发|退还客)/;

/** 不收押金, 无需交费, 押金一律不收, 凡收费的都是骗子: the words stand there to be denied. */
export function isDenied(hit: Hit): boolean {
  const { text, index, words } = hit;
  return (
    denialBefore.test(text.slice(Math.max(0, index - 14), index)) ||
    denialAfter.test(text.slice(index + words.length, index + words.length + 16)) ||
    /举报|骗子|诈骗|别交|上当|投诉|违法/.test(sentenceAround(hit))
  );
}

/** What stands before a hit since the last pause, at most `length` characters. */
export function clauseBefore({ text, index }: Hit, length: number): string {
  return (
    text
      .slice(Math.max(0, index - length), index)
      .split(/[,。;!?\n]/)
      .at(-1) ?? ''
  );
}

/** What follows a hit up to the next pause. */
export function clauseAfter({ text, index, words }: Hit): string {
  return text.slice(index + words.length).split(/[,。;!?\n]/, 1)[0] ?? '';
}

/** Conditions that let people in: 户口在哪里都行, 残疾朋友也能干. */
const welcoming =
  /都行|都可|均可|皆可|也能|也可|也行|同样|一样|一视同仁|都欢迎|也欢迎|都招|都收|都要|也招|欢迎|照样|不介意|没关系|同等|可申请|不影响|不在意|无所谓|不重要|不挑|不看|不问|不要求|设有|清真灶|清真窗口/;

const isWelcome = (clause: string): boolean =>
  welcoming.test(clause) && !/除(?:了)?[^,。;]{1,10}外/.test(clause);

/** The clause around a hit, without its pauses. */
export function clauseAround({ text, index, words }: Hit): string {
  const from = Math.max(...[...',。;!?\n'].map((pause) => text.lastIndexOf(pause, index - 1))) + 1;
  const rest = text.slice(index + words.length).search(/[,。;!?\n]/);
  return text.slice(from, rest < 0 ? undefined : index + words.length + rest);
}

/** The sentence around a hit, commas and all. */
export function sentenceAround({ text, index, words }: Hit): string {
  const from = Math.max(...[...'。;!?\n'].map((stop) => text.lastIndexOf(stop, index - 1))) + 1;
  const rest = text.slice(index + words.length).search(/[。;!?\n]/);
  return text.slice(from, rest < 0 ? undefined : index + words.length + rest);
}

export type Found = Omit<Finding, 'start' | 'end' | 'words' | 'field'> & { from: number; to: number };

/** Of one rule in one field; more tell nobody anything and cost time. */
const mostFindings = 20;

/** All offences of one family in one reading of one field; places are those of the reading. */
export function findOffences(family: Family, field: TextField, reading: string, context: Context): Found[] {
  if (!family.trigger.test(reading)) return [];
  const text = blankOut(reading, family.innocent);
  const found: Found[] = [];
  const residue =
    family.residue && (family.residueFields ?? conditionFields).includes(field) ? [family.residue] : [];
  for (const offence of [...family.offences, ...residue]) {
    offence.lastIndex = 0;
    for (let match = offence.exec(text); match; match = offence.exec(text)) {
      const words = match[0];
      if (words === '') {
        offence.lastIndex++;
        continue;
      }
      const from = match.index;
      const to = from + words.length;
      if (found.length >= mostFindings) return found;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      const hit: Hit = { field, words, text, index: from, groups: match };
      if (offence === family.residue && isWelcome(clauseAround(hit))) continue;
      const verdict = family.judge ? family.judge(hit, context) : {};
      if (!verdict) continue;
      const { rule, severity, article, advice } = family;
      found.push({ rule, severity, article, advice, ...verdict, from, to });
    }
  }
  return found;
}
