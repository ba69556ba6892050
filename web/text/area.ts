import { areaEn } from './area-en.ts';
import { areaZhCn, type AreaWords } from './area-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const areaWords = (): AreaWords => (document.documentElement.lang === 'en' ? areaEn : areaZhCn);
