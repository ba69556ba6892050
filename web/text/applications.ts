import { applicationsEn } from './applications-en.ts';
import { applicationsZhCn, type ApplicationsWords } from './applications-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const applicationsWords = (): ApplicationsWords =>
  document.documentElement.lang === 'en' ? applicationsEn : applicationsZhCn;
