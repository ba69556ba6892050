import { systemDeskEn } from './system-desk-en.ts';
import { systemDeskZhCn, type SystemDeskWords } from './system-desk-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const systemDeskWords = (): SystemDeskWords =>
  document.documentElement.lang === 'en' ? systemDeskEn : systemDeskZhCn;
