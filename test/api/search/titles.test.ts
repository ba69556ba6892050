import { describe, expect, test } from 'vitest';
import { classify } from '../../../api/search/classify.ts';
import { createReader } from '../../../api/search/reader.ts';

const { thesaurus, cut } = createReader();
const read = (title: string) =>
  classify(
    { title, occupation: null, duties: '', requirements: '', industry: null, employerName: '' },
    thesaurus,
    cut,
  );
const nameOf = (concept: string) => thesaurus.concepts.get(concept)!.name;
const jobsOf = (title: string) => read(title).primary.map(nameOf);
const calledOf = (title: string) => read(title).called.map(nameOf);

describe('a title is read as whoever looks for work reads it', () => {
  test.each([
    ['what one must bring is not the job', '会计（驻厂） 会开车优先', '会计'],
    ['nor are terms', '养老院保安 年纪不限', '保安'],
    ['nor how it is done', '住院病人陪护 一对一', '护工'],
    ['nor the call for people', '公司招人 司机', '小车司机'],
    ['who works a machine is called after it', '注塑机操作 夜班', '注塑工'],
    ['who minds a house that has a job of its own has that job', '快递驿站看店', '快递驿站店员'],
    ['who brings things in a lorry drives it', '厢货送建材', '送货司机'],
    ['and who says so is called so', '4.2米送货司机', '送货司机'],
    ['what is done to several things is named with the first', '修拖拉机收割机', '农机修理工'],
    ['a name at the end counts though another word reaches into it', '烹饪专业课老师', '职校教师'],
    ['who calls for hands wants hands for any work', '招工 男女不限', '普工'],
    ['a kind of shift is no clerk', '招工！坐班', '普工'],
    ['an inspector of toys makes none', '玩具检验', '质检员'],
    ['a house has trades of its own', '养老院会计', '会计'],
    ['and a helper of an office is none of its lawyers', '律所行政助理', '行政专员'],
    ['a driver is a driver whoever writes', '垃圾清运车驾驶员', '环卫车驾驶员'],
    ['who learns a trade has that trade', '数控操作学徒工', '数控操作工'],
    ['also one that nobody is called by', '模具学徒工', '模具工'],
    ['a carer of crabs is no carer of people', '螃蟹塘看护', '养蟹养虾工'],
    ['nor is who minds an orchard', '果园看护', '值夜员'],
    ['who keeps a beast keeps that beast', '养牛场饲养员', '牛羊饲养员'],
    ['two crafts at one car', '汽车钣金喷漆工', '汽车钣金工'],
    ['a known word that another reaches into is not read', '晚托班老师', '托管老师'],
    ['a house that calls for hands is asked what it does', '家门口上班，衣服加工点招女工', '缝纫工'],
    ['and what it does may be said as a deed', '焊铁门招徒弟', '焊工'],
    ['a house in brackets belongs to the name', '收费员（医院）', '医院收费员'],
    ['as does a trade', '机修（汽车）', '汽修工'],
    ['a job in brackets behind a joke is the job', '夜猫子（代驾）', '代驾'],
    ['what one must bring in brackets is none', '化工操作工（无经验带教）', '化工操作工'],
    ['a hand at a machine is of its trade', '吹膜副手', '吹膜工'],
    ['as is who minds a room', '锅炉房值守', '锅炉工'],
    ['hours behind the name are no foreman', '锯床女工长白班', '下料工'],
    ['nor is pay', '搬运工日结200元一天', '搬运工'],
    ['but a word of pay before the name hides none', '超市日结理货员', '理货员'],
    ['nor do figures in a house', '汽车4S店销售', '汽车销售顾问'],
    ['nor are a call and a house before it the name', '本店急招切配', '切配工'],
    ['a life teacher is no enrolment', '招生活老师两名', '生活老师'],
    ['who calls for workers is a recruiter', '招工专员', '招聘专员'],
    ['a street before a short name is none of it', '文昌路切配', '切配工'],
  ])('%s: %s', (_, title, job) => {
    expect(jobsOf(title)).toEqual([job]);
  });

  test('two names side by side are both', () => {
    expect(jobsOf('收银理货')).toEqual(['理货员', '收银员']);
    expect(jobsOf('司机装卸')).toEqual(['装卸工', '小车司机']);
  });

  test('the trade at the end of a longer name counts: behind a house as the job, else as what it may be called', () => {
    expect(jobsOf('船厂电焊工')).toEqual(['船体装配工', '焊工']);
    expect(calledOf('集装箱焊工')).toEqual(['焊工']);
    expect(calledOf('宠物美容师')).toEqual([]);
  });

  test('what is done beside the job counts too', () => {
    expect(jobsOf('做早餐带打扫')).toEqual(['面点师', '保洁员']);
  });

  test('a trade that only sounds like terms stays one', () => {
    expect(jobsOf('会计')).toEqual(['会计']);
    expect(jobsOf('保安公司招聘')).toEqual(['招聘专员']);
  });
});

test('注塑调机技术员 is of the trade it sets, 车缝组长 of the one it leads after whoever works there', () => {
  expect(jobsOf('注塑调机技术员')).toContain('注塑工');
  const { primary, secondary } = read('车缝组长');
  expect(primary).not.toContain('sewing-machine-operator');
  expect(secondary).toContain('sewing-machine-operator');
});

test.each([
  ['服务员', '扬州御泉池沐浴中心', '递毛巾', '浴室服务员'],
  ['司机', '扬州畅行公交客运有限公司', '', '公交车司机'],
  ['油漆工', '高邮市四方汽修厂', '', '汽车喷漆工'],
  ['操作工', '扬州恒塑汽车内饰有限公司', '看注塑机', '注塑工'],
  ['电缆护套副手', '宝应县恒芯线缆厂', '', '电线电缆工'],
  ['大堂经理', '扬州农商银行', '', '银行大堂助理'],
])('%s of %s does what is done there', (title, employerName, duties, job) => {
  const opening = { title, occupation: null, duties, requirements: '', industry: null, employerName };
  expect(classify(opening, thesaurus, cut).primary.map(nameOf)).toContain(job);
});

test('a driver of a lorry of some length keeps the word for driver, so that it is found by it', () => {
  expect(read('4.2米送货司机').jobWords).toEqual(['送货司机']);
});
