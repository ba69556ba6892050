type Patterned = { pattern: RegExp };

const known = new WeakMap<readonly Patterned[], RegExp>();

/** The first of many patterns that fits. One look at all of them together tells that none does, which is the rule. */
export function firstFitting<One extends Patterned>(list: readonly One[], text: string): One | undefined {
  let any = known.get(list);
  if (!any) known.set(list, (any = anyOf(list.map(({ pattern }) => pattern.source))));
  return any.test(text) ? list.find(({ pattern }) => pattern.test(text)) : undefined;
}

/** All of them as one: what they begin and end with alike is read once and not for each. */
function anyOf(sources: readonly string[]): RegExp {
  const start = alike(sources);
  const end = alike(sources.map((source) => [...source.slice(start)].reverse().join('')));
  const [first = ''] = sources;
  const rests = sources.map((source) => source.slice(start, source.length - end));
  const isWhole = (text: string) => {
    try {
      return new RegExp(text, 'u') instanceof RegExp;
    } catch {
      return false;
    }
  };
  return rests.every(isWhole) && isWhole(`${first.slice(0, start)}${first.slice(first.length - end)}`)
    ? new RegExp(first.slice(0, start) + rests.join('|') + first.slice(first.length - end), 'u')
    : new RegExp(sources.join('|'), 'u');
}

/** How much the texts have alike at their beginning. */
function alike(texts: readonly string[]): number {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return length;
}
