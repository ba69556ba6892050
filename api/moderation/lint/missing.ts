import type { Advert, AdvertField, Finding } from '../advert.ts';
import { numberOf } from './minimum-wage.ts';

const article = '《人力资源市场暂行条例》第二十四条';
const validity = '人社厅发〔2025〕60号';

function missing(field: AdvertField, advice: string, law = article): Finding {
  return {
    rule: 'missing-element',
    severity: 'error',
    field,
    words: '',
    start: 0,
    end: 0,
    article: law,
    advice,
  };
}

/** Asked for, and nothing but blanks, dashes or 无 in it. */
function isEmpty(value: string | number | null | undefined): boolean {
  return value !== undefined && /^(?:[\s\-—/.。]*|无|暂无|待定|略|空|null|n\/a)$/i.test(String(value ?? ''));
}

/** What every posting must hold; only fields that were asked for (not `undefined`) can be missing. */
export function findMissing(advert: Advert): Finding[] {
  const found: Finding[] = [];
  if (isEmpty(advert.title)) found.push(missing('title', '没写岗位名称。写清招什么工'));
  if (isEmpty(advert.employerName)) found.push(missing('employerName', '没写用人单位。写营业执照上的名称'));
  if (isEmpty(advert.duties)) found.push(missing('duties', '没写工作内容。写每天做什么、几点到几点'));
  if (isEmpty(advert.requirements))
    found.push(missing('requirements', '没写任职要求。没有要求就写“不限，来了教”'));
  if (isEmpty(advert.headcount)) found.push(missing('headcount', '没写招几个人。写数字'));
  else if (advert.headcount !== undefined) {
    const people = numberOf(String(advert.headcount).replace(/[人名个位]$/, ''));
    const written = String(advert.headcount ?? '');
    if (people === null || people < 1 || !Number.isInteger(people)) {
      found.push({ ...missing('headcount', '招几个人要写成数字'), words: written, end: written.length });
    }
  }
  if (isEmpty(advert.address)) found.push(missing('address', '没写上班的地方。写到路和门牌'));
  if (lacksPay(advert)) found.push(missing('salary', '没写工资。写最低到最高，谈不定的选“面议”'));
  if (isEmpty(advert.closesOn)) found.push(missing('closesOn', '没写截止日期。写招到哪一天', validity));
  return found;
}

function lacksPay({ salary }: Advert): boolean {
  if (salary === undefined) return false;
  if (salary === null) return true;
  if ((salary.unit ?? '').includes('面议')) return false;
  if (salary.min === undefined && salary.max === undefined) return false;
  return (numberOf(salary.min) ?? 0) <= 0 && (numberOf(salary.max) ?? 0) <= 0;
}
