/** Stands in a reading for every character that is not to be read. */
export const blank = '□';

/** Text in the lint's own writing; `start[i]`/`end[i]` give the place of its character i in the original. */
export interface Folded {
  text: string;
  start: number[];
  end: number[];
  /** 1 where something was dropped before character i. */
  dropped: Uint8Array;
}

/** Collects a reading character by character. */
export class Builder {
  private readonly characters: string[] = [];
  private readonly start: number[] = [];
  private readonly end: number[] = [];
  private readonly dropped: number[] = [];
  private pending = 0;

  add(token: { character: string; start: number; end: number }): void {
    this.characters.push(token.character);
    this.start.push(token.start);
    this.end.push(token.end);
    this.dropped.push(this.pending);
    this.pending = 0;
  }

  skip(): void {
    this.pending = 1;
  }

  build(): Folded {
    return {
      text: this.characters.join(''),
      start: this.start,
      end: this.end,
      dropped: Uint8Array.from(this.dropped),
    };
  }
}

/** Replaces matches while the map to the original stays true: every new character covers its whole match. */
export function replaceIn(
  folded: Folded,
  pattern: RegExp,
  write: (match: RegExpExecArray) => string | null,
): Folded {
  const changes: { from: number; to: number; by: string }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded.text); match; match = pattern.exec(folded.text)) {
    const by = write(match);
    if (by !== null && by !== match[0])
      changes.push({ from: match.index, to: match.index + match[0].length, by });
    if (match[0] === '') pattern.lastIndex++;
  }
  return applyChanges(folded, changes);
}

/** `changes` in order, without overlap. */
export function applyChanges(
  folded: Folded,
  changes: readonly { from: number; to: number; by: string }[],
): Folded {
  if (changes.length === 0) return folded;
  let text = '';
  const start: number[] = [];
  const end: number[] = [];
  const dropped: number[] = [];
  let place = 0;
  const copy = (until: number): void => {
    text += folded.text.slice(place, until);
    for (; place < until; place++) {
      start.push(folded.start[place]!);
      end.push(folded.end[place]!);
      dropped.push(folded.dropped[place]!);
    }
  };
  for (const { from, to, by } of changes) {
    copy(from);
    let inside = 0;
    for (let i = from + 1; i < to; i++) inside = Math.max(inside, folded.dropped[i]!);
    for (let i = 0; i < by.length; i++) {
      text += by[i];
      start.push(folded.start[from]!);
      end.push(folded.end[to - 1]!);
      dropped.push(i === 0 ? folded.dropped[from]! : inside);
    }
    place = to;
  }
  copy(folded.text.length);
  return { text, start, end, dropped: Uint8Array.from(dropped) };
}
