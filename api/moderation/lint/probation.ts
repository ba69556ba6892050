import type { Context, Family, Hit, Verdict } from './family.ts';
import { isDenied } from './family.ts';
import { unpaid } from './grammar.ts';

/** The time before one is taken on for good, in all its names. */
const early =
  '(?:试用期?(?!装|品|者|报告|版|样)|试岗期?|试工期?|试班|试做|试干|试菜|试\\d+[天周]|考察期?|观察期|适应期|见习期?|实习期|学徒期?|学徒\\d|学徒半|当学徒|考核期|磨合期|岗前|(?:先|前|头|首)(?:期|去|来|免费)?(?:试|干|做|上|学|跟)?(?:岗|工|班)?(?:\\d+|半|几)(?:天|周|个?月|日|个?星期)|首周|首日|第1(?:周|天|个月|个星期)|头半个?月|实习\\d+个?(?:月|天|周)|见习\\d)';
/** Training before work; a training that costs nothing is no offence, one without pay is. */
const lessons = '(?:培训期?|跟岗|跟班|跟师傅|学习期|学习期间|带教(?:期|期间)?|学艺|学手艺)';

const trial = '(?:试用期?(?!装|品|者|报告|版|样)|试岗期?|试工期?|试做|考察期|观察期|适应期|见习期|学徒期)';
const nothing =
  '(?:不付费|不付钱|工资为零|工资是零|为零|只发生活费|不计报酬|不计酬|不给报酬|不付报酬|无任何报酬|不算钱|不发放工资|没有任何报酬|不计任何|无薪|无工资|没有工资|没工资|不发工资|不发薪|不计薪|不计工资|不算工资|无报酬|没有报酬|不给工资|不付工资|不结工资|不结算工资|零薪|0薪|零工资|0工资|无酬|无偿|免费|义务|不带薪|没钱|没有钱|白干|白做|不给钱|不发钱|只管饭|只包吃住|只管吃住|只包食宿|不支付工资|不支付报酬|无底薪|没有底薪|不开工资|不拿工资|没有薪水|无薪水|工资为0|工资0元|(?<!\\d)0(?:金|钱|元))';

/** Either says that nothing is paid, so the months are not what offends. */
const withoutPay = new RegExp(`${nothing}|${unpaid}`);

/** Most months of probation for a contract of so many months, article 19. */
function mostTrialMonths(contractMonths: number): number {
  if (contractMonths < 3) return 0;
  if (contractMonths < 12) return 1;
  return contractMonths < 36 ? 2 : 6;
}

function monthsOf(amount: string | undefined, unit: string | undefined): number {
  const number = amount === '半' ? 0.5 : Number(amount);
  if (unit?.includes('年')) return number * 12;
  return unit?.includes('天') || unit?.includes('日') ? number / 30 : number;
}

const contractTerm =
  /(?:合同|签约|签订|签)(?:期限?|劳动合同|固定期限)?[^,。;\d半]{0,8}(半|\d+)(?:-\d+)?(个月|年)|(半|\d+)(年|个月)(?:期)?(?:的)?(?:劳动|固定期限)*合同|(\d+)(年)[一1]签/;

/** Probation of a public body may last a year: 事业单位人事管理条例 第十三条. */
const publicBody = /事业单位|事业编|公务员|编制内|聘用合同/;

function judgeLength(hit: Hit, { whole }: Context): Verdict | null {
  const match = /(?:(半|\d+)(?:个?月|年)?(?:-|至|到))?(半|(?<!\d)\d+)(个月|年|个整月|月)/.exec(hit.words);
  if (!match) return {};
  if (publicBody.test(whole)) return null;
  if (/(?:起步?|以上|往上)$/.test(hit.words))
    return { article: '《劳动合同法》第十九条', advice: '试用期最长 6 个月，还要看合同签几年。写短一些' };
  const months = monthsOf(match[2], match[3]);
  if (months > 60) return null;
  const term = contractTerm.exec(
    whole.replace(/试用期?[^,。;\d半]{0,8}(?:(?:半|\d+)(?:-|至|到))?(?:半|\d+)(?:个月|年)/g, '□'),
  );
  const contractMonths = term ? monthsOf(term[1] ?? term[3] ?? term[5], term[2] ?? term[4] ?? term[6]) : null;
  const most = contractMonths === null ? 6 : mostTrialMonths(contractMonths);
  if (months <= most) return null;
  const advice =
    contractMonths === null
      ? '试用期最长 6 个月，还要看合同签几年。写短一些'
      : most === 0
        ? '合同不满 3 个月不能有试用期。把试用期去掉'
        : `签 ${contractMonths >= 12 ? `${Math.round((contractMonths / 12) * 10) / 10} 年` : `${contractMonths} 个月`}合同，试用期最长 ${most} 个月`;
  return { article: '《劳动合同法》第十九条', advice };
}

