import { helpEn } from './help-en.ts';
import { helpZhCn, type HelpWords } from './help-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const helpWords = (): HelpWords => (document.documentElement.lang === 'en' ? helpEn : helpZhCn);
