import type { Finding } from '../../api/moderation/advert.ts';

export type { Finding };

/** A finding as it stands beside the form, with its number on the page. */
export type Numbered = Finding & { number: number };

/** In the order of the form; what is merely not written yet has no number, the field says it when handing in. */
export function numberFindings(findings: readonly Finding[]): Numbered[] {
  const order = ['title', 'salary', 'duties', 'requirements', 'benefits'];
  return findings
    .filter(({ rule }) => rule !== 'missing-element')
    .map((finding) => ({ finding, at: order.indexOf(finding.field) }))
    .sort((one, other) => one.at - other.at || one.finding.start - other.finding.start)
    .map(({ finding }, index) => ({ ...finding, number: index + 1 }));
}

/** `不能限性别` and `可以写要做到的事，比如…`: what is wrong, and what to write instead. */
export function splitAdvice(advice: string): { wrong: string; instead: string } {
  const end = advice.indexOf('。');
  if (end < 0) return { wrong: advice, instead: '' };
  return { wrong: advice.slice(0, end), instead: advice.slice(end + 1).replace(/。$/, '') };
}

/** The words in quotation marks that the advice offers, when there are some. */
export function offeredWords(advice: string): string | null {
  const { instead } = splitAdvice(advice);
  return /(?:写|比如|改成)(?:[^“”]{0,14})“([^”]{2,40})”/.exec(instead)?.[1] ?? null;
}

/** The least yuan that the advice on underpay names. */
export function leastYuan({ rule, advice }: Pick<Finding, 'rule' | 'advice'>): number | null {
  if (rule !== 'under-minimum-wage') return null;
  const found = /(\d+(?:\.\d+)?) 元/.exec(advice);
  return found ? Number(found[1]) : null;
}

const joint = /[，,、；;\s]/;
const stop = /[。！!？?\n]/;

/** The text without the words and without the comma that joined them. */
export function withoutWords(text: string, { start, end }: Pick<Finding, 'start' | 'end'>): string {
  let from = start;
  let to = end;
  const opensClause = (at: number) => at === 0 || stop.test(text[at - 1] ?? '');
  if (from > 0 && joint.test(text[from - 1] ?? ''))
    while (from > 0 && joint.test(text[from - 1] ?? '')) from--;
  else if (opensClause(from)) {
    while (to < text.length && joint.test(text[to] ?? '')) to++;
    // A sentence that held nothing else goes with its full stop.
    if (to === end && to < text.length && stop.test(text[to] ?? '')) to++;
  }
  return text.slice(0, from) + text.slice(to);
}

export function replaceWords(
  text: string,
  { start, end }: Pick<Finding, 'start' | 'end'>,
  instead: string,
): string {
  return text.slice(0, start) + instead + text.slice(end);
}

export type Piece = { text: string; finding?: Numbered };

/** A field's text cut at the marked words; overlapping marks are joined to the first. */
export function cutAtMarks(text: string, findings: readonly Numbered[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const finding of [...findings].sort((one, other) => one.start - other.start)) {
    const start = Math.max(at, finding.start);
    const end = Math.min(text.length, finding.end);
    if (start >= end) continue;
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), finding });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
