import type { Trade } from '../trade.ts';

export const farmingTrades: readonly Trade[] = [
  {
    occupation: '农场工人',
    titles: ['农场工人', '农场长期工', '田间工人', '农场零工', '蔬菜基地工人'],
    workplaces: ['farm'],
    weight: 7,
    pay: { unit: '日', least: 150, most: 220 },
    wanted: 'many',
    duties: [
      '大棚里栽苗、搭架、打叉、除草。',
      '采收番茄和青菜，按大小装筐过秤。',
      '浇水施肥听技术员安排，不自己配药。',
      '早上 6 点下地，11 点歇，下午 2 点半再干三个小时。',
      '下雨天在棚里理菜、打包。',
      '早晚有面包车到村口接送。',
    ],
    requirements: [
      '种过地的上手快，没种过的跟着干。',
      '能弯腰干活，能晒太阳。',
      '住在附近村里最好。',
      '会骑电动三轮车的另有安排。',
    ],
    education: ['不限', '不限', '初中及以下'],
    experience: ['不限'],
    employmentTypes: ['临时', '临时', '全职'],
    benefits: ['包吃', '日结', '接受50岁以上', '不用智能手机', '夫妻同去', '班车', '高温补贴'],
  },
];
