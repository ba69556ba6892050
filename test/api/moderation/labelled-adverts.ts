import type { Advert, Rule } from '../../../api/moderation/advert.ts';

/** A text with the field it stands in: `t:` title, `d:` duties, `b:` benefits, else requirements. */
export type LabelledText = string;

export interface LabelledOffences {
  rule: Rule;
  plain: readonly LabelledText[];
  disguised: readonly LabelledText[];
}

/** Batches of one rule, each written before the rules had seen it, with innocent texts that look alike. */
export interface TurnsOfPhrase {
  rule: Rule;
  batches: readonly {
    plain: readonly LabelledText[];
    disguised: readonly LabelledText[];
    clean: readonly LabelledText[];
  }[];
}

/** An everyday advert of the region without fault; each case changes one field of it. */
export const soundAdvert: Advert = {
  title: '包装工',
  occupation: '包装工',
  employerName: '扬州某食品加工厂',
  industry: '制造业',
  duties: '负责流水线成品装箱、贴标、码垛，下班前打扫工位。',
  requirements: '身体健康，能上两班倒，有无经验均可，来了有师傅带。',
  headcount: '6',
  salary: { min: '4200', max: '5800', unit: '月' },
  education: '不限',
  experience: '不限',
  employmentType: '全职',
  benefits: ['五险一金', '包吃', '班车'],
  address: '广陵区李典镇工业园 8 号',
  divisionCode: '321002104',
  contactName: '王师傅',
  contactPhone: '0514-80000000',
  publishedOn: '2026-11-01',
  closesOn: '2026-12-31',
};

const fieldOf = { t: 'title', d: 'duties', b: 'benefits', r: 'requirements' } as const;

/** The field that a labelled text stands in, and the words without its mark. */
export function placed(text: LabelledText): {
  field: 'title' | 'duties' | 'benefits' | 'requirements';
  words: string;
} {
  const prefix = /^([tdbr]):/.exec(text);
  const field = fieldOf[(prefix?.[1] ?? 'r') as keyof typeof fieldOf];
  return { field, words: prefix ? text.slice(2) : text };
}

export function advertWith(text: LabelledText): Advert {
  const { field, words } = placed(text);
  return { ...soundAdvert, [field]: field === 'benefits' ? words.split('、') : words };
}
