import type { Advert, AdvertField, Finding, Rule, Severity } from '../advert.ts';
import { blank, type Folded } from './folded.ts';
import type { CouldMatch } from './needed.ts';
import { findTogether, type Together } from './together.ts';

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
  /** What of `tight` is to be read again, if anything. */
  apart: Folded | null;
}

/** What a rule may look at beside the words themselves. */
export interface Context {
  advert: Advert;
  /** All text fields in the plain reading, joined by 。 */
  whole: string;
  /** Least lawful pay of a month in the advert's county. */
  monthlyFloorYuan: number;
  /** Title and occupation in the plain reading. */
  post: string;
}

export interface Hit {
  field: TextField;
  words: string;
  /** The field's text in the reading that matched, innocent phrases blanked out. */
  text: string;
  index: number;
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
  /** Words of a finding that leave no other reading: what was learned does not take it out. */
  certain?: RegExp;
  /** Clauses that promise what the law wants; what was learned says nothing of them. */
  lawful?: RegExp;
  /** Its words among the duties may name what the work is about: see `isWorkObject`. */
  aboutPeople?: boolean;
  /** Must be global. */
  offences: readonly RegExp[];
  /** Parts that offend together in a clause, looked for after `offences`. */
  together?: readonly Together[];
  fields?: readonly TextField[];
  /** Words that offend wherever they are left over among the conditions, after innocent phrases are blanked; must be global. */
  residue?: RegExp;
  /** Where `residue` looks, if not among the conditions only. */
  residueFields?: readonly TextField[];
  /** Being let in is what offends: 初二的学生来也行. */
  invites?: boolean;
  /** Last word on a hit: `null` lets it pass. */
  judge?: (hit: Hit, context: Context) => Verdict | null;
}

/** Blanks out innocent phrases at equal length, so that places stay true. */
export function blankOut(text: string, innocent: RegExp | undefined): string {
  return innocent ? text.replace(innocent, (phrase) => blank.repeat(phrase.length)) : text;
}

const grounds =
  '(?:性别|年龄|民族|户籍|户口|籍贯|国籍|学历|婚育|婚否|婚姻|地域|宗教信仰|信仰|身高|体重|外貌|相貌|形象|身材|经验|男女|专业)';
