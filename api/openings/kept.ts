/** So many answers are kept, for the second they were made in: what expires leaves with the next. */
const most = 500;

/**
 * Remembers what was made for a key until the second is over.
 * @param ask key (anything JSON can tell apart) and maker for the arguments
 */
export function keepForMoment<Args extends unknown[], Value>(
  ask: (...args: Args) => { key: unknown; make: () => Value },
): (...args: [...Args, now: Date]) => Value {
  const kept = new Map<string, Value>();
  let second = 0;
  return (...all) => {
    const now = all.pop() as Date;
    const current = Math.floor(now.getTime() / 1000);
    if (current !== second || kept.size > most) kept.clear();
    second = current;
    const { key, make } = ask(...(all as unknown as Args));
    const text = JSON.stringify(key);
    let value = kept.get(text);
    if (value === undefined) kept.set(text, (value = make()));
    return value;
  };
}
