import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { blank } from './folded.ts';

/**
 * What a text must have for a pattern to match: one at least of some characters or pairs of neighbours, each told by its slot
 * (see `slotOf`).
 */
interface Need {
  slots: ReadonlySet<number>;
  /** How readily it is met; the less, the more it says. */
  weight: number;
}

/** A character stands in a text some twenty times as often as a pair. */
const weightOfCharacter = 20;
/** Pairs of two classes; more say little. */
const mostPairs = 100;
/** Needs of a pattern that are asked. */
const mostNeeds = 3;
/** Beyond it nearly every text has what is needed, and asking is in vain. */
const greatestWeight = 1000;
/** Characters and pairs share 8,192 slots; that two fall together does no harm. */
const bitsOfSlot = 13;
/** A multiplication spreads neighbouring codes (Knuth, 6.4); its upper bits are the slot. */
const slotOf = (character: number, next = 0): number =>
  (Math.imul(character, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> (32 - bitsOfSlot);

const parser = new RegExpParser();
const known = new WeakMap<RegExp, readonly Uint16Array[]>();

/** Sets of slots: a text in which a pattern matches has one at least of each. */
export function needsOf(pattern: RegExp): readonly Uint16Array[] {
  let needs = known.get(pattern);
  if (!needs) {
    const { alternatives } = parser.parsePattern(pattern.source, 0, undefined, { unicode: pattern.unicode });
    const found = pattern.ignoreCase ? [] : needsOfEither(alternatives);
    known.set(pattern, (needs = found.map(({ slots }) => Uint16Array.from(slots))));
  }
  return needs;
}

/** Of each alternative one need goes into every need of them all. */
function needsOfEither(alternatives: readonly AST.Alternative[]): Need[] {
  const each = alternatives.map(needsOfSequence);
  const count = Math.min(...each.map((needs) => needs.length));
  const joined = Array.from({ length: count }, (_, at) => ({
    slots: new Set(each.flatMap((needs) => [...needs[at]!.slots])),
    weight: each.reduce((sum, needs) => sum + needs[at]!.weight, 0),
  }));
  return joined.filter(({ weight }) => weight <= greatestWeight);
}

function needsOfSequence({ elements }: { elements: readonly AST.Element[] }): Need[] {
  const needs = elements.flatMap((element, at) => {
    const [one, next] = [charactersOf(element), charactersOf(elements[at + 1])];
    if (!one) return needsOfElement(element);
    const single = {
      slots: new Set(one.map((code) => slotOf(code))),
      weight: weightOfCharacter * one.length,
    };
    if (!next || one.length * next.length > mostPairs) return [single];
    const pairs = one.flatMap((code) => next.map((following) => slotOf(code, following)));
    return [single, { slots: new Set(pairs), weight: pairs.length }];
  });
  return needs.sort((one, other) => one.weight - other.weight).slice(0, mostNeeds);
}

function needsOfElement(element: AST.Element): Need[] {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return needsOfEither(element.alternatives);
    case 'Quantifier':
      return element.min > 0 ? needsOfSequence({ elements: [element.element] }) : [];
    default:
      return [];
  }
}

/** The characters that one place of a pattern takes, or null where it is no single place, or takes many. */
function charactersOf(element: AST.Element | undefined): number[] | null {
  if (element?.type === 'Character') return charactersIn(element, element);
  if (element?.type === 'CharacterSet' && element.kind === 'digit' && !element.negate) return digits;
  if (element?.type !== 'CharacterClass' || element.negate) return null;
  const members: number[] = [];
  for (const member of element.elements) {
    const characters =
      member.type === 'CharacterClassRange'
        ? charactersIn(member.min, member.max)
        : charactersOf(member as AST.Element);
    if (!characters) return null;
    members.push(...characters);
  }
  return members;
}

const digits = Array.from('0123456789', (digit) => digit.charCodeAt(0));
const mostCharacters = 100;

/** From one character to another; null beyond the units of UTF-16, in which texts are read, and where a text may be blanked. */
function charactersIn({ value: first }: AST.Character, { value: last }: AST.Character): number[] | null {
  if (last >= 2 ** 16 || last - first >= mostCharacters) return null;
  const codes = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return codes.includes(blank.charCodeAt(0)) ? null : codes;
}

/** Whether a pattern could match in a text; no is sure. */
export type CouldMatch = (pattern: RegExp) => boolean;

/**
 * Whether patterns could match in a text, told by its characters and pairs of neighbours alone. An advert has what a fifth
 * of some 900 patterns need; running all of them was a third of the lint's time.
 * @param text also stands for itself with some of its characters blanked out
 */
export function couldMatchIn(text: string): CouldMatch {
  const present = new Uint8Array(2 ** bitsOfSlot);
  for (let at = 0; at < text.length; at++) {
    present[slotOf(text.charCodeAt(at))] = 1;
    if (at > 0) present[slotOf(text.charCodeAt(at - 1), text.charCodeAt(at))] = 1;
  }
  const isThere = (slot: number) => present[slot] === 1;
  return (pattern) => needsOf(pattern).every((need) => need.some(isThere));
}
