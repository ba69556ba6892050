import { beforeAll, describe, expect, test } from 'vitest';
import { classify } from '../../../api/search/classify.ts';
import { lexiconOf } from '../../../api/search/lexicon.ts';
import { createReader } from '../../../api/search/reader.ts';
import { understand } from '../../../api/search/understand.ts';

const reader = createReader();
const { thesaurus, cut } = reader;
/** The sounds of all words take some seconds of processor time. */
const slowMs = 60_000;
beforeAll(() => void lexiconOf(thesaurus), slowMs);

const nameOf = (concept: string) => thesaurus.concepts.get(concept)!.name;

/** Jobs that a query finds by being that job alone, the likeliest first. */
function jobsIn(words: string): string[] {
  const ranks = new Map<string, number>();
  for (const { terms, anyOf, rank } of understand(words, reader).clauses.flatMap(({ direct }) => direct)) {
    const kinds = terms.length === 1 && !anyOf ? terms : terms.length === 0 ? (anyOf ?? []) : [];
    for (const kind of kinds.filter((one) => one.startsWith('c:') && one !== 'c:none'))
      ranks.set(kind, Math.min(rank, ranks.get(kind) ?? Infinity));
  }
  const sorted = [...ranks].sort((one, other) => one[1] - other[1]);
  return sorted.map(([kind]) => nameOf(kind.slice(2)));
}

const titleOf = (title: string) =>
  classify(
    { title, occupation: null, duties: '', requirements: '', industry: null, employerName: '' },
    thesaurus,
    cut,
  ).primary.map(nameOf);

describe('trades of a county are read by what their people are called', () => {
  test.each([
    ['装置巡检工', '化工操作工'],
    ['急招内操 7000-9000', '化工总控工'],
    ['鹤管装车工', '化工操作工'],
    ['调漆师傅', '涂料油漆生产工'],
    ['电缆护套副手', '电线电缆工'],
    ['夹帮手', '制鞋工'],
    ['快艇糊模工', '玻璃钢工'],
    ['水泥船修补', '修船工'],
    ['耥螺蛳', '捕捞工'],
    ['大闸蟹销售员', '摆摊帮工'],
    ['太阳能灯组装普工', '灯具装配工'],
    ['面包房烤炉师傅', '烘焙师'],
    ['幼儿园专任教师', '幼师'],
    ['草莓园长工', '大棚管理员'],
    ['螃蟹绑扎工', '水产加工工'],
    ['电动车行修理工', '电动车维修工'],
    ['危货运输驾驶员', '危险品车司机'],
  ])('%s is a %s', (title, job) => {
    expect(titleOf(title)).toEqual([job]);
  });

  test('hands of a house are of its trade', () => {
    expect(titleOf('酱菜厂腌制工')).toEqual(['酱菜工']);
    expect(titleOf('荷藕厂切片工')).toEqual(['果蔬加工工']);
    expect(titleOf('绣花厂挡车工')).toEqual(['电脑绣花工']);
    expect(titleOf('电缆厂拉丝工')).toEqual(['电线电缆工']);
  });
});

describe('what somebody has studied is many jobs', () => {
  test.each([
    ['学机械的', ['机修工', '设备技术员', '钳工']],
    ['化工专业毕业', ['化工操作工', '化工总控工']],
    ['我是学护理的', ['护士', '护工']],
    ['学土木的想找工作', ['施工员', '资料员']],
  ])('%s', (words, jobs) => {
    expect(jobsIn(words).slice(0, jobs.length)).toEqual(jobs);
  });

  test('but a craft that is learnt is the craft', () => {
    expect(jobsIn('学汽修的')[0]).toBe('汽修工');
    expect(jobsIn('学焊接的')[0]).toBe('焊工');
  });
});

describe('a trade said in one word', () => {
  test.each([
    ['食品', '食品加工工'],
    ['垃圾', '垃圾清运工'],
    ['电动车', '电动车维修工'],
    ['电子', '电子装配工'],
    ['机械', '机械装配工'],
    ['路灯', '灯具装配工'],
  ])('%s', (word, job) => {
    expect(jobsIn(word)[0]).toBe(job);
  });

  test('a name of the classification is every job that it stands for', () => {
    expect(jobsIn('玩具制作工')).toEqual(expect.arrayContaining(['毛绒玩具工', '充棉封口工', '玩具手缝工']));
    expect(jobsIn('制鞋工')).toEqual(expect.arrayContaining(['制鞋工', '鞋面针车工']));
  });
});

describe('what is done at the works', () => {
  test.each([
    ['修泵换机封', '机修工'],
    ['装槽车的', '化工操作工'],
    ['看dcs', '化工总控工'],
    ['汏碗', '洗碗工'],
    ['收空盘', '传菜员'],
    ['收手牌', '浴室服务员'],
  ])('%s', (words, job) => {
    expect(jobsIn(words)[0]).toBe(job);
  });

  test('what is collected, put up or burnt is not always a crop, a device or a dish', () => {
    expect(jobsIn('收凭证')).not.toContain('农场工人');
    expect(jobsIn('装垃圾')).not.toContain('空调安装工');
    expect(jobsIn('烧窑')).not.toContain('厨师');
    expect(jobsIn('收稻子')).toContain('农场工人');
  });
});

describe('new trades and small ones are read as well', () => {
  test.each([
    ['电池片丝印操作员', '光伏电池片操作工'],
    ['急招太阳能板装框工 6500起', '光伏组件工'],
    ['无尘室操作员（穿无尘服）', '半导体操作工'],
    ['换电站值班员', '充电站管理员'],
    ['充电枪装配', '汽车零部件工'],
    ['起降点值守', '无人机驾驶员'],
    ['机器人上下料看护', '工业机器人操作员'],
    ['柜面业务岗（应届）', '银行柜员'],
    ['邮政投递', '邮递员'],
    ['居家养老上门服务员', '居家上门护理员'],
    ['烫平折叠工', '布草工'],
    ['汗蒸馆更衣室服务员', '浴室服务员'],
    ['缝纫车间组长', '服装组长'],
    ['服装厂查验', '服装检验员'],
    ['船台搭载工', '船体装配工'],
    ['雕花老师傅', '木雕师'],
    ['农资店看店', '营业员'],
    ['鱼竿缠线', '体育用品制作工'],
    ['殡仪馆抬棺工', '殡仪服务员'],
    ['税务窗口导税员', '政务窗口人员'],
  ])('%s is a %s', (title, job) => {
    expect(titleOf(title)[0]).toBe(job);
  });

  test.each([
    ['汰衣裳', '洗衣工'],
    ['嵌甲', '修脚师'],
    ['送信送报纸', '邮递员'],
    ['砂轮磨削', '磨工'],
    ['钳鸭毛', '屠宰工'],
    ['搓元宵', '面点帮工'],
    ['看换电站', '充电站管理员'],
    ['fengzhuang', '半导体操作工'],
    ['jianhuoyuan', '仓库拣货员'],
    ['芯片', '半导体操作工'],
    ['做养老', '养老护理员'],
  ])('%s asks for a %s', (words, job) => {
    expect(jobsIn(words)[0]).toBe(job);
  });

  test('who cooks for a few is shown beside who cooks for many', () => {
    expect(thesaurus.concepts.get('chef')!.near).toContain('home-cook-aide');
    expect(thesaurus.concepts.get('home-cook-aide')!.near).toContain('chef');
  });
});
