type Patterned = { pattern: RegExp };

const known = new WeakMap<readonly Patterned[], RegExp>();

/** The first of many patterns that fits. One look at all of them together tells that none does, which is the rule. */
export function firstFitting<One extends Patterned>(list: readonly One[], text: string): One | undefined {
  let any = known.get(list);
  if (!any) known.set(list, (any = new RegExp(list.map(({ pattern }) => pattern.source).join('|'), 'u')));
  return any.test(text) ? list.find(({ pattern }) => pattern.test(text)) : undefined;
}
