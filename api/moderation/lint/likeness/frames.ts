import type { Rule } from '../../advert.ts';
import { subjects } from './subjects.ts';

/** Stands in a frame for what the rule is about. */
export const standIn = 'Ⓢ';

/** 汉族、回族 are one subject. */
const several = new RegExp(`(?:${standIn}[、和或与及跟]?)+${standIn}`, 'g');

/**
 * The frame of some words: what they say of a rule's subject, whatever that subject is. 大三阳的都要退回去 and 外地的都要退回去
 * have one frame, so that a way of turning people away is learned once for all who may be turned away.
 * @returns null where the words do not name the subject, or the rule has none
 */
export function frameOf(rule: Rule, words: string): string | null {
  const subject = subjects[rule];
  if (!subject) return null;
  const frame = words.replace(subject, standIn);
  return frame === words ? null : frame.replace(several, standIn);
}
