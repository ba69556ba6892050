import type { Rule } from '../../../api/moderation/advert.ts';
import { ruleIds } from '../../../api/moderation/advert.ts';
import { lintAdvert } from '../../../api/moderation/lint/lint.ts';
import * as cases from './cases.ts';
import * as heldOut from './hold-out.ts';
import * as heldOutSecond from './hold-out-second.ts';
import * as heldOutThird from './hold-out-third.ts';
import type { LabelledOffences, LabelledText } from './labelled-adverts.ts';
import { advertWith } from './labelled-adverts.ts';
import * as more from './more-cases.ts';

export interface LabelledSet {
  offences: readonly LabelledOffences[];
  clean: readonly LabelledText[];
  cleanButOdd: readonly LabelledText[];
  stillMissed?: readonly (readonly [rule: string, text: LabelledText])[];
}

export interface Measure {
  plain: readonly [found: number, of: number];
  disguised: readonly [found: number, of: number];
  falseAlarms: readonly [alarms: number, of: number];
  falseAlarmsByRule: ReadonlyMap<Rule, number>;
}

export const labelledSets: Readonly<Record<string, LabelledSet>> = {
  'cases.ts': cases,
  'more-cases.ts': more,
  'hold-out.ts': heldOut,
  'hold-out-second.ts': heldOutSecond,
  'hold-out-third.ts': heldOutThird,
};

/** An offence counts as found when a finding of its own rule is there; any finding on a clean advert is a false alarm. */
export function measure(
  { offences, clean, cleanButOdd, stillMissed = [] }: LabelledSet,
  only?: Rule,
): Measure {
  const about = offences.filter(({ rule }) => !only || rule === only);
  const found = (kind: 'plain' | 'disguised'): readonly [number, number] => {
    const hits = about.flatMap((one) => one[kind].map((text) => isFound(one.rule, text)));
    return [hits.filter(Boolean).length, hits.length];
  };
  const missed = stillMissed.filter(([rule]) => !only || rule === only).length;
  const disguised = found('disguised');
  const texts = [...clean, ...cleanButOdd];
  const alarms = texts.map((text) => lintAdvert(advertWith(text))).filter((findings) => findings.length > 0);
  const falseAlarmsByRule = new Map<Rule, number>();
  for (const [first] of alarms)
    if (first) falseAlarmsByRule.set(first.rule, (falseAlarmsByRule.get(first.rule) ?? 0) + 1);
  return {
    plain: found('plain'),
    disguised: [disguised[0], disguised[1] + missed],
    falseAlarms: [alarms.length, texts.length],
    falseAlarmsByRule,
  };
}

const isFound = (rule: Rule, text: LabelledText): boolean =>
  lintAdvert(advertWith(text)).some((finding) => finding.rule === rule);

const share = ([part, whole]: readonly [number, number]): string =>
  whole === 0 ? '-' : `${part}/${whole} ${((100 * part) / whole).toFixed(1)} %`;

/** Prints every set, then every rule over all sets. */
export function report(): string[] {
  const lines = Object.entries(labelledSets).map(([name, set]) => {
    const { plain, disguised, falseAlarms } = measure(set);
    return `${name.padEnd(20)} plain ${share(plain)}, disguised ${share(disguised)}, false alarms ${share(falseAlarms)}`;
  });
  const all = Object.values(labelledSets);
  for (const rule of ruleIds) {
    const sums = all.map((set) => measure({ ...set, clean: [], cleanButOdd: [] }, rule));
    const total = (kind: 'plain' | 'disguised'): readonly [number, number] => [
      sums.reduce((sum, one) => sum + one[kind][0], 0),
      sums.reduce((sum, one) => sum + one[kind][1], 0),
    ];
    const alarms = all.reduce((sum, set) => sum + (measure(set).falseAlarmsByRule.get(rule) ?? 0), 0);
    if (total('plain')[1] === 0) continue;
    lines.push(
      `  ${rule.padEnd(24)} plain ${share(total('plain'))}, disguised ${share(total('disguised'))}, false alarms ${alarms}`,
    );
  }
  return lines;
}

if (process.argv[1]?.endsWith('measure.ts')) console.log(report().join('\n'));
