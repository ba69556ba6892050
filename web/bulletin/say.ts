import type { Bulletin, BulletinOpening } from '../../api/bulletins/contract.ts';
import { shortCounty } from '../openings/card.tsx';
import { bulletinWords } from '../text/bulletin.ts';
import { localTime } from '../text/clock.ts';
import { formatDistance, formatRadius } from '../text/distance.ts';
import { spaced } from '../text/spacing.ts';
import { words } from '../text/words.ts';

/** As many as keep a row of the sheet on one line. */
const MOST_TERMS = 2;

const day = (date: string): string => {
  const { month, day: number } = localTime(`${date}T00:00:00+08:00`);
  return bulletinWords().monthDay(month, number);
};

/** `11 月 17 日到 11 月 23 日，离站 3 公里以内，9 个岗位招 41 人`. */
export function leadOf({ fromDay, toDay, withinMetres, total, positions }: Bulletin): string {
  const text = bulletinWords();
  const span = text.span(day(fromDay), day(toDay));
  const radius = formatRadius(withinMetres);
  return total > 0 ? text.lead(span, radius, total, positions) : text.leadNone(span, radius);
}

/** `禾渡配件厂，施桥镇，600 米。包吃、包住，招 5 人`. */
export function lineOf(opening: BulletinOpening): string {
  const { employer, town, district, distanceMetres, benefits, headcount } = opening;
  const where = [employer.name, town.name || shortCounty(district.name), formatDistance(distanceMetres)];
  const terms = [...benefits.slice(0, MOST_TERMS).map(spaced), words.hire(headcount)];
  return `${where.join('，')}。${terms.join('，')}`;
}
