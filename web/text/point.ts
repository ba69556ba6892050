import { pointEn } from './point-en.ts';
import { pointZhCn, type PointWords } from './point-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const pointWords = (): PointWords => (document.documentElement.lang === 'en' ? pointEn : pointZhCn);
