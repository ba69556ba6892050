import { terminalEn } from './terminal-en.ts';
import { terminalZhCn, type TerminalWords } from './terminal-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const terminalWords = (): TerminalWords =>
  document.documentElement.lang === 'en' ? terminalEn : terminalZhCn;
