import type { TerminalOpening } from '../../api/terminals/contract.ts';

export type Job = { occupation: string; count: number };

/** Those that are still open at an instant. */
export function stillOpen(openings: readonly TerminalOpening[], now: Date): TerminalOpening[] {
  return openings.filter(({ expiresAt }) => Date.parse(expiresAt) > now.getTime());
}

/** The kinds of work there is most of, most first; ties in the order of distance. */
export function commonJobs(openings: readonly TerminalOpening[], most: number): Job[] {
  const counts = new Map<string, number>();
  for (const { occupation } of openings)
    if (occupation !== null) counts.set(occupation, (counts.get(occupation) ?? 0) + 1);
  return [...counts]
    .map(([occupation, count]) => ({ occupation, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}

/**
 * Openings whose title, occupation or employer sounds like the letters: whole words by their beginning first, then
 * initials, then anywhere within; nearest first among equals.
 */
export function findByLetters(openings: readonly TerminalOpening[], letters: string): TerminalOpening[] {
  const typed = letters.toLowerCase().replace(/[^a-z]/g, '');
  if (typed === '') return [];
  const rank = ({ sound, initials }: TerminalOpening): number => {
    const sounds = sound.split(' ');
    const firsts = initials.split(' ');
    if (sounds.some((one) => one.startsWith(typed))) return 0;
    if (firsts.some((one) => one.startsWith(typed))) return 1;
    if (sounds.some((one) => one.includes(typed))) return 2;
    return firsts.some((one) => one.includes(typed)) ? 3 : 4;
  };
  return openings
    .map((opening) => ({ opening, rank: rank(opening) }))
    .filter((ranked) => ranked.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ opening }) => opening);
}
