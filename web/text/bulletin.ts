import { bulletinEn } from './bulletin-en.ts';
import { bulletinZhCn, type BulletinWords } from './bulletin-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const bulletinWords = (): BulletinWords =>
  document.documentElement.lang === 'en' ? bulletinEn : bulletinZhCn;
