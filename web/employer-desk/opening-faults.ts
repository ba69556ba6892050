import type { Finding } from '../../api/moderation/advert.ts';
import { deskWords } from '../text/desk.ts';
import { deskOpeningWords } from '../text/desk-opening.ts';
import { formWords } from '../text/form.ts';
import type { Faults } from '../ui/use-form.ts';
import type { OpeningValues } from './opening-values.ts';
import { splitAdvice } from '../moderation/findings.ts';

const longest = { title: 60, duties: 5000, requirements: 5000, otherTerms: 200 } as const;

/** What keeps a form from being handed in, as far as the page can tell; the server looks again. */
export function faultsOf(values: OpeningValues, findings: readonly Finding[]): Faults {
  const words = deskOpeningWords();
  const faults: Faults = {};
  const fault = (name: string, sentence: string) => {
    faults[name] ??= sentence;
  };
  for (const [name, limit] of Object.entries(longest)) {
    const over = [...values[name as keyof typeof longest]].length - limit;
    if (over > 0) fault(name, formWords().charactersOver(over));
  }
  for (const { rule, severity, field, advice } of findings) {
    const name = field === 'salary' ? 'salaryMin' : field === 'benefits' ? 'otherTerms' : field;
    if (severity === 'error') {
      // What is marked is explained beside the field.
      const marks = findings.filter((other) => other.field === field && other.severity === 'error');
      fault(name, rule === 'missing-element' ? advice : words.lawMend(marks.length));
    } else {
      const given = values.reasons.find((reason) => reason.rule === rule && reason.field === field);
      if ((given?.reason.trim().length ?? 0) < 2) fault(name, splitAdvice(advice).wrong);
    }
  }
  if (!values.title.trim()) fault('title', words.titleMissing);
  if (values.headcount === null) fault('headcount', words.headcountMissing);
  if (values.salaryUnit === null) fault('salaryUnit', words.payUnitMissing);
  if (values.salaryMin !== null && values.salaryMax !== null && values.salaryMin > values.salaryMax)
    fault('salaryMax', words.payOrder);
  if (values.town === null) fault('town', deskWords().townMissing);
  if (!values.contactPhone.trim()) fault('contactPhone', words.phoneMissing);
  if (values.isReposted && !values.sourceName.trim()) fault('sourceName', words.sourceMissing);
  if (values.later && !values.publishAt) fault('publishAt', words.publishAtMissing);
  return faults;
}
