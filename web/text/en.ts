import { zhCn, type Words } from './zh-cn.ts';

export const en: Words = zhCn;
