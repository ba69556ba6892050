import { age } from './age.ts';
import { bait } from './bait.ts';
import { childLabour } from './child-labour.ts';
import { contact } from './contact.ts';
import { deposit } from './deposit.ts';
import { disability, infection } from './disability.ts';
import { ethnicity, religion } from './ethnicity.ts';
import { household } from './household.ts';
import { looks } from './looks.ts';
import { marriage } from './marriage.ts';
import { probation } from './probation.ts';
import { sex } from './sex.ts';
import { socialInsurance } from './social-insurance.ts';
import { trainingLoan } from './training-loan.ts';
import { unpaidOvertime } from './unpaid-overtime.ts';
import { withheldPapers } from './withheld-papers.ts';
import { withheldWages } from './withheld-wages.ts';
import type { Family } from './family.ts';

/** All grounds of refusal that the grammar knows, in the order in which they are told. */
export const families: readonly Family[] = [
  sex,
  ethnicity,
  religion,
  disability,
  infection,
  household,
  marriage,
  age,
  deposit,
  withheldPapers,
  withheldWages,
  trainingLoan,
  bait,
  contact,
  probation,
  socialInsurance,
  unpaidOvertime,
  childLabour,
  looks,
];
