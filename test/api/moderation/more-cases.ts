import type { LabelledOffences } from './labelled-adverts.ts';
import { age } from './more-cases/age.ts';
import { bait } from './more-cases/bait.ts';
import { childLabour } from './more-cases/child-labour.ts';
import { contactInTitle } from './more-cases/contact-in-title.ts';
import { deposit } from './more-cases/deposit.ts';
import { disability } from './more-cases/disability.ts';
import { ethnicity } from './more-cases/ethnicity.ts';
import { householdRegistration } from './more-cases/household-registration.ts';
import { infection } from './more-cases/infection.ts';
import { looks } from './more-cases/looks.ts';
import { marriageAndChildbirth } from './more-cases/marriage-and-childbirth.ts';
import { noSocialInsurance } from './more-cases/no-social-insurance.ts';
import { probation } from './more-cases/probation.ts';
import { religion } from './more-cases/religion.ts';
import { sex } from './more-cases/sex.ts';
import { trainingLoan } from './more-cases/training-loan.ts';
import { unpaidOvertime } from './more-cases/unpaid-overtime.ts';
import { withheldPapers } from './more-cases/withheld-papers.ts';
import { withheldWages } from './more-cases/withheld-wages.ts';

export { clean, cleanButOdd, stillMissed } from './more-cases/clean.ts';

/** Terse and odd forms, collected while the rules grew. */
export const offences: readonly LabelledOffences[] = [
  sex,
  ethnicity,
  religion,
  disability,
  infection,
  householdRegistration,
  marriageAndChildbirth,
  age,
  deposit,
  withheldPapers,
  withheldWages,
  trainingLoan,
  bait,
  contactInTitle,
  probation,
  noSocialInsurance,
  unpaidOvertime,
  childLabour,
  looks,
];