const equality = new RegExp(
  `(?:${grounds}(?:状况|情况)?[、,和及与/ ]{0,2})+(?:等|等方面|方面)?[: ]{0,2}(?:均|都|一律|皆)?(?:(?:没有|无|不设|不作|不做)(?:任何)?(?:限制|要求|限)|(?:不限|不拘|不论|不看|不问|不过问|不打听)(?:制)?|不作为?(?:录用|招聘|聘用)的?(?:条件|依据|标准))|` +
    `(?:不限|不论|无论|不分|不看|不问|不设)(?:任何)?(?:${grounds}(?:状况|情况)?[、,和及与/ ]{0,2})+(?:等|等方面)?(?:的)?(?:限制|要求|歧视)?|` +
    `(?:没有|无|不因)(?:任何)?(?:${grounds}(?:状况|情况)?[、,和及与/ ]{0,2})+(?:等|等方面)?(?:的)?(?:限制|要求|歧视)|` +
    // 信佛不信佛不问, 结婚与否都一样招, 有无信仰均可
    `([一-鿿]{1,3})(?:与否|(?:还是)?不\\1|没有?\\1)[^,。;!?]{0,10}(?:不问|不限|不论|不管|不看|无所谓|不影响|一样|一视同仁|都|均|皆)|` +
    // 年纪大小不论, 未婚已婚随你
    `(?:年纪|年龄|岁数)(?:大(?:年纪|年龄|岁数)?小|大的?小的?)(?:都|均|皆)?(?:不论|不限|不挑|不管|不问|行|可以|要)|` +
    `(?:未婚[、,和跟或]?已婚|已婚[、,和跟或]?未婚)(?:都|均|皆|也)?(?:随你|随便|行|可以?|不问|不管|不论|不限|要|招|收|欢迎|一样)|` +
    `(?:有无|有没有|是不是|是否)[^,。;!?]{1,6}(?:都(?!要|得|须)|均|皆|不问|不限|不影响|一样|无所谓)|` +
    // 不因残疾不予录用, 不得以婚育为由拒绝录用
    `不(?:得|会|可)?(?:因|以)[^,。;!?]{1,16}(?:为由)?而?(?:不予?|拒绝|拒不)(?:录用|录取|聘用|招录|招用|考虑)`,
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

/** 没有担保人的交五千: who lacks it pays. */
const lacking = /(?:没有?|无)[^,。;]{1,6}(?:的|者)[先要须需得就再]*(?:交|缴|付|扣|押)$/;

/** 不收押金, 无需交费, 押金一律不收, 凡收费的都是骗子: the words stand there to be denied. */
export function isDenied(hit: Hit): boolean {
  const { text, index, words } = hit;
  if (lacking.test(text.slice(Math.max(0, index - 14), index + 1))) return false;
  return (
    denialBefore.test(text.slice(Math.max(0, index - 14), index)) ||
    denialAfter.test(text.slice(index + words.length, index + words.length + 16)) ||
    /举报|骗子|骗术|骗局|识破|都是假|假广告|诈骗|别交|上当|(?<!无|零|没有?|0|有|被|因|不出|(?:客户|顾客|家长|业主|客人|患者)(?:的)?)投诉|违法/.test(
      sentenceAround(hit),
    )
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
  /都行|都可|均可|皆可|也能|也可|也行|同样|一样|一视同仁|都欢迎|也欢迎|都招|都收|都要|也招|也收|也要|欢迎|照样|不介意|没关系|同等|可申请|不影响|不在意|无所谓|不重要|不挑|不看|不问|不[作做]?要求|[没无]要求|不要紧|不打紧|设有|清真灶|清真窗口/;

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

/** Verbs of work on other people's affairs: 代理欠薪案件, 受理结婚登记, 照看小学生. */
const working =
  /(?:整理|代理|办理|受理|处理|调解|仲裁|调查|查处|核查|审查|查|追讨|清欠|讲|了解|揭露|审核|检查|核算|核对|统计|登记|采集|录入|编写|撰写|宣传|宣讲|讲解|解答|解释|答复|接待|接听|回复|推广|销售|推销|营销|介绍|联系|走访|慰问|帮扶|服务|照看|照顾|照料|护理|看护|陪护|陪伴|辅导|教授|教|带教|培训|指导|管理|维护|督促|协调|代办|代缴|代理|催收|收取|退还|测量|制作|设计|策划|拍摄|采访|研究|检测|化验|诊断|监测|防治|防控|开展|参与|协助|协同|组织|跟进|对接|负责|为|给|向|帮)[^,。;!?\n]{0,16}$/;
/** What such words belong to when they name a matter: 欠薪纠纷, 怀孕检查, 放弃缴费声明受理. */
const matters =
  /^[^,。;!?\n]{0,8}(?:讲座|陷阱|骗局|风险提示|防范|普法|纠纷|争议|案件|案卷|卷宗|投诉|举报|(?<!平)台账|诊断|咨询|宣传|政策|业务|受理|解释|维权|条例|法规|知识|课程|活动|项目|专区|题材|话题|用品|产品|客户|患者|顾客|学员|家长)/;
/** And these, when nobody who applies is spoken of. */
const routines = /^[^,。;!?\n]{0,8}(?:检测|检验|化验|标本|送检|规定|标准|流程|手续)/;
/** Said of those who apply, whatever stands before. */
const demands =
  /勿|不要|不招|不收|不录|不予|不考虑|不在|不再|恕不|[只仅](?:录用|接[收受]|面向)|谢绝|拒绝|优先|仅限|只限|限|只招|只要|须|需|必须|要求|入职|上岗|应聘|求职|员工自|本人|试用|离职|做满|干满|押[一1]|(?:一律|均|都|全)[属为是]?无偿|奉献|自理|自费|不发|不缴|不交|不买|无加班|没有/;

/** Adverts that are checked for what the law forbids: 删除含有“限男性”等歧视内容的条目. */
const denounced = /歧视(?:性|内容|条目|用语|信息|表述|字样|条款|要求|招聘|行为|问题|案)/;

/** Among the duties: a matter the work is about, not a condition of being hired. */
export function isWorkObject(hit: Hit): boolean {
  if (hit.field !== 'duties' && hit.field !== 'title' && hit.field !== 'occupation') return false;
  const { text, index, words } = hit;
  const after = text.slice(index + words.length, index + words.length + 14);
  if (matters.test(after)) return true;
  if (hit.field !== 'duties' || demands.test(clauseAround(hit))) return false;
  if (routines.test(after) || /(?:检测|检验|化验)$/.test(words)) return true;
  return working.test(text.slice(Math.max(0, index - 22), index));
}

export type Found = Omit<Finding, 'start' | 'end' | 'words' | 'field'> & Range & { certain?: true };

/** A part of a reading, its end exclusive. */
export interface Range {
  from: number;
  to: number;
}

/** Of one rule in one field; more tell nobody anything and cost time. */
const mostFindings = 20;

/**
 * All offences of one family in one reading of one field; places are those of the reading.
 * @param couldMatch asked of the reading
 * @param passed is given what was looked at and let pass
 */
export function findOffences(
  family: Family,
  field: TextField,
  reading: string,
  couldMatch: CouldMatch,
  context: Context,
  passed: Range[] = [],
): Found[] {
  if (!couldMatch(family.trigger) || !family.trigger.test(reading)) return [];
  const text = blankOut(reading, family.innocent);
  const found: Found[] = [];
  const take = (from: number, to: number, isResidue: boolean, certain?: true): void => {
    if (found.length >= mostFindings) return;
    const same = found.find((other) => from < other.to && other.from < to);
    if (same) {
      if (certain) same.certain = true;
      return;
    }
    const hit: Hit = { field, words: text.slice(from, to), text, index: from };
    const isMeantWell =
      (isResidue && !family.invites && isWelcome(clauseAround(hit))) ||
      (field === 'duties' && denounced.test(sentenceAround(hit))) ||
      (family.aboutPeople && isWorkObject(hit));
    const verdict = isMeantWell ? null : family.judge ? family.judge(hit, context) : {};
    if (!verdict) {
      passed.push({ from, to });
      return;
    }
    const { rule, severity, article, advice } = family;
    const isCertain = (certain ?? family.certain?.test(hit.words)) ? true : undefined;
    found.push({ rule, severity, article, advice, ...verdict, from, to, certain: isCertain });
  };
  for (const offence of family.offences)
    if (couldMatch(offence)) for (const { from, to } of placesOf(offence, text)) take(from, to, false);
  const together = togetherIn(family, field).filter(({ parts }) => parts.every(couldMatch));
  for (const { from, to, certain } of findTogether(text, together, field === 'benefits'))
    take(from, to, false, certain);
  const { residue } = family;
  if (residue && couldMatch(residue) && (family.residueFields ?? conditionFields).includes(field))
    for (const { from, to } of placesOf(residue, text)) take(from, to, true);
  return found;
}

/** Where a global pattern matches; `matchAll` would make a pattern anew for each text, at the cost of running it. */
function placesOf(pattern: RegExp, text: string): Range[] {
  const places: Range[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    places.push({ from: match.index, to: match.index + match[0].length });
    if (match[0] === '') pattern.lastIndex++;
  }
  return places;
}

function togetherIn({ together = [] }: Family, field: TextField): readonly Together[] {
  const spoken = field === 'benefits' || conditionFields.includes(field);
  return spoken ? together : together.filter(({ everywhere }) => everywhere);
}
