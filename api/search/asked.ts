import { pieces } from './normalise.ts';
import type { Clause } from './plan.ts';
import { saidClause, saidIn } from './said.ts';
import type { Segment } from './segment.ts';
import type { Thesaurus } from './thesaurus.ts';

/** Where one works when nothing is said of it: 有班车的厂. */
export const anyHouse = /^的?(?:工?厂|厂[家子里]|地方|公司|单位|企业)$/u;

// Whoever has a wish for all of it goes there: 应届生进厂.
const goingThere = /^(?:想?[进去找到])?个?(?:工?厂[家子里]?|公司|单位)里?(?:上班|打工|做|工作|干活)?$/u;

// Whoever takes shifts takes those of two and of three: a filter knows the former alone. So with the time of day.
const shifts =
  /^(?:能|可以|接受|上)?(?:倒班|翻班|[两二]班(?:倒|制)|(?:上午|下午|早上|中午|傍晚|晚上)班|周末|双休日|星期天|礼拜天|计件|坐着(?:做|干)?|小时工|暑假|寒假|暑期|大?学生)$/u;

const isPlace = ({ filters }: Segment) => filters[0]?.kind === 'place';

/** The word that is meant, where another was written that sounds like it: 宁时工. */
const meantBy = ({ text, word = text }: Segment): string => word;

/**
 * A query that asks for how one works and for no trade. Places stay filters beside it, and so do wishes when it is
 * said with a noun: 临时工 日结.
 */
export function askedOfAnyJob(
  query: string,
  parts: readonly Segment[],
  thesaurus: Thesaurus,
): { clause: Clause; beside: readonly Segment[] } | null {
  const places = parts.filter(isPlace);
  const text = places.reduce((sofar, place) => sofar.replace(place.text, ''), pieces(query).join(''));
  const meant = parts.filter((part) => !isPlace(part)).map(meantBy);
  const said = saidIn(text, thesaurus) ?? (meant.length === 1 ? saidIn(meant[0]!, thesaurus) : undefined);
  if (said) return { clause: saidClause(text, said), beside: places };
  const promised = parts.filter(({ filters }) => filters[0]?.kind === 'benefit');
  const without = promised.reduce((sofar, part) => sofar.replace(part.text, ''), text);
  const saidBeside = promised.length > 0 && without !== '' ? saidIn(without, thesaurus) : undefined;
  if (saidBeside) return { clause: saidClause(without, saidBeside), beside: [...places, ...promised] };
  const wished = parts.filter((part) => part.kind === 'filter' || !goingThere.test(part.text));
  if (wished.some(({ kind }) => kind !== 'filter')) return null;
  for (const noun of wished) {
    const clause = saidAsNoun(noun, thesaurus);
    if (clause) return { clause, beside: wished.filter((part) => part !== noun) };
  }
  return null;
}

const fullTime = '全职';
const taught = '可带学徒';

// An age somebody tells of himself: adverts that take older people come first, and the others after them.
const age = /^(?:我|今年|已经?|都)*(?:退休|\d{2}|[四五六七]十[一二三四五六七八九]?)(?:几|多)?岁?(?:了|多)*$/u;
const ofAge = { says: ['年龄不限', '年纪', '退休', '返聘'], has: ['接受50岁以上'], often: [], concepts: [] };

/**
 * A kind of employment said as what one would be: 临时工, 小时工, 应届生. Openings that only speak of it are found too,
 * which a filter would leave out. So are shifts of any kind, and one's age beside a trade: 化工厂倒班, 五十多岁 保安.
 */
export function saidAsNoun(
  part: Segment,
  thesaurus: Thesaurus,
  beside: readonly Segment[] = [],
): Clause | null {
  const isAge = part.filters.some(({ value }) => value === ofAge.has[0]) && age.test(meantBy(part));
  if (isAge && beside.some(({ kind }) => kind === 'job')) return saidClause(part.text, ofAge);
  // Few adverts tick a box for it.
  const isCondition = ({ kind, filter }: Segment['filters'][number]) =>
    kind === 'condition' && filter !== 'education';
  // 想学修车，收学徒吗.
  const isTaught = part.filters.some(({ value }) => value === taught);
  const employed = part.filters.find(
    ({ filter, value }) => filter === 'employmentType' && value !== fullTime,
  );
  const isEmployed = part.filters.some(isCondition) && /[工生活闲]$/u.test(meantBy(part));
  if (!employed && !isEmployed && !isTaught && !shifts.test(meantBy(part))) return null;
  const said =
    saidIn(meantBy(part), thesaurus) ??
    (employed ? saidIn(employed.value, thesaurus) : undefined) ??
    (isTaught ? saidIn('学徒', thesaurus) : undefined);
  return said ? saidClause(part.text, said) : null;
}
