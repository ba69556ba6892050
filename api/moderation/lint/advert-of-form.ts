import type { Advert } from '../advert.ts';

/** The part of an opening's form that the lint reads (see OpeningForm in api/opening-desk/contract.ts). */
export interface LintedForm {
  title: string;
  occupation: string | null;
  duties: string;
  requirements: string;
  headcount: number | null;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryUnit: string | null;
  education: string | null;
  experience: string | null;
  employmentType: string | null;
  benefits: readonly string[];
  address: string;
  town: string | null;
  contactName: string;
  contactPhone: string;
  closesOn: string | null;
}

/** A form as the lint reads it, the same on the server and while somebody types. */
export function advertOfForm(form: LintedForm, employerName: string): Advert {
  const { salaryMin, salaryMax, salaryUnit, town, ...rest } = form;
  return {
    ...rest,
    employerName,
    // The form asks for the unit in a field of its own; without one the numbers alone are looked at.
    salary: { min: salaryMin, max: salaryMax ?? salaryMin, unit: salaryUnit },
    // null is "asked for and left empty", which the lint does not know for divisions.
    ...(town === null ? {} : { divisionCode: town }),
  };
}
