import { alertsEn } from './alerts-en.ts';
import { alertsZhCn, type AlertsWords } from './alerts-zh-cn.ts';

/** Read when drawing, never at import: the language is chosen before the first render. */
export const alertsWords = (): AlertsWords =>
  document.documentElement.lang === 'en' ? alertsEn : alertsZhCn;