/** Less than eight tenths of what is paid later. */
const partOfPay =
  /(?:转正(?:后|以后|之后)?|正式(?:工|员工|职工|合同)?)的?(?:工资|薪[资水酬]?|工钱|待遇|标准|月薪)*的?(?:给|发|拿|付|按|算)?(?:[1一]半(?!年)|[2-7二三四五六七]成(?!员)|[1-7]\d%|[2-7]折)|(?:工资|薪[资水酬]?|工钱)(?:只?[按照发给拿付开打])*(?:[2-7二三四五六七]成(?!员)|[1-7]\d%|[2-7]折)/;
/** An employer and a worker may agree on a probation once. */
const again =
  /(?:再|接着|继续|另外?|重新|往下)(?:续|加|延|来|多)(?:长|上|试)?(?:[1-9]|半|几)?个?(?:月|周|天)?(?:的)?(?:试用|试岗)?(?!合同)|续试|(?:再|接着|继续|重新)试(?:用)?(?:[1-9]|半|几)个?(?:月|周|天)/;

/** Another round of it, by whatever name: 再给一轮三个月的试用. */
const anew =
  /(?:再|又|另|重新|还可?以?|接着)(?:给|安排|来|约定|加|进行|开|设|追加|附加)?[^,。;]{0,3}?[1一2二两]?(?:轮|次|回|段|遍)(?:的|为期)*(?:\d+|半)?个?(?:月|周|天|星期)?(?:的)?(?:试用|试岗|试工)|第[2二两3三](?:轮|次|回|段|期|个)(?:的)?(?:试用|试岗|试工)|再试(?:用|岗|工)上?[1一](?:轮|次|回|段|遍)|另行试用|(?:再|重新|另行|重)约定[^,。;]{0,6}试用|试用[^,。;]{0,8},重来[1一]?(?:轮|次|遍)|加试(?:\d+|半)个?(?:月|周|天)|(?:试用期?|试岗)[^,。;]{0,4}(?:重新|从头)(?:起?算|计算|开始|来|约定)|(?:重新|从头|重头)(?:起?算|计算|开始|走[1一][遍次轮])[^,。;]{0,3}(?:试用|试岗)/;

const trialPay = new RegExp(
  `^(?:试用期?|试岗期?|试工期?)[^,。;]{0,6}(?:工资|薪资|薪水|待遇|薪酬|月薪|底薪|\\d{3,4}元)`,
);

function judgeProbation(hit: Hit, context: Context): Verdict | null {
  const { words, text, index } = hit;
  const before = text.slice(Math.max(0, index - 8), index);
  if (
    /半天|半个?工|零花|零用|生活费|烟钱|茶钱|饭钱|才(?:开始)?(?:计薪|算|起薪)|算(?:学|帮忙|熟悉)/.test(words)
  )
    return {};
  if (/(?:1|一|减|对|折|打对)半(?!年|个|天|月)/.test(words)) return {};
  if (again.test(words) || anew.test(words))
    return {
      article: '《劳动合同法》第十九条',
      advice: '试用期只能约定一次，不能再续。试用期一次写清',
    };
  // A contract for the probation alone is none, however short.
  if (/签[^,。;]{0,10}试用期?(?:合同|协议)/.test(words)) return {};
  if (/%|折|(?<!提|抽)成/.test(words) && !/延|重新|再试/.test(words)) {
    const share = /(\d+(?:\.\d+)?)(%|折|成)/.exec(words);
    const percent = share ? Number(share[1]) * (share[2] === '%' ? 1 : Number(share[1]) >= 10 ? 1 : 10) : 100;
    return percent < 80
      ? {
          advice: '试用期工资不能低于约定工资的八成，也不能低于当地最低工资。写“试用期工资不打折”或 80% 以上',
        }
      : null;
  }
  if (/\d(?:个月|个整月|月|年)|半年/.test(words) && !withoutPay.test(words)) return judgeLength(hit, context);
  const pay = /(?<!\d)([1-9]\d{3}|[5-9]\d\d)(?:元|块)?(?:\/月|每月|一?个?月)?$/.exec(words);
  if (pay) return trialPay.test(words) && Number(pay[1]) < context.monthlyFloorYuan ? {} : null;
  if (
    isDenied(hit) &&
    !/^(?:无|不|没|再|重新|另行|[二多]次|反复|试用期?次数)/.test(words) &&
    !new RegExp(unpaid).test(words)
  )
    return null;
  if (/(?:客户|产品|会员|样品|软件|新品)[^,。;]{0,4}$/.test(before)) return null;
  return {};
}

