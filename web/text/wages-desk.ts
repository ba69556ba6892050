import { wagesDeskEn } from './wages-desk-en.ts';
import { wagesDeskZhCn, type WagesDeskWords } from './wages-desk-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const wagesDeskWords = (): WagesDeskWords =>
  document.documentElement.lang === 'en' ? wagesDeskEn : wagesDeskZhCn;
