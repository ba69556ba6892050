import { deskOpeningEn } from './desk-opening-en.ts';
import { deskOpeningZhCn, type DeskOpeningWords } from './desk-opening-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const deskOpeningWords = (): DeskOpeningWords =>
  document.documentElement.lang === 'en' ? deskOpeningEn : deskOpeningZhCn;
