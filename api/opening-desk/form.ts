import { findDivision } from '../../geodata/divisions.ts';
import type { Finding } from '../moderation/advert.ts';
import { advertOfForm } from '../moderation/lint/advert-of-form.ts';
import { lintAdvert, type LintSettings } from '../moderation/lint/lint.ts';
import { monthlyPay } from '../openings/rules.ts';
import { type OpeningForm, openingForm } from './contract.ts';
import { endOfDay, lastDayOf } from './rules.ts';
import type { DeskRow, TakenUp } from './store.ts';

/** Between forms, columns and adverts. Pure. */

/** What is being written: the unfinished form, else what stands. */
export function formOf(row: DeskRow): OpeningForm {
  // Through the schema, so that a form kept by an earlier version has every field of this one.
  return row.form === null ? standingForm(row) : openingForm.parse(row.form);
}

/** What stands, as a form. */
export function standingForm(row: DeskRow): OpeningForm {
  const isPinned = row.placeQuality !== 'town' && row.lng !== null && row.lat !== null;
  return {
    title: row.title ?? '',
    occupation: row.occupation,
    duties: row.duties,
    requirements: row.requirements,
    headcount: row.headcount || null,
    salaryMin: row.salaryMin,
    salaryMax: row.salaryMax,
    salaryUnit: row.salaryUnit,
    education: row.education,
    experience: row.experience,
    employmentType: row.employmentType,
    benefits: row.benefits,
    workplaceId: row.workplaceId,
    address: row.address,
    town: row.town,
    place: isPinned ? { lng: row.lng!, lat: row.lat! } : null,
    placeReason: row.placeReason,
    contactName: row.contactName ?? '',
    contactPhone: row.contactPhone ?? '',
    closesOn: row.expiresAt === null ? null : lastDayOf(row.expiresAt),
    publishAt: row.publishAt?.toISOString() ?? null,
    isReposted: row.sourceName !== null,
    sourceName: row.sourceName ?? '',
    reasons: row.lintReasons,
  };
}

/** What the lint finds in a form, by the minimum pay that is in force. */
export function findingsOf(form: OpeningForm, employerName: string, settings: LintSettings): Finding[] {
  return lintAdvert(advertOfForm(form, employerName), settings);
}

/** A complete form with what follows from it. */
export function takenUp(form: OpeningForm, industry: string | null): TakenUp {
  const unit = form.salaryUnit ?? '面议';
  const where =
    form.place === null
      ? {
          place: findDivision(form.town!)!.seat,
          placeSource: '所在地约略位置',
          placeQuality: 'town' as const,
        }
      : { place: form.place, placeSource: '用人单位标的位置', placeQuality: 'surveyed' as const };
  return {
    ...where,
    form,
    industry,
    salaryMonthlyMin: monthlyPay(form.salaryMin, unit),
    salaryMonthlyMax: monthlyPay(form.salaryMax ?? form.salaryMin, unit),
    expiresAt: form.closesOn === null ? null : endOfDay(form.closesOn),
  };
}
