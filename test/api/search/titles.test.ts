import { describe, expect, test } from 'vitest';
import { classify } from '../../../api/search/classify.ts';
import { createReader } from '../../../api/search/reader.ts';

const { thesaurus, cut } = createReader();
const jobsOf = (title: string) =>
  classify(
    { title, occupation: null, duties: '', requirements: '', industry: null, employerName: '' },
    thesaurus,
    cut,
  ).primary.map((concept) => thesaurus.concepts.get(concept)!.name);

describe('a title is read as whoever looks for work reads it', () => {
  test.each([
    ['what one must bring is not the job', '会计（驻厂） 会开车优先', '会计'],
    ['nor are terms', '养老院保安 年纪不限', '保安'],
    ['nor how it is done', '住院病人陪护 一对一', '护工'],
    ['nor the call for people', '公司招人 司机', '小车司机'],
    ['who works a machine is called after it', '注塑机操作 夜班', '注塑工'],
    ['who minds a house that has a job of its own has that job', '快递驿站看店', '快递驿站店员'],
    ['who brings things in a lorry drives it', '厢货送建材', '送货司机'],
    ['what is done to several things is named with the first', '修拖拉机收割机', '农机修理工'],
    ['a name at the end counts though another word reaches into it', '烹饪专业课老师', '职校教师'],
    ['who calls for hands wants hands for any work', '招工 男女不限', '普工'],
    ['a kind of shift is no clerk', '招工！坐班', '普工'],
    ['an inspector of toys makes none', '玩具检验', '质检员'],
  ])('%s: %s', (_, title, job) => {
    expect(jobsOf(title)).toEqual([job]);
  });

  test('what is done beside the job counts too', () => {
    expect(jobsOf('做早餐带打扫')).toEqual(['面点师', '保洁员']);
  });

  test('a trade that only sounds like terms stays one', () => {
    expect(jobsOf('会计')).toEqual(['会计']);
    expect(jobsOf('保安公司招聘')).toEqual(['招聘专员']);
  });
});
