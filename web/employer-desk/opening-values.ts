import { lifeTerms, payRhythms, shifts, type OpeningForm } from '../../api/opening-desk/contract.ts';

/** The form as it is typed: what is one list on the wire is asked in four questions. */
export type OpeningValues = Omit<OpeningForm, 'benefits' | 'publishAt'> & {
  terms: string[];
  rhythm: string;
  shift: string;
  otherTerms: string;
  /** `2026-12-01T08:00`, local time in Yangzhou; empty is at once. */
  publishAt: string;
  later: boolean;
};

export const emptyForm: OpeningForm = {
  title: '',
  occupation: null,
  duties: '',
  requirements: '',
  headcount: null,
  salaryMin: null,
  salaryMax: null,
  salaryUnit: '月',
  education: null,
  experience: null,
  employmentType: '全职',
  benefits: [],
  workplaceId: null,
  address: '',
  town: null,
  place: null,
  placeReason: '',
  contactName: '',
  contactPhone: '',
  closesOn: null,
  publishAt: null,
  isReposted: false,
  sourceName: '',
  reasons: [],
};

const among = (list: readonly string[], word: string) => list.includes(word);
const SHANGHAI_MS = 8 * 3_600_000;

/** What the server keeps, as the form shows it. */
export function toValues({ benefits, publishAt, ...form }: OpeningForm): OpeningValues {
  return {
    ...form,
    terms: benefits.filter((word) => among(lifeTerms, word)),
    rhythm: benefits.find((word) => among(payRhythms, word)) ?? '',
    shift: benefits.find((word) => among(shifts, word)) ?? '',
    otherTerms: benefits
      .filter((word) => !among(lifeTerms, word) && !among(payRhythms, word) && !among(shifts, word))
      .join('、'),
    publishAt: publishAt ? new Date(Date.parse(publishAt) + SHANGHAI_MS).toISOString().slice(0, 16) : '',
    later: publishAt !== null,
  };
}

/** What was typed, as the server keeps it. */
export function toForm(values: OpeningValues): OpeningForm {
  const { terms, rhythm, shift, otherTerms, publishAt, later, ...form } = values;
  const others = otherTerms
    .split(/[、,，;；\n]+/)
    .map((word) => word.trim().slice(0, 20))
    .filter(Boolean);
  const isNegotiable = form.salaryUnit === '面议';
  return {
    ...form,
    salaryMin: isNegotiable ? null : form.salaryMin,
    salaryMax: isNegotiable ? null : form.salaryMax,
    benefits: [...new Set([...terms, rhythm, shift, ...others].filter(Boolean))].slice(0, 20),
    publishAt: later && publishAt ? `${publishAt}:00+08:00` : null,
    sourceName: form.isReposted ? form.sourceName : '',
  };
}

/** 21.75 paid days of 8 hours a month, as api/openings/rules.ts has it; null where there is no month. */
export function monthlyYuan(yuan: number | null, unit: OpeningForm['salaryUnit']): number | null {
  if (yuan === null) return null;
  if (unit === '日') return Math.round((yuan * 21.75) / 10) * 10;
  if (unit === '时') return Math.round((yuan * 174) / 10) * 10;
  return null;
}
