import { bulkEn } from './bulk-en.ts';
import { bulkZhCn, type BulkWords } from './bulk-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const bulkWords = (): BulkWords => (document.documentElement.lang === 'en' ? bulkEn : bulkZhCn);
