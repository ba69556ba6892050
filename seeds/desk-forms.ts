import { type OpeningForm, openingForm } from '../api/opening-desk/contract.ts';
import { phone } from './phones.ts';

/** What the demo's employers are writing: whole, unfinished, with a finding, and with a reason for one. */

/** Everything the law wants; the rest is given. */
function whole(given: Partial<OpeningForm>): OpeningForm {
  return openingForm.parse({
    salaryUnit: '月',
    employmentType: '全职',
    education: '不限',
    experience: '不限',
    contactName: '桑女士',
    contactPhone: phone(9101),
    ...given,
  });
}

/** Where the employer stands, and until when it hires. */
export type Where = Pick<OpeningForm, 'address' | 'town' | 'place' | 'closesOn'>;

/** For the maker of noodles and rice: what waits, what was sent back, what is not finished. */
export const noodleForms = (where: Where) => ({
  waiting: whole({
    title: '面条车间操作工',
    occupation: '食品加工工',
    duties: '看和面机、压面机，面条上架晾干，称重装袋。长白班，早七点到下午四点半。',
    requirements: '手脚利索，不用经验，师傅带三天。办健康证，费用单位出。',
    headcount: 6,
    salaryMin: 4200,
    salaryMax: 5500,
    benefits: ['包吃', '五险', '月结', '长白班', '接受50岁以上'],
    ...where,
  }),
  sentBack: whole({
    title: '送货司机',
    occupation: '货运司机',
    duties: '开单位的厢货给门店送货。',
    requirements: '有 C1 驾照，开过厢货。',
    headcount: 2,
    salaryMin: 5500,
    salaryMax: 7000,
    benefits: ['包吃', '五险', '月结'],
    ...where,
  }),
  unfinished: openingForm.parse({
    title: '包装工',
    duties: '点数、装箱、贴标签。',
    headcount: 4,
    benefits: ['包吃'],
    address: where.address,
    town: where.town,
  }),
  withFinding: whole({
    title: '仓库理货员',
    occupation: '仓库管理员',
    duties: '收货、码垛、发货对单。',
    requirements: '限男性，35岁以下，会用手持机。',
    headcount: 1,
    salaryMin: 4000,
    salaryMax: 4800,
    benefits: ['包吃', '月结'],
    ...where,
  }),
});

/** For the garage: one with an age limit that is argued for, one that says nearly what another one says. */
export const garageForms = (where: Where) => ({
  withReason: whole({
    title: '道路救援拖车司机',
    occupation: '汽车救援员',
    duties: '开清障车出去拖车、搭电、换胎，夜里轮班。',
    requirements: '有 B2 驾照，50岁以下，能上高速作业。',
    headcount: 2,
    salaryMin: 6500,
    salaryMax: 8500,
    benefits: ['包吃', '五险', '月结', '两班倒'],
    reasons: [{ rule: 'age', field: 'requirements', reason: '夜间上高速作业，保险公司承保到 50 岁' }],
    ...where,
  }),
  twice: (text: Pick<OpeningForm, 'title' | 'duties' | 'requirements'>) =>
    whole({
      ...text,
      headcount: 1,
      salaryMin: 5000,
      salaryMax: 7500,
      benefits: ['包吃', '五险', '月结'],
      ...where,
    }),
});

/** For the workshop that nobody has looked at yet. */
export const workshopForm = (where: Where) =>
  whole({
    title: '手工编织工',
    occupation: '手工编织工',
    duties: '编芦苇席和提篮，按件验收。活可以领回家做。',
    requirements: '会编最好，不会的来了教。',
    headcount: 8,
    salaryUnit: '件',
    salaryMin: 12,
    salaryMax: 35,
    employmentType: '兼职',
    benefits: ['日结', '接受50岁以上', '不用智能手机'],
    ...where,
  });
