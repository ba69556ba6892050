import type { Position } from 'geojson';

/** The waters that are named on the map, each with a point on it; 长江 is long enough to say it more than once. */
export const bigWaters: readonly {
  name: string;
  kind: 'lake' | 'river';
  rank: 'big' | 'small';
  at: Position;
}[] = [
  { name: '长江', kind: 'river', rank: 'big', at: [119.19, 32.222] },
  { name: '长江', kind: 'river', rank: 'big', at: [119.44, 32.24] },
  { name: '长江', kind: 'river', rank: 'big', at: [119.69, 32.25] },
  { name: '长江', kind: 'river', rank: 'big', at: [119.888, 32.235] },
  { name: '长江', kind: 'river', rank: 'big', at: [118.93, 32.18] },
  { name: '高邮湖', kind: 'lake', rank: 'big', at: [119.3, 32.85] },
  { name: '邵伯湖', kind: 'lake', rank: 'big', at: [119.415, 32.625] },
  { name: '宝应湖', kind: 'lake', rank: 'big', at: [119.315, 33.125] },
  { name: '白马湖', kind: 'lake', rank: 'big', at: [119.13, 33.262] },
  { name: '洪泽湖', kind: 'lake', rank: 'big', at: [118.72, 33.3] },
  { name: '大纵湖', kind: 'lake', rank: 'small', at: [119.808, 33.08] },
  { name: '廖家沟', kind: 'river', rank: 'small', at: [119.5095, 32.405] },
  { name: '夹江', kind: 'river', rank: 'small', at: [119.63, 32.3545] },
  { name: '瘦西湖', kind: 'lake', rank: 'small', at: [119.418, 32.4185] },
];

type Line = { level: number; line: Position[] };
type NamedLine = { line: Position[]; kind: 'river' | 'canal'; name: string | null; rank: 'big' | 'small' };

/** 邵伯: south of it the line of the source is 高水河 and then 芒稻河; the Grand Canal is in water-patch.geojson. */
const SHAOBO: Position = [119.49305, 32.54139];
/** 江都: where 高水河 and 新通扬运河 meet and 芒稻河 begins. */
const JIANGDU: Position = [119.5525, 32.4135];

const nearestIndex = (line: Position[], at: Position) =>
  line.reduce((best, position, i) => {
    const away = (to: Position) => (to[0]! - at[0]!) ** 2 + (to[1]! - at[1]!) ** 2;
    return away(position) < away(line[best]!) ? i : best;
  }, 0);

const isNear = (line: Position[], at: Position) => {
  const [lng, lat] = line[nearestIndex(line, at)]!;
  return Math.abs(lng! - at[0]!) < 0.03 && Math.abs(lat! - at[1]!) < 0.03;
};

/** The source has no names; these lines are told by where they pass and by their level (8 is a large canal). */
export function nameLines(lines: readonly Line[]): NamedLine[] {
  return lines.flatMap(({ level, line }): NamedLine[] => {
    if (level === 8 && isNear(line, SHAOBO)) return splitGrandCanal(line);
    if (level === 8) return [{ line, kind: 'canal', name: '京杭大运河', rank: 'big' }];
    if (level === 9 && isNear(line, JIANGDU))
      return [{ line, kind: 'canal', name: '新通扬运河', rank: 'small' }];
    if (level === 3 && isNear(line, [119.0, 33.402])) {
      return [{ line, kind: 'canal', name: '苏北灌溉总渠', rank: 'small' }];
    }
    return [{ line, kind: level >= 8 ? 'canal' : 'river', name: null, rank: 'small' }];
  });
}

function splitGrandCanal(line: Position[]): NamedLine[] {
  const southward = line[0]![1]! > line.at(-1)![1]! ? line : [...line].reverse();
  const shaobo = nearestIndex(southward, SHAOBO);
  const jiangdu = nearestIndex(southward, JIANGDU);
  return [
    { line: southward.slice(0, shaobo + 1), kind: 'canal', name: '京杭大运河', rank: 'big' },
    { line: southward.slice(shaobo, jiangdu + 1), kind: 'canal', name: '高水河', rank: 'small' },
    { line: southward.slice(jiangdu), kind: 'river', name: '芒稻河', rank: 'small' },
  ];
}
