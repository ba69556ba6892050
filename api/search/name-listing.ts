import { setImmediate as breathe } from 'node:timers/promises';
import { createNameIndex, type NameIndex } from './name-index.ts';
import { heardAs } from './sound.ts';

/** A name costs 20 us when it is heard for the first time. */
const namesAtOnce = 100;

export type Listing = {
  index: NameIndex<string>;
  /** Sound of each name, as a local ear hears it. */
  heard: ReadonlyMap<string, string>;
  /** Resolves when all names are known. */
  learn: (names: ReadonlyMap<string, unknown>) => Promise<void>;
};

/** Names that have been seen, each under the forms that are compared. Never forgets: a name that went may come back. */
export function createListing(formsOf: (name: string) => string[]): Listing {
  const index = createNameIndex<string>();
  const heard = new Map<string, string>();
  let learnt: ReadonlyMap<string, unknown> | null = null;
  let turn: Promise<void> = Promise.resolve();

  async function take(names: ReadonlyMap<string, unknown>): Promise<void> {
    if (learnt === names) return;
    let taken = 0;
    for (const name of names.keys()) {
      if (heard.has(name)) continue;
      const forms = [...new Set(formsOf(name))];
      heard.set(name, heardAs(forms.at(-1)!));
      for (const form of forms) index.add(form, name);
      if (++taken % namesAtOnce === 0) await breathe();
    }
    learnt = names;
  }

  return { index, heard, learn: (names) => (turn = turn.then(() => take(names))) };
}
