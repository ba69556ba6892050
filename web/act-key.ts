/** 128 random bits as hex: `crypto.randomUUID` is missing where the page came over plain HTTP. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The idempotency key of an act: the same while what is sent stays the same, so that a try whose answer was lost
 * and the next one are one; another one once the text was changed.
 */
export function createActKey(): (content: unknown) => string {
  let last = { content: '', key: '' };
  return (content) => {
    const text = JSON.stringify(content);
    if (text !== last.content) last = { content: text, key: newKey() };
    return last.key;
  };
}
