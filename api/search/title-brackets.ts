import type { Meaning, OccupationMeaning, Thesaurus } from './thesaurus.ts';
import { generic, headOf, type Found } from './title-head.ts';
import type { Cutter } from './words.ts';

const isOfJob = (meaning: Meaning): meaning is OccupationMeaning =>
  meaning.kind === 'occupation' && meaning.as !== 'broader' && !meaning.isStaffs;
const isCalledSo = (meaning: Meaning): meaning is OccupationMeaning =>
  isOfJob(meaning) && meaning.as !== 'phrase';

/** 收费员（医院） is a 医院收费员, 机修（汽车） a 汽车机修: the house or the trade stands behind the name. */
export function withBrackets(
  part: string,
  bracketed: readonly string[],
  { vocabulary }: Thesaurus,
): Found | null {
  for (const said of bracketed) {
    if (!/^\p{Script=Han}{2,4}$/u.test(said)) continue;
    const meanings = (vocabulary.get(said + part) ?? []).filter(isCalledSo);
    if (meanings.length > 0) return { start: 0, end: part.length, word: part, meanings };
  }
  return null;
}

// Terms, and what one must have or may be, are no job: （无经验带教）, （女生也可）, （会开车）.
const terms =
  /[可收限优需要会懂有无不带学包管住吃男女岁月日薪元招急]|经验|学历|单休|双休|白班|夜班|夫妻|熟手|新手|临时|长期|若干/u;

/** The job that stands in brackets behind a house, a joke or another name: 数字搬运工（录单员）, 阀门医生（仪表检修）. */
export function jobInBrackets(
  said: string,
  thesaurus: Thesaurus,
  cut: Cutter | null,
): { concept: string; name: string | null } | null {
  const word = said.trim().replace(/(?:线|班组|小组|岗位?|方向)$/u, '');
  if (!/^\p{Script=Han}{2,7}$/u.test(word) || generic.has(word)) return null;
  const whole = (thesaurus.vocabulary.get(word) ?? []).filter(isOfJob)[0];
  if (whole) return { concept: whole.concept, name: isCalledSo(whole) ? word : null };
  const head = terms.test(word) ? null : headOf(word, thesaurus, cut);
  const named = head?.end === word.length ? head.meanings.find(({ as }) => as === 'name') : undefined;
  return named ? { concept: named.concept, name: word } : null;
}
