import type { NewOpening } from '../api/openings/store.ts';
import { dayNumberAt, millisOf } from '../api/shanghai-day.ts';
import { type Chance, createChance } from './chance.ts';
import type { DemoEmployer } from './employers.ts';
import { phone } from './phones.ts';
import type { Trade } from './trade.ts';
import { trades } from './trades.ts';
import { workplaces } from './workplaces.ts';

/** The figure of the launch. */
export const publishedCount = 3455;
/** What must stay invisible: drafts, closed and expired openings. */
export const hiddenCounts = { draft: 60, closed: 90, expired: 110 } as const;

const dayMs = 86_400_000;
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];

type Fate = 'published' | keyof typeof hiddenCounts;

/**
 * Every opening of the demo city, dated backwards from `now`, so that the demo is always fresh.
 * The texts and places do not depend on `now`.
 */
export function makeOpenings(employers: readonly DemoEmployer[], now: Date): NewOpening[] {
  const chance = createChance(3455);
  const fates: Fate[] = [
    ...Array.from({ length: publishedCount }, () => 'published' as const),
    ...(Object.keys(hiddenCounts) as (keyof typeof hiddenCounts)[]).flatMap((fate) =>
      Array.from({ length: hiddenCounts[fate] }, () => fate),
    ),
  ];
  const today = new Date(millisOf(dayNumberAt(now), 0));
  return fates.map((fate, index) => {
    // Every employer has one before anybody has a second.
    const employer = employers[index] ?? chance.weighted(employers, ({ size }) => size);
    return makeOpening(chance, employer, fate, index, today);
  });
}

function makeOpening(
  chance: Chance,
  employer: DemoEmployer,
  fate: Fate,
  index: number,
  today: Date,
): NewOpening {
  const trade = chance.weighted(tradesOf(employer), ({ weight }) => weight);
  const publishedAt = publicationOf(chance, fate, today);
  const where = placeOf(chance, employer);
  const text = textOf(chance, trade);
  return {
    externalId: `DEMO-${String(index + 1).padStart(4, '0')}`,
    creditCode: employer.creditCode,
    status: fate === 'draft' || fate === 'closed' ? fate : 'published',
    title: text.title,
    // One advert in fifty does not say, as in every real list.
    occupation: chance.happens(0.02) ? null : trade.occupation,
    industry: workplaces[employer.workplace].section,
    duties: text.duties,
    requirements: text.requirements,
    headcount: headcountOf(chance, trade),
    ...payOf(chance, trade, text.isForBeginners),
    education: chance.happens(0.04) ? null : chance.pick(trade.education),
    experience: text.experience,
    employmentType: text.employmentType,
    benefits: text.benefits,
    ...where,
    contactName: `${chance.pick(surnames)}${chance.pick(['女士', '先生', '师傅', '经理'])}`,
    contactPhone: phone(2000 + (index % 7000)),
    publishedAt: publishedAt.toISOString(),
    confirmedAt: confirmationOf(chance, publishedAt, today).toISOString(),
    expiresAt: new Date(publishedAt.getTime() + 30 * dayMs).toISOString(),
  };
}

// What people without a lasting contract are not offered.
const payrollBenefits = ['五险', '五险一金', '年终奖', '带薪年假', '工龄奖', '全勤奖', '单休', '双休'];
// Titles that promise to teach.
const forBeginners = /学徒|包教|学得会|可培训/;
const welcomesBeginners = /没做过|没绣过|没干过|不会的|生手|不用经验|不懂的/;
const asksForYears = ['1-3年', '3-5年', '5年以上'];

