import type { Workplace } from './trade.ts';

type Kind = {
  /** Section of GB/T 4754-2017. */
  section: string;
  /** What an invented name ends with. */
  ends: readonly string[];
  /** Share of employers: the spread of sections in a manufacturing city (C 45 %, F 12 %, H 12 %, O 8 %, ...). */
  weight: number;
  /** Where it stands: in town centres, in zones at the edge, or in the villages. */
  ground: 'centre' | 'zone' | 'village';
};

export const workplaces: Readonly<Record<Workplace, Kind>> = {
  factory: {
    section: 'C',
    ends: ['机械厂', '配件厂', '金属制品厂', '五金厂', '阀门厂', '机电设备公司'],
    weight: 15,
    ground: 'zone',
  },
  garment: {
    section: 'C',
    ends: ['服饰厂', '制衣厂', '羽绒制品厂', '鞋厂', '针织厂'],
    weight: 8,
    ground: 'village',
  },
  electronics: {
    section: 'C',
    ends: ['电子厂', '线束厂', '光电器件厂', '电缆厂', '灯具厂'],
    weight: 8,
    ground: 'zone',
  },
  chemical: {
    section: 'C',
    ends: ['涂料厂', '塑料制品厂', '橡胶厂', '包装材料厂'],
    weight: 4,
    ground: 'zone',
  },
  shipyard: { section: 'C', ends: ['船舶配件厂', '船舶工程公司'], weight: 2, ground: 'zone' },
  toys: { section: 'C', ends: ['玩具厂', '毛绒制品厂', '刷业厂', '日用品厂'], weight: 5, ground: 'village' },
  'food-factory': {
    section: 'C',
    ends: ['食品厂', '酱菜厂', '米面加工厂', '水产加工厂'],
    weight: 4,
    ground: 'village',
  },
  'building-site': {
    section: 'E',
    ends: ['建筑工程队', '装饰工程公司', '市政工程公司', '安装工程公司'],
    weight: 6,
    ground: 'centre',
  },
  farm: {
    section: 'A',
    ends: ['家庭农场', '水产养殖场', '果蔬合作社', '苗圃', '生态农场'],
    weight: 3,
    ground: 'village',
  },
  restaurant: {
    section: 'H',
    ends: ['酒楼', '饭店', '土菜馆', '淮扬菜馆', '食堂'],
    weight: 6,
    ground: 'centre',
  },
  'noodle-shop': {
    section: 'H',
    ends: ['早面馆', '面馆', '包子铺', '小吃店', '茶社'],
    weight: 3,
    ground: 'centre',
  },
  hotel: { section: 'H', ends: ['客舍', '宾馆', '民宿', '大酒店'], weight: 3, ground: 'centre' },
  bathhouse: { section: 'O', ends: ['浴室', '沐足馆', '修脚堂'], weight: 2, ground: 'centre' },
  supermarket: { section: 'F', ends: ['生鲜超市', '百货超市', '仓储超市'], weight: 4, ground: 'centre' },
  shop: {
    section: 'F',
    ends: ['建材商行', '家电门市部', '服装店', '农资店', '药房', '家居馆'],
    weight: 8,
    ground: 'centre',
  },
  logistics: {
    section: 'G',
    ends: ['物流公司', '冷链仓库', '货运部', '仓储中心'],
    weight: 4,
    ground: 'zone',
  },
  courier: { section: 'G', ends: ['快递驿站', '速递网点', '配送站'], weight: 2, ground: 'centre' },
  'household-service': {
    section: 'O',
    ends: ['家政服务部', '保洁公司', '月嫂服务中心'],
    weight: 4,
    ground: 'centre',
  },
  property: { section: 'K', ends: ['物业公司', '物业服务部'], weight: 3, ground: 'centre' },
  school: { section: 'P', ends: ['培训学校', '艺术培训中心', '职业培训学校'], weight: 1, ground: 'centre' },
  kindergarten: { section: 'P', ends: ['幼儿园', '托育园'], weight: 2, ground: 'centre' },
  clinic: { section: 'Q', ends: ['门诊部', '口腔门诊', '社区医院'], weight: 1, ground: 'centre' },
  'care-home': { section: 'Q', ends: ['护理院', '养老院', '日间照料中心'], weight: 2, ground: 'centre' },
  beauty: { section: 'O', ends: ['理发店', '美容馆', '造型工作室'], weight: 2, ground: 'centre' },
  'car-repair': { section: 'O', ends: ['汽车修理厂', '汽修店', '电动车维修部'], weight: 2, ground: 'zone' },
  office: {
    section: 'L',
    ends: ['人力资源公司', '广告公司', '财务咨询公司', '安保服务公司'],
    weight: 3,
    ground: 'centre',
  },
  software: {
    section: 'I',
    ends: ['软件公司', '信息技术公司', '电商公司', '数字传媒公司'],
    weight: 2,
    ground: 'centre',
  },
  'bank-agency': { section: 'J', ends: ['保险代理公司'], weight: 1, ground: 'centre' },
  craft: { section: 'C', ends: ['漆器工坊', '玉雕工作室', '毛笔坊', '绣坊'], weight: 1, ground: 'centre' },
  public: {
    section: 'N',
    ends: ['环卫服务公司', '园林绿化公司', '水务服务站', '景区服务公司'],
    weight: 2,
    ground: 'centre',
  },
};