/** 带薪, 有补贴: the clause says that it is paid. */
const paid =
  /带薪|(?<!没)有(?:工资|薪|补贴|补助|钱)|照(?:发|算|付|常)|日结|\d+元(?:\/|每|[一1])?(?:天|日|月)|\d{2,}\/[天日月]|也(?:有|算|发|计)/;

export const probation: Family = {
  together: [
    // Pocket money, or nothing under another name: 试用头一月给五百零花, 前半个月算学
    {
      parts: [
        new RegExp(`${early}|学(?:徒)?(?:半年|\\d+个?(?:月|年))`),
        /(?:只|就|仅)?(?:给|发|开|拿|补)[^,。;]{0,2}(?:\d{2,4}|几百)(?:元|块)?(?:钱)?的?(?:零花|零用|生活费|饭钱|烟钱|茶钱)|(?:给|发|有)(?:点|些)?(?:零花|零用|饭钱|烟钱|茶钱)/,
      ],
      unless: /另|除工资|工资外|外加/,
      pauses: 1,
      everywhere: true,
    },
    { parts: [new RegExp(early), /[按算](?:作)?半(?:天|个工|工)(?:算|计|给)?/], everywhere: true },
    {
      parts: [
        new RegExp(early),
        /(?:算|当|当作|就当|权当|算作)(?:是)?(?:学(?:习|手艺|徒)?|帮忙|熟悉|练手|交朋友|体验|见习)(?=$|[,。;、)])/,
      ],
      unless: paid,
      pauses: 1,
      everywhere: true,
    },
    {
      parts: [
        /(?:做|干|试|学)?(?:满|够|到|过)了?(?:\d+|半)(?:个?月|天|周|个?星期)(?:以?后|之后)?(?:才|再|方)(?:开始)?(?:计薪|算(?:工资|钱|薪|工钱)|有(?:工资|薪|钱拿)|[开发拿领](?:工资|薪|工钱)|起薪|给(?:工资|钱|薪))/,
      ],
      unless: /涨|加薪|奖|提成/,
      everywhere: true,
    },
    // 有 of what comes later is no pay now: 头三个月没底薪，开单了才有钱
    {
      parts: [new RegExp(early), new RegExp(unpaid)],
      unless: new RegExp(paid.source.replace('(?<!没)有', '(?<!没|才)有')),
      pauses: 1,
      everywhere: true,
    },
    {
      parts: [new RegExp(lessons), new RegExp(unpaid.replaceAll('费用|费(?!用)|', ''))],
      unless: new RegExp(`${paid.source}|免费|学费|收费|培训费`),
      pauses: 1,
      everywhere: true,
    },
    // Bound to the other order: 不发工资的试岗, 无薪跟岗三天
    {
      parts: [/(?:无薪|无偿|不带薪|免费|义务|白)(?:的|先)?(?:试|跟岗|跟班|学徒|见习|实习期)/],
      unless: /客户|顾客|产品/,
    },
    {
      parts: [
        /试用期?|试岗|试工|学徒期|见习期|考核期/,
        /(?:工资|薪资|薪水|待遇|薪|底薪)?(?:减半|对半|折半|半薪|1半|一半|半价|半数|打对折|打半折|只有提成|只拿提成|只算提成|纯提成|只发补贴|只有补贴|只有餐补|只有生活费|只发生活费)/,
      ],
      unless: /餐|饭|房|水电|车费|学费|会员|顾客|客户/,
      pauses: 1,
      everywhere: true,
    },
    // 试用两个月，拿正式工资的六成
    {
      parts: [new RegExp(early), partOfPay],
      unless: /提成|奖|绩效|折扣|顾客|客户|会员/,
      pauses: 1,
      everywhere: true,
    },
    // 试用两个月，老板觉得还差点意思就再续两个月试用
    { parts: [/试用|试岗|试工/, again], unless: /产品|样品|客户|合同再续/, pauses: 1, everywhere: true },
    {
      parts: [anew],
      unless:
        /产品|样品|新品|客户|顾客|软件|不(?:得|再|会再|安排|设|予)[^,。;]{0,4}(?:第|轮|次|试用)|没有第|只(?:有|约定|试)[1一]次/,
      everywhere: true,
      pauses: 1,
      certain: true,
    },
    {
      parts: [/先试(?:岗|工|干|做)/, /(?:再|后)(?:谈|定|说|议|商量)[^,。;]{0,2}(?:工资|薪|待遇)/],
      pauses: 1,
      everywhere: true,
    },
    // 《劳动合同法》第十九条: probation is part of the contract's term.
    {
      parts: [
        /(?:试用期?|试岗|试工)(?:内|期间|间|的时候)?[^,。;]{0,4}(?:不|无|没有?|暂不|先不|未)(?:需要?|用|予|给)?(?:签订?|订立|订|办)?(?:(?:书面|劳动|用工|正式)?合同|约)/,
      ],
      everywhere: true,
    },
    {
      parts: [
        /(?:试用期?|试岗|试工)(?:满|过|结束|经?考核|合格|通过|期满)*(?:了|以|之)?后(?:才|再|方可?|视情况|给|予以|统一)?(?:签订?|订立|补签)(?:书面|正式)?(?:劳动|用工)?合同/,
      ],
      everywhere: true,
    },
    {
      parts: [
        /(?:试用期?|试岗|试工)(?:满|过了?|结束|合格|通过|期满)+(?:才|再|方可?)(?:签订?|订立|补签)(?:书面|正式)?(?:劳动|用工)?合同|(?:转正|考核通过|满\d+个月|\d个月)(?:以|之)?后?(?:才|再|方可?|后)(?:给|可|能|予以)?(?:签订?|订立|补签)(?:书面|正式)?(?:劳动|用工)?合同/,
      ],
      everywhere: true,
    },
    {
      parts: [
        /试用期?(?:单独|另|另外|先)(?:签订?|订立)(?:1份|份)?(?:试用|试用期)?(?:劳动)?(?:合同|协议)|(?:单独|先|只|仅)(?:签订?|订立|签署)(?:[1一]份)?(?:\d+个?(?:月|天|周))?的?试用期?(?:合同|协议)/,
      ],
      everywhere: true,
    },
  ],
  rule: 'probation',
  aboutPeople: true,
  severity: 'error',
  article: '《劳动合同法》第二十条',
  advice: '试用、试岗也要发工资，不低于约定工资的八成和当地最低工资',
  trigger:
    /才[开计算有发给起拿领]|第1|带教|试|前\d|首|头\d|头1|头两|前半|先干|先做|先上|考察|观察期|适应期|学徒|见习|实习|转正|培训|跟岗|跟班|考核期|磨合|学习|学半|学\d/,
  innocent:
    /(?:产品|软件|新品|样品|客户|设备|免费|系统|课程|化妆品|护肤品|试用装)试用(?!期)|试用(?:装|品|版|报告|体验|产品|申请|客户)|(?:免|无|没有|不设|取消|0)试用期|(?:面试|笔试|考试|调试|测试|试卷|试验|试制|试产|试车|试吃|试衣|试穿|试讲|尝试|试压|试剂|试样|试点|试戏|试镜|试课|试听)/g,
  lawful:
    /只约定[1一]次|不再(?:安排|设|约定)[^,。;]{0,4}(?:第|试用)|(?:见习|实习)期?[^,。;]{0,6}(?:办|买|购买?|投保|上|缴)[^,。;]{0,4}(?:意外|人身|商业|责任)|(?:试用|试岗|试工|见习)期?[^,。;不没无未]{0,6}(?:照(?:发|付|常)|足额|全额|同工同酬|不打折|100%|与?转正后?[1一]样)/,
  judge: judgeProbation,
  offences: [
    // The days are named again after what may happen in them: 先来试七天，不合适走人，这几天不算钱
    new RegExp(
      `(?<!(?:客户|顾客|用户|产品)[^,。;]{0,4})(?:试(?:工|岗|做|干)?|跟(?:岗|班)|先来?[上干做]|学)(?:满|个)?(?:\\d+|半|几|[一1])(?:天|日|个?星期|周|个?月)[^。;]{0,20},[这那此该](?:几|\\d+|些|段|半|个)*(?:天|日|周|月|期间|时间|阶段|星期)(?:里|内|间)*(?:都|均|也|是|一律)*(?:${unpaid}|${nothing})`,
      'g',
    ),
    new RegExp(`${trial}[^,。;]{0,3}半薪`, 'g'),
    new RegExp(
      `${trial}(?:内|间)?(?:每天|[1一]天|日薪)(?:只?[发给有])?\\d{1,2}(?:元|块)(?![^,。;]{0,3}(?:餐|补|饭|\\+|时))`,
      'g',
    ),
    /(?:试用期|试岗|试工)[^,。;]{0,4}(?:离开|离职|走人?|放弃|退出|不来)[^,。;]{0,3}不予?(?:结算?|发放?|给|计)(?=$|[,。;、])/g,
    /考核期[内间]?[^,。;]{0,3}(?:工资|待遇|薪[资水酬]?)[^,。;]{0,8}\d+(?:\.\d+)?(?:%|折|成)/g,
    /试用期(?:内|期间|间)?(?:每个?月|按?月)?(?:只有?|仅有?)?(?:发放?|给|拿|有|领)?(?:[1-9]\d{3}|[5-9]\d\d)元(?:\/月|每月)?(?![^,。;]{0,4}(?:\+|加|提成|绩效|补|奖|津))/g,
    /试用期(?:至少|最少|最短|为|是)?半年(?:以上|起|往上)|试用期[^,。;]{0,3}(?:半年|6个月)(?:起步?|以上)/g,
    new RegExp(
      `${trial}[^,。;]{0,6}(?:工资|薪资|薪水|待遇|薪酬|月薪|底薪)(?:为|是|只有|只|仅|发|给|按|:)*(?:[1-9]\\d{3}|[5-9]\\d\\d)(?:元|块)?(?:\\/月|每月|1?个?月)?(?![\\d-]|\\/|元?[一每1](?:天|日)|元?\\+|[^,。;]{0,3}(?:提成|绩效|补))`,
      'g',
    ),
    new RegExp(
      `${trial}[^,。;]{0,8}(?:只|仅)?(?:发|拿|付|给|按|有)(?:一半|半数|半薪|部分|少量|生活费)(?:的)?(?:工资|薪资|薪水|薪|生活费)?`,
      'g',
    ),
    new RegExp(`${trial}[^。;]{0,14}?${nothing}`, 'g'),
    new RegExp(
      `(?:无薪|无偿|免费|义务|不带薪|不计薪|无工资|无报酬|0薪|零薪|不发工资|没有工资)(?:的)?(?:先)?${trial}`,
      'g',
    ),
    new RegExp(
      `(?:先|前|头)(?:免费|义务|无偿|白)?(?:试|干|做|上)(?:岗|工|做|班)?[^,。;]{0,6}(?:天|周|月)[^,。;]{0,8}${nothing}`,
      'g',
    ),
    new RegExp(
      `(?:前|头|首)(?:\\d+|半)(?:天|周|个?月|日)[^,。;]{0,8}${nothing.replace('无酬|无偿|免费|义务|', '无酬|')}`,
      'g',
    ),
    new RegExp(
      `${trial}[^,。;]{0,10}(?:工资|薪资|薪水|待遇|薪酬|拿|发|按|为|薪)[^,。;]{0,10}?\\d+(?:\\.\\d+)?(?:%|折|成)`,
      'g',
    ),
    new RegExp(`${trial}[^,。;]{0,6}\\d+(?:\\.\\d+)?(?:%|折)`, 'g'),
    new RegExp(
      `${trial}(?:期)?(?:为|是|:| |,|约|设|定|均|统一|不超过|最长|可?[至达]|一般|共|需|要|满|长达|至少|\\()*(?:(?:半|\\d+)(?:个?月|年)?(?:-|至|到))?(?:半|\\d+)(?:个月|年|个整月|月(?!\\d|薪|工资|底|初|末|均))`,
      'g',
    ),
    new RegExp(
      `(?<!(?<!\\d年|\\d个月)合同|签约?|签订|合同期限?|\\d)(?:半|\\d+)(?:个月|年)(?:的|内)?(?:均|都|全)?(?:作?为|是|算|属于?)?(?:${trial}|试用(?!装|品|报告|版))`,
      'g',
    ),
    /(?:试用期)(?:可|可以|会|视情况|根据表现|可再|将)?[^,。;]{0,4}(?:延长|延期|再延|续延|重新计算)|(?:2|两|多)次试用|试用期?次数不限|(?:再次|重新|另行|再行|反复|二次|多次)(?:约定|安排|签订|设定|设)(?:1次)?试用期?(?!装|品|时间|产品|的|新)|(?<!可以?|欢迎)(?:再|重新|继续)(?:试用|试岗|试工)(?!装|品)/g,
    /(?:试用期|试岗期?|试工期?)(?:内|间|期间)?(?:随时|可随时|无条件|可无理由|不合格|不通过)[^,。;]{0,6}(?:辞退|走人|解除|不予结算|不结算|不发|无工资|无薪)/g,
  ],
};
