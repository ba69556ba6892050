import { wordsDeskEn } from './words-desk-en.ts';
import { wordsDeskZhCn, type WordsDeskWords } from './words-desk-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const wordsDeskWords = (): WordsDeskWords =>
  document.documentElement.lang === 'en' ? wordsDeskEn : wordsDeskZhCn;
