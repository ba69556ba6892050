import type { ServiceTemplate } from '../api/service-templates/contract.ts';

export type SeedTemplate = Pick<
  ServiceTemplate,
  'name' | 'conditions' | 'documents' | 'fee' | 'takes' | 'law'
>;

const free = '不收费';
const atOnce = '当场办好';
const promotion = '《就业促进法》第三十五条';

/** What a city says about each of its services; invented in detail, after what such offices do. */
export const templates: readonly SeedTemplate[] = [
  { name: '政策咨询', conditions: '谁都可以来问', documents: [], fee: free, takes: atOnce, law: promotion },
  {
    name: '职业指导',
    conditions: '找工作、想换工作的人',
    documents: [],
    fee: free,
    takes: '大约 30 分钟',
    law: promotion,
  },
  {
    name: '求职登记',
    conditions: '满 16 岁，想找工作',
    documents: ['身份证'],
    fee: free,
    takes: atOnce,
    law: '《就业服务与就业管理规定》第三章',
  },
  {
    name: '用工登记',
    conditions: '本市用人单位',
    documents: ['营业执照', '经办人身份证'],
    fee: free,
    takes: atOnce,
    law: '《就业服务与就业管理规定》第三章',
  },
  {
    name: '就业失业登记',
    conditions: '满 16 岁，有劳动能力',
    documents: ['身份证', '解除劳动关系的证明（失业的带）'],
    fee: free,
    takes: atOnce,
    law: '《就业服务与就业管理规定》第六章',
  },
  {
    name: '创业指导',
    conditions: '想开店、办厂的人',
    documents: [],
    fee: free,
    takes: '预约一次 1 小时',
    law: promotion,
  },
  {
    name: '培训报名',
    conditions: '年满 16 岁，没到退休年龄',
    documents: ['身份证', '一寸照片 2 张'],
    fee: '补贴目录里的不收费',
    takes: atOnce,
    law: '《就业促进法》第四十四条',
  },
  {
    name: '社保经办',
    conditions: '参保人或他委托的人',
    documents: ['身份证', '社保卡'],
    fee: free,
    takes: '多数当场，转移 15 个工作日',
    law: '《社会保险法》第八条',
  },
  {
    name: '劳动保障监察投诉受理',
    conditions: '权益受到侵害两年以内',
    documents: ['身份证', '劳动合同或上班的凭据'],
    fee: free,
    takes: '5 个工作日内决定是否立案',
    law: '《劳动保障监察条例》第九条',
  },
  {
    name: '纠纷调解',
    conditions: '双方都愿意调解',
    documents: ['身份证', '说明事情的材料'],
    fee: free,
    takes: '15 天以内',
    law: '《劳动争议调解仲裁法》第十条',
  },
  {
    name: '创业担保贷款',
    conditions: '在本市创业，信用记录良好',
    documents: ['身份证', '营业执照', '经营场所证明', '银行流水'],
    fee: free,
    takes: '10 个工作日',
    law: '按市里现行办法',
  },
  {
    name: '就业困难人员认定',
    conditions: '大龄、残疾、低保、连续失业一年以上等',
    documents: ['身份证', '失业登记的证明', '困难情况的证明', '申请表'],
    fee: free,
    takes: '公示 5 个工作日',
    law: '《就业促进法》第五十二条',
  },
  {
    name: '档案服务',
    conditions: '档案存在本中心',
    documents: ['身份证'],
    fee: free,
    takes: atOnce,
    law: '《人力资源市场暂行条例》第十五条',
  },
  {
    name: '公益性岗位申请',
    conditions: '已认定的就业困难人员',
    documents: ['身份证', '认定表', '申请表'],
    fee: free,
    takes: '10 个工作日',
    law: '《就业促进法》第五十三条',
  },
  {
    name: '社保查询',
    conditions: '参保人本人',
    documents: ['身份证'],
    fee: free,
    takes: atOnce,
    law: '《社会保险法》第四条',
  },
  {
    name: '待遇资格认证',
    conditions: '领养老金的人',
    documents: ['身份证'],
    fee: free,
    takes: atOnce,
    law: '按省里现行办法',
  },
  {
    name: '灵活就业社保补贴',
    conditions: '灵活就业并缴了社保的困难人员、毕业两年内的高校毕业生',
    documents: ['身份证', '缴费凭证', '就业登记的证明'],
    fee: free,
    takes: '按季度发放',
    law: '《就业促进法》第五十二条',
  },
  {
    name: '零工登记',
    conditions: '想打零工、做日结的人',
    documents: ['身份证'],
    fee: free,
    takes: atOnce,
    law: promotion,
  },
];

/** What a point hangs on its door. */
export const noticeTexts = [
  '周五下午停电，窗口办不了，急事打电话',
  '社保缴费月底截止，请早点来',
  '下周三上午有家门口招聘会，二十家单位来',
  '家政、养老护理培训开始报名，补贴目录里的不收费',
  '临近年底人多，上午十点前来等得少',
  '退休人员资格认证可以在家门口做，带身份证就行',
] as const;

export const exceptionNotes = [
  '上午培训，窗口只办急事',
  '全天盘点',
  '年度体检，下午不开',
  '下村上门服务',
] as const;

export const mistakes = [
  { about: 'hours', text: '周三下午没人' },
  { about: 'telephone', text: '电话打不通，换号了' },
  { about: 'address', text: '门口的牌子在南面，导航到了北门' },
  { about: 'services', text: '社保卡这里办不了，要去镇上' },
  { about: 'terminal', text: '机器开着，打不出纸' },
] as const;
