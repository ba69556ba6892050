import { pointsDeskEn } from './points-desk-en.ts';
import { pointsDeskZhCn, type PointsDeskWords } from './points-desk-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const pointsDeskWords = (): PointsDeskWords =>
  document.documentElement.lang === 'en' ? pointsDeskEn : pointsDeskZhCn;
