import type { Bulletin, BulletinOpening } from '../../api/bulletins/contract.ts';
import { groupCode } from '../openings/code.ts';
import { formatPay } from '../openings/pay.ts';
import { bulletinWords } from '../text/bulletin.ts';
import { formatDistance } from '../text/distance.ts';
import { formatPhone } from '../text/phone.ts';
import { leadOf } from './say.ts';

/** What fits a glance, a screen, and the longest that WeChat does not fold away, in characters. */
export const lengths = { short: 300, middle: 600, long: 1200 } as const;

/**
 * Plain text for a chat group, no longer than asked: as many openings as fit, the nearest first, and how many are
 * left. The one address in it is that of the page where a code is typed.
 */
export function groupText(bulletin: Bulletin, origin: string, mostChars: number): string {
  const text = bulletinWords();
  const { point, items, others, total } = bulletin;
  const rows = total > 0 ? items : others;
  const head = [text.groupHead(point.name), leadOf(bulletin)];
  const [phone] = point.telephones;
  const foot = [
    text.groupHow(`${new URL(origin).host}/c`),
    ...(phone ? [text.groupPhone(formatPhone(phone))] : []),
    text.noMoney,
  ];
  const all = total > 0 ? total : others.length;
  const whole = (count: number) =>
    [
      ...head,
      ...rows.slice(0, count).map((opening, index) => rowOf(opening, index + 1)),
      ...(all > count ? [text.groupMore(all - count)] : []),
      ...foot,
    ].join('\n');
  for (let count = rows.length; count > 0; count--) {
    const said = whole(count);
    if ([...said].length <= mostChars) return said;
  }
  return whole(0);
}

function rowOf(opening: BulletinOpening, number: number): string {
  const pay = formatPay(opening.salary);
  const rest = [opening.employer.name, formatDistance(opening.distanceMetres)].join('，');
  return bulletinWords().groupRow(
    number,
    opening.title,
    `${pay.amount}${pay.unit && ` ${pay.unit}`}`,
    rest,
    groupCode(opening.code),
  );
}
