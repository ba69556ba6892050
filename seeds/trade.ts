import type { EmploymentType } from '../api/openings/contract.ts';

/** Kinds of place that hire; the employer's name, section and grounds follow from it. */
export type Workplace =
  | 'factory'
  | 'garment'
  | 'electronics'
  | 'chemical'
  | 'shipyard'
  | 'toys'
  | 'food-factory'
  | 'building-site'
  | 'farm'
  | 'restaurant'
  | 'noodle-shop'
  | 'hotel'
  | 'bathhouse'
  | 'supermarket'
  | 'shop'
  | 'logistics'
  | 'courier'
  | 'household-service'
  | 'property'
  | 'school'
  | 'kindergarten'
  | 'clinic'
  | 'care-home'
  | 'beauty'
  | 'car-repair'
  | 'office'
  | 'software'
  | 'bank-agency'
  | 'craft'
  | 'public';

/** What a kind of work looks like in an advert; texts are pools from which an opening draws. */
export type Trade = {
  occupation: string;
  titles: readonly string[];
  workplaces: readonly Workplace[];
  /** Only at employers whose name ends so (a 药房 hires no tiler); absent: at every one of the workplaces. */
  employersEndingIn?: readonly string[];
  /** How often it is advertised, 1 to 10. */
  weight: number;
  pay: { unit: '月' | '日' | '时' | '件' | '面议'; least: number; most: number };
  /** Most openings want one to three; `many` up to sixty. */
  wanted: 'one' | 'few' | 'many';
  /** What is done: an opening takes the first or second, which say what the work is, and one to three later ones. */
  duties: readonly string[];
  /** Sentences of what is asked; an opening takes one to three. Lawful: no sex, no age, no origin. */
  requirements: readonly string[];
  education: readonly ('不限' | '初中及以下' | '高中或中专' | '大专' | '本科' | '硕士及以上')[];
  experience: readonly ('不限' | '1年以内' | '1-3年' | '3-5年' | '5年以上')[];
  employmentTypes: readonly EmploymentType[];
  benefits: readonly string[];
};
