import type { TurnsOfPhrase } from './labelled-adverts.ts';
import { age } from './turns/age.ts';
import { bait } from './turns/bait.ts';
import { childLabour } from './turns/child-labour.ts';
import { contactInTitle } from './turns/contact-in-title.ts';
import { deposit } from './turns/deposit.ts';
import { disability } from './turns/disability.ts';
import { ethnicity } from './turns/ethnicity.ts';
import { householdRegistration } from './turns/household-registration.ts';
import { infection } from './turns/infection.ts';
import { looks } from './turns/looks.ts';
import { marriageAndChildbirth } from './turns/marriage-and-childbirth.ts';
import { noSocialInsurance } from './turns/no-social-insurance.ts';
import { probation } from './turns/probation.ts';
import { religion } from './turns/religion.ts';
import { sex } from './turns/sex.ts';
import { trainingLoan } from './turns/training-loan.ts';
import { unpaidOvertime } from './turns/unpaid-overtime.ts';
import { withheldPapers } from './turns/withheld-papers.ts';
import { withheldWages } from './turns/withheld-wages.ts';

/** Turns of phrase for known offences, a file a rule, with the innocent ones that look alike, in batches. */
export const turns: readonly TurnsOfPhrase[] = [
  age,
  bait,
  childLabour,
  contactInTitle,
  deposit,
  disability,
  ethnicity,
  householdRegistration,
  infection,
  looks,
  marriageAndChildbirth,
  noSocialInsurance,
  probation,
  religion,
  sex,
  trainingLoan,
  unpaidOvertime,
  withheldPapers,
  withheldWages,
];
