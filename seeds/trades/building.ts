import type { Trade } from '../trade.ts';

export const buildingTrades: readonly Trade[] = [
  {
    occupation: '瓦工',
    titles: ['瓦工师傅', '砌墙瓦工', '瓦工（日结）', '贴砖瓦工', '泥瓦工'],
    workplaces: ['building-site'],
    weight: 6,
    pay: { unit: '日', least: 240, most: 320 },
    wanted: 'few',
    duties: [
      '砌隔墙、封窗台、补线槽。',
      '按线砌砖，灰缝饱满，每天砌到多高听工长的。',
      '厨房卫生间贴墙砖地砖，先排砖再动手。',
      '小工负责拌灰、递砖，师傅只管手上活。',
      '早 6 点半到 11 点，下午 1 点半到 5 点半，夏天避开中午。',
      '工地在市区，远的有面包车接送。',
    ],
    requirements: [
      '自带瓦刀、水平尺等手上工具，大工具工地有。',
      '进工地戴安全帽，听安全员的话。',
      '墙面平整度要过得了靠尺。',
      '做过家装或者公建的都可以。',
    ],
    education: ['不限', '不限', '初中及以下'],
    experience: ['1-3年', '3-5年', '5年以上'],
    employmentTypes: ['临时', '全职'],
    benefits: ['包吃', '包住', '日结', '高温补贴', '接受50岁以上', '不用智能手机', '可带学徒', '夫妻同去'],
  },
];