/** Title, sentences, experience, contract and benefits that do not contradict one another. */
function textOf(chance: Chance, trade: Trade) {
  const title = chance.pick(trade.titles);
  const employmentType = chance.happens(0.02) ? null : chance.pick(trade.employmentTypes);
  const isForBeginners = employmentType === '实习' || forBeginners.test(title);
  const drawn = isForBeginners ? '不限' : chance.pick(trade.experience);
  const experience = chance.happens(0.06) ? null : drawn;
  const opener = chance.happens(0.3) ? 1 : 0;
  const duties = trade.duties[opener]! + sentences(chance, trade.duties.slice(opener + 1), 1, 3);
  const asked = asksForYears.includes(drawn)
    ? trade.requirements.filter((sentence) => !welcomesBeginners.test(sentence))
    : trade.requirements;
  const requirements = sentences(chance, asked, 1, 3);
  const isLasting = employmentType === null || employmentType === '全职';
  const offered = trade.benefits.filter((benefit) => isLasting || !payrollBenefits.includes(benefit));
  const drawnBenefits = chance.some(offered, chance.between(1, Math.min(5, offered.length)));
  const benefits = offered.filter(
    (benefit) => drawnBenefits.includes(benefit) || `${title}${duties}`.includes(benefit),
  );
  return { title, duties, requirements, experience, employmentType, benefits, isForBeginners };
}

/** What this employer may hire: by its kind of place and, where the trade says so, by the end of its name. */
export function tradesOf({ workplace, name }: Pick<DemoEmployer, 'workplace' | 'name'>): Trade[] {
  return trades.filter(
    ({ workplaces: places, employersEndingIn: ends }) =>
      places.includes(workplace) && (!ends || ends.some((end) => name.endsWith(end))),
  );
}

/** In the last 28 days, more of them lately; expired ones 31 to 90 days ago. */
function publicationOf(chance: Chance, fate: Fate, today: Date): Date {
  const days = fate === 'expired' ? chance.between(31, 90) : Math.floor(28 * chance.next() ** 1.6);
  const minute = days === 0 ? 0 : chance.between(8 * 60, 18 * 60);
  return new Date(today.getTime() - days * dayMs + minute * 60_000);
}

/** Seven in a hundred were not confirmed for three weeks, so that fading labels have something to show. */
function confirmationOf(chance: Chance, publishedAt: Date, today: Date): Date {
  const age = Math.max(0, Math.floor((today.getTime() - publishedAt.getTime()) / dayMs));
  const days = chance.happens(0.07) ? age : Math.floor(Math.min(age, 14) * chance.next() ** 1.5);
  return new Date(Math.max(publishedAt.getTime(), today.getTime() - days * dayMs));
}

/** One opening in fifty gives no place, only its town; the others stand at their employer's. */
function placeOf(chance: Chance, { town, place, address }: DemoEmployer) {
  const placed = !chance.happens(0.02);
  return {
    town: town.code,
    address: placed ? address : town.name,
    place: placed ? place : town.seat,
    placeSource: placed ? '示意位置' : '所在地约略位置',
    placeQuality: placed ? ('approximate' as const) : ('town' as const),
  };
}

function headcountOf(chance: Chance, { wanted }: Trade): number {
  if (wanted === 'one') return chance.happens(0.8) ? 1 : 2;
  if (wanted === 'few') return chance.between(1, 4);
  return chance.happens(0.12) ? chance.between(20, 60) : chance.between(2, 12);
}

/** Round figures, as people write them; beginners get the lower part of the range. */
function payOf(chance: Chance, { pay }: Trade, isForBeginners: boolean) {
  const { unit, least } = pay;
  const most = isForBeginners ? least + (pay.most - least) * 0.4 : pay.most;
  if (unit === '面议') return { salaryMin: null, salaryMax: null, salaryUnit: unit };
  const step = unit === '月' ? 100 : unit === '日' ? 10 : unit === '时' ? 1 : 0.05;
  const round = (yuan: number) => Math.round(Math.round(yuan / step) * step * 100) / 100;
  const salaryMin = round(least + (most - least) * 0.6 * chance.next());
  const salaryMax = round(salaryMin + (most - salaryMin) * chance.next());
  return { salaryMin, salaryMax: Math.max(salaryMin, salaryMax), salaryUnit: unit };
}

function sentences(chance: Chance, pool: readonly string[], least: number, most: number): string {
  return chance
    .some(pool, chance.between(Math.min(least, pool.length), Math.min(most, pool.length)))
    .join('');
}
