import { zhCn, type Words } from './zh-cn.ts';

/** Every sentence a person reads. A live binding: read it when drawing, never at import. */
export let words: Words = zhCn;

/** `?lang=en` picks English; call before the first render. */
export async function chooseLanguage(search: string): Promise<void> {
  if (new URLSearchParams(search).get('lang') !== 'en') return;
  words = (await import('./en.ts')).en;
  document.documentElement.lang = 'en';
}
