import type { DeskPoint } from '../../api/point-desk/contract.ts';
import type { OpeningForm } from '../../api/opening-desk/contract.ts';
import type { SalaryUnit } from '../../api/openings/contract.ts';
import { todayInYangzhou } from './dates.ts';

export type ListingValues = {
  who: 'on-file' | 'small' | 'household';
  employerId: string;
  employerName: string;
  creditCode: string;
  title: string;
  occupation: string;
  duties: string;
  requirements: string;
  headcount: number | null;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryUnit: SalaryUnit | '';
  address: string;
  contactName: string;
  contactPhone: string;
  closesOn: string;
  source: 'desk' | 'telephone' | 'door';
  givenBy: string;
  consented: boolean;
};

const DAYS_OPEN = 30;

/** A listing begins at the point's own place. */
export function emptyListing({ facts }: DeskPoint): ListingValues {
  return {
    who: 'household',
    employerId: '',
    employerName: '',
    creditCode: '',
    title: '',
    occupation: '',
    duties: '',
    requirements: '',
    headcount: 1,
    salaryMin: null,
    salaryMax: null,
    salaryUnit: '',
    address: facts.address,
    contactName: '',
    contactPhone: '',
    closesOn: todayInYangzhou(DAYS_OPEN),
    source: 'desk',
    givenBy: '',
    consented: false,
  };
}

/** The same as the opening's form wants it; the pin is the point's, for it lies nearby and nothing better is known. */
export function openingOf(values: ListingValues, { facts }: DeskPoint): OpeningForm {
  const text = (value: string) => value.trim();
  return {
    title: text(values.title),
    occupation: text(values.occupation) || null,
    duties: text(values.duties),
    requirements: text(values.requirements),
    headcount: values.headcount,
    salaryMin: values.salaryMin,
    salaryMax: values.salaryMax ?? values.salaryMin,
    salaryUnit: values.salaryUnit || null,
    education: '不限',
    experience: '不限',
    employmentType: null,
    benefits: [],
    workplaceId: null,
    address: text(values.address),
    town: facts.division.length >= 9 ? facts.division.slice(0, 9) : null,
    place: { lng: facts.place.lng, lat: facts.place.lat },
    placeReason: '',
    contactName: text(values.contactName),
    contactPhone: text(values.contactPhone),
    closesOn: values.closesOn || null,
    publishAt: null,
    isReposted: false,
    sourceName: '',
    reasons: [],
  };
}
