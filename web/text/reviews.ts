import { reviewsEn } from './reviews-en.ts';
import { reviewsZhCn, type ReviewsWords } from './reviews-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const reviewsWords = (): ReviewsWords =>
  document.documentElement.lang === 'en' ? reviewsEn : reviewsZhCn;
