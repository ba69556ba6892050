/**
 * What the lint reads of a job advert. A field that is `undefined` was not asked for (a missing column); `null` or an
 * empty string was asked for and left empty, which is a finding where the law wants it.
 */
export interface Advert {
  title?: string | null;
  occupation?: string | null;
  employerName?: string | null;
  industry?: string | null;
  duties?: string | null;
  requirements?: string | null;
  headcount?: string | number | null;
  salary?: AdvertSalary | null;
  education?: string | null;
  experience?: string | null;
  employmentType?: string | null;
  benefits?: readonly string[] | null;
  address?: string | null;
  /** Six (county) to twelve digits, GB/T 2260. */
  divisionCode?: string | null;
  contactName?: string | null;
  contactPhone?: string | null;
  /** ISO dates. */
  publishedOn?: string | null;
  closesOn?: string | null;
}

/** Yuan per unit; `unit` is 月, 日, 时, 件 or 面议. */
export interface AdvertSalary {
  min?: string | number | null;
  max?: string | number | null;
  unit?: string | null;
}

export const ruleIds = [
  'sex',
  'ethnicity',
  'religion',
  'disability',
  'infection',
  'household-registration',
  'marriage-and-childbirth',
  'age',
  'deposit',
  'withheld-papers',
  'withheld-wages',
  'training-loan',
  'bait',
  'contact-in-title',
  'under-minimum-wage',
  'probation',
  'no-social-insurance',
  'unpaid-overtime',
  'child-labour',
  'looks',
  'missing-element',
] as const;
export type Rule = (typeof ruleIds)[number];

/** `error` must be mended before publishing; `warning` wants a reason, which a reviewer reads. */
export type Severity = 'error' | 'warning';

export type AdvertField = keyof Advert;

export interface Finding {
  rule: Rule;
  severity: Severity;
  field: AdvertField;
  /** The very words of the advert, as written; empty for a missing element. */
  words: string;
  /** Place of the words in the field's text, UTF-16 units, end exclusive. Benefits count as joined by 、. */
  start: number;
  end: number;
  /** Law and article, e.g. 《就业促进法》第二十七条. */
  article: string;
  /** What is wrong and what to write instead, for the person who writes the advert. */
  advice: string;
}
