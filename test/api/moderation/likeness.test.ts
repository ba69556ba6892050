import { describe, expect, it } from 'vitest';
import { learnedRules, readExamples } from '../../../api/moderation/learn/examples.ts';
import { train, trainFrames } from '../../../api/moderation/learn/train.ts';
import { frameOf } from '../../../api/moderation/lint/likeness/frames.ts';
import { subjects } from '../../../api/moderation/lint/likeness/subjects.ts';
import learned from '../../../api/moderation/lint/likeness/weights.json' with { type: 'json' };
import { defaultLintSettings, lintAdvert, type LintSettings } from '../../../api/moderation/lint/lint.ts';
import {
  type BlindAdvert,
  learnedSets,
  readBlind,
  readRightly,
  settings,
  unseenSets,
} from './blind-adverts.ts';
import { readHeldOut } from './held-out.ts';
import { soundAdvert } from './labelled-adverts.ts';

const rulesOf = (requirements: string, own: LintSettings = settings): string[] =>
  lintAdvert({ ...soundAdvert, requirements }, own).map(({ rule }) => rule);

describe('what was learned of examples', () => {
  it('finds what the grammar has no words for, as a warning that can be answered', () => {
    const words = '过了五十的老师傅眼神跟不上，我们就不收了';
    expect(rulesOf(words, defaultLintSettings)).toEqual([]);
    const [finding] = lintAdvert({ ...soundAdvert, requirements: `会开平车，${words}。` }, settings);
    expect(finding).toMatchObject({ rule: 'age', severity: 'warning', field: 'requirements' });
    expect(finding?.advice).toMatch(/^可能不合规。.+没有这个意思，说明一下就行$/);
    expect(words).toContain(finding?.words.split('，')[0]);
  });

  it('adds nothing where the grammar has found the offence, nor where it has understood the words and let them pass', () => {
    expect(rulesOf('限男性')).toEqual(['sex']);
    expect(rulesOf('合同三年，试用期三个月')).toEqual([]);
  });

  it('takes out a finding in words that are surely lawful', () => {
    const advert = { ...soundAdvert, duties: '检测种薯病毒，剔除带毒薯块' };
    expect(lintAdvert(advert).map(({ rule }) => rule)).toEqual(['infection']);
    expect(lintAdvert(advert, settings)).toEqual([]);
  });

  it.each([
    ['deposit', '工作服押金 200 元'],
    ['deposit', '服装费300元自理'],
    ['sex', '限女性'],
    ['sex', '只招男工'],
    ['age', '45岁以下'],
    ['withheld-papers', '身份证原件由公司保管'],
    ['withheld-wages', '压一个月工资'],
    ['no-social-insurance', '自愿放弃社保'],
    ['unpaid-overtime', '加班无加班费'],
    ['probation', '试用期一年'],
    ['infection', '乙肝勿扰'],
    ['household-registration', '外地人勿扰'],
    ['marriage-and-childbirth', '已婚已育优先'],
    ['religion', '有宗教信仰者勿扰'],
    ['disability', '残疾人勿扰'],
    ['looks', '形象气质佳'],
    ['training-loan', '培训费可贷款分期'],
    ['bait', '高薪保录'],
    ['child-labour', '招15岁学徒'],
  ])('leaves what is said in the commonest words: %s, %s', (rule, words) => {
    for (const requirements of [words, `会操作，${words}。能吃苦`])
      expect(rulesOf(requirements)).toContain(rule);
    const duties = `做包装、打包。${words}。`;
    const found = lintAdvert({ ...soundAdvert, duties }, settings).map((finding) => finding.rule);
    expect(found).toContain(rule);
  });

  it('stays in the fields that a rule reads', () => {
    expect(rulesOf('ZJXY：无；有ZJXY的免面')).not.toContain('contact-in-title');
  });

  it('reads long numbers as numbers: a title may have one', () => {
    for (const title of ['缝纫工456355', '值班电工894666', '面点师傅 261201'])
      expect(lintAdvert({ ...soundAdvert, title }, settings)).toEqual([]);
  });

  it.each([
    '早八晚六，中午休息一个半小时',
    '做四休二，十二小时两班',
    '11:00-14:00，17:00-21:30',
    '周一到周六，早上七点半上班',
    '夜班22:00-6:00',
    '轮班制，三班两运转',
    '早上5点出摊，10点收',
    '弹性排班，每周至少三天',
  ])('hours are hours: %s', (words) => {
    const found = [{ duties: words }, { requirements: words }, { benefits: [words] }].flatMap((part) =>
      lintAdvert({ title: '店员', ...part }, settings).filter(({ rule }) => rule !== 'missing-element'),
    );
    expect(found).toEqual([]);
  });

  it('is told of every rule that has examples', { timeout: 60_000 }, () => {
    const rules = learnedRules(readExamples());
    expect(Object.keys(learned.rules)).toEqual(rules);
    expect(rules).toHaveLength(19);
  });

  it('is what the examples give: run npm run learn after changing them', { timeout: 120_000 }, () => {
    const examples = readExamples();
    expect(train(examples, ['sex']).sex).toEqual(learned.rules.sex);
    expect(trainFrames(examples, learnedRules(examples))).toEqual(learned.frames);
  });
});

describe('a frame', () => {
  it('is the same for whoever is turned away', () => {
    expect(frameOf('infection', '大三阳、小三阳都要退回去')).toBe('Ⓢ都要退回去');
    expect(frameOf('household-registration', '外地户口都要退回去')).toBe('Ⓢ都要退回去');
  });

  it('is there only for words that name what a rule is about', () => {
    expect(frameOf('religion', '会开平车，手脚麻利')).toBeNull();
    expect(frameOf('contact-in-title', '电工，加微信')).toBeNull();
    expect(Object.keys(subjects)).toHaveLength(18);
  });

  it('finds a group that was never turned away in such words before', () => {
    expect(rulesOf('简历民族一栏是仡佬族的，店里不便安排')).toContain('ethnicity');
  });
});

describe('of what nobody has seen', () => {
  const share = (adverts: readonly BlindAdvert[], manner: BlindAdvert['manner']) => {
    const own = adverts.filter((one) => one.manner === manner);
    return own.filter((one) => readRightly(one).right).length / own.length;
  };

  it('sets of adverts that were learned of afterwards are read rightly', { timeout: 60_000 }, () => {
    const adverts = learnedSets.flatMap((name) => readBlind(name));
    expect(share(adverts, '明')).toBeGreaterThan(0.99);
    expect(share(adverts, '暗')).toBeGreaterThan(0.985);
    expect(share(adverts, '净')).toBeGreaterThan(0.99);
  });

  it('sets of adverts of which nothing was learned are read rightly', { timeout: 60_000 }, () => {
    const adverts = unseenSets.flatMap((name) => readBlind(name));
    expect(share(adverts, '明')).toBeGreaterThan(0.985);
    expect(share(adverts, '暗')).toBeGreaterThan(0.98);
    expect(share(adverts, '净')).toBeGreaterThan(0.97);
  });

  it(
    'five of six clauses in rare words are found, one in ten look-alikes is taken for an offence',
    { timeout: 60_000 },
    () => {
      const adverts = readHeldOut();
      expect(share(adverts, '明')).toBeGreaterThan(0.83);
      expect(share(adverts, '暗')).toBeGreaterThan(0.83);
      expect(share(adverts, '净')).toBeGreaterThan(0.9);
    },
  );
});
