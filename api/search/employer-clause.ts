import type { Understood } from '../openings/contract.ts';
import { coreName } from './document.ts';
import { halfRemembered } from './half-remembered.ts';
import { housedAlternatives, houseEnding, namedAlternatives, withoutAsking } from './house-words.ts';
import { isHan, pieces } from './normalise.ts';
import { emptyClause, type Alternative, type Clause, type Plan } from './plan.ts';
import { all } from './terms.ts';
import type { Reader } from './understand.ts';

type Told = {
  /** A trade was heard in it that is not written. */
  isMisheard: boolean;
  /** It holds a character that no part of it has. */
  isMore: boolean;
};

/**
 * Everything typed, read as an employer's name. Only what is more than a word for a job can be one; a landmark
 * such as a hospital can.
 */
export function employerClause(
  text: string,
  clauses: readonly Clause[],
  understood: readonly Understood[],
  { isMisheard, isMore }: Told,
  { cut, thesaurus }: Reader,
): Plan['employer'] {
  const remembered = halfRemembered(text, cut, (word) => thesaurus.vocabulary.has(word));
  const named = byName(text, clauses, understood, isMisheard) ?? (isMore ? asItStands(text) : null);
  if (remembered.length === 0) return named;
  const { direct } = named?.likely ? named.clause : emptyClause;
  return { clause: { ...emptyClause, text, direct: [...remembered, ...direct] }, likely: true };
}

/** A job's word and a character more may be a shop's name: 巧阿姨. */
function asItStands(text: string): Plan['employer'] {
  const name = withoutAsking(pieces(text).filter(isHan).join(''));
  const { length } = [...name];
  if (length < 3 || length > 5) return null;
  return {
    clause: { ...emptyClause, text: name, direct: [{ terms: all('e', name), rank: 0, matched: 'exact' }] },
    likely: true,
  };
}

/** The name as it stands. */
function byName(
  text: string,
  clauses: readonly Clause[],
  understood: readonly Understood[],
  isMisheard: boolean,
): Plan['employer'] {
  const name = withoutAsking(pieces(text).filter(isHan).join(''));
  if ([...name].length < 2) return null;
  const isTeam = /.{4,}队$/u.test(name);
  const isHouse = isTeam || houseEnding.test(name);
  const isOneWord = clauses.length + understood.length === 1;
  const isJob = isOneWord && clauses[0]?.kind === 'job' && !isTeam;
  const areFilters = clauses.length === 0;
  if (isJob || (areFilters && !isHouse)) return null;
  // 仪征玩具厂 asks for any such house there, unless one is called just so.
  const isAnySuch = clauses.length === 1 && clauses[0]!.kind === 'job' && clauses[0]!.text === coreName(name);
  const isUnknown = isHouse || clauses.some((clause) => clause.kind === 'text');
  return {
    clause: {
      text: name,
      kind: 'text',
      direct: [
        { terms: all('e', name), rank: 0, matched: 'exact' },
        ...(isAnySuch ? [] : namedAlternatives(coreName(name), isOneWord && clauses[0]?.kind === 'text')),
        // A trade that was only heard: the name as it stands says more, whom such a house employs does not.
        ...(isUnknown || !isMisheard
          ? [...housedAlternatives(name, 1.5), ...byParts(clauses, understood)]
          : []),
      ],
      context: [],
      spare: () => [],
    },
    likely: (isUnknown || isMisheard) && [...name].length > 2,
  };
}

/** A name of which something was left out: 永固劳务 for 永固建筑劳务队. A job and a place alone are no name. */
function byParts(clauses: readonly Clause[], understood: readonly Understood[]): Alternative[] {
  const parts = [...understood.filter(({ kind }) => kind === 'place'), ...clauses].map(({ text }) => text);
  const isName = clauses.some(({ kind, text }) => kind === 'text' || houseEnding.test(text));
  if (!isName || parts.length < 2 || parts.some((part) => !isHan(part) || [...part].length < 2)) return [];
  return [{ terms: parts.flatMap((part) => all('e', part)), rank: 2, matched: 'exact' }];
}
