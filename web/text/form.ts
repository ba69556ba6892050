import { formEn } from './form-en.ts';
import { formZhCn, type FormWords } from './form-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const formWords = (): FormWords => (document.documentElement.lang === 'en' ? formEn : formZhCn);
