/** Six characters in groups of three, as one reads them out: `K7M 2QX`. */
export function groupCode(code: string): string {
  return code.replace(/^(.{3})(.{3})$/, '$1 $2');
}

export type CodeFault = 'bad' | { missing: number } | 'long';

/** What a person typed for a code: upper case, without spaces or dashes, or what is wrong with it. */
export function readCode(text: string): { code: string } | { fault: CodeFault } {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (!/^[0-9A-Z]*$/.test(code)) return { fault: 'bad' };
  if (code.length < 6) return { fault: { missing: 6 - code.length } };
  return code.length > 6 ? { fault: 'long' } : { code };
}
