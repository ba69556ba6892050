import type { MapGroup } from '../../api/openings/contract.ts';
import { countPoints } from './point-features.ts';
import type { ServicePointFeatures } from './map-view-props.ts';
import { counted } from './features.ts';

/** Words beside a hovered figure: a name, and what is behind it. */
export type TipWords = { name: string; lines: string[] };

/** Of a county or town bubble: its openings, and its service points with those open now. */
export function groupTip(group: MapGroup, points: ServicePointFeatures | null): TipWords {
  const lines = [`${counted(group.openings)} 个岗位，招 ${counted(group.positions)} 人`];
  if (points && (group.level === 'county' || group.level === 'town')) {
    const count = countPoints(points, null, group.level).get(group.code);
    if (count) lines.push(`${counted(count.total)} 个服务点，${counted(count.open)} 个开门`);
  }
  return { name: group.name, lines };
}

const doorWords = {
  open: '开门中',
  later: '今天还开',
  closed: '今天不开',
  unknown: '没填开门时间，先打电话',
};
const screenWords = {
  working: '服务终端可用',
  silent: '终端没声音，可能坏了',
  broken: '终端坏了',
  none: null,
};

/** Of one service point: open or not, and its terminal. */
export function pointTip(properties: ServicePointFeatures['features'][number]['properties']): TipWords {
  const words = [doorWords[properties.state], screenWords[properties.terminal]];
  const { closure } = properties;
  const away = closure === null ? [] : [closure === 'moved' ? '暂时搬到别处办，点开看' : '暂时停办，点开看'];
  return { name: properties.name, lines: [words.filter(Boolean).join('，'), ...away] };
}

/** Of a house-shaped bubble, whose own numbers are short. */
export function hallTip({ name, total, open }: { name: string; total: string; open: string }): TipWords {
  return { name, lines: [`${total} 个服务点，${open.replace('开 ', '')} 个开门`] };
}
