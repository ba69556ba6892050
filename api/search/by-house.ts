import { likeliestTrades } from './house-trades.ts';

/**
 * Titles that say who somebody is in any house, and the house what that is: a 服务员 of a bath brings no plates, a 司机 of a
 * bus company drives buses. Each with what the employer's name, or else the duties, hold of it; the first that fits.
 */
type Trades = readonly (readonly [house: RegExp, concept: string])[];

const table: readonly (readonly [titles: string, trades: Trades])[] = [
  [
    '服务员 服务生 女服务员 男服务员',
    [
      [/足浴|足道|足疗|沐足/u, 'foot-bath-attendant'],
      [/浴|汤泉|汗蒸/u, 'bathhouse-attendant'],
      [/ktv|歌城|量贩|酒吧/iu, 'ktv-attendant'],
      [/影城|影院/u, 'cinema-attendant'],
      [/棋牌|麻将/u, 'leisure-room-attendant'],
      [/客房|铺床|床单/u, 'hotel-room-attendant'],
    ],
  ],
  [
    '前台 前台接待 接待 前台收银 前台文员',
    [
      [/酒店(?!用品)|宾馆|民宿|客栈/u, 'hotel-receptionist'],
      [/医院|诊所|口腔|门诊/u, 'hospital-guide'],
      [/浴室|浴场|浴池|沐浴|洗浴|汤泉/u, 'bathhouse-attendant'],
    ],
  ],
  [
    '营业员 店员 导购 导购员 女店员 销售 看店',
    [
      [/手机|通讯/u, 'phone-shop-sales'],
      [/卤|熟食|熟菜|老鹅|盐水鹅|熏烧/u, 'deli-clerk'],
      [/药房|药店/u, 'pharmacy-clerk'],
      [/饮品|奶茶|茶饮/u, 'milk-tea-maker'],
      [/烘焙|面包|蛋糕/u, 'bakery-clerk'],
      [/服装店|服饰店|女装|男装|童装|鞋店/u, 'clothing-sales'],
      [/珠宝|金店|黄金|玉器/u, 'jewelry-sales'],
      [/母婴|孕婴/u, 'mother-baby-sales'],
      [/眼镜/u, 'optician'],
      [/水果|生鲜/u, 'fresh-food-clerk'],
      [/超市|便利店/u, 'supermarket-clerk'],
      [/花店|鲜花/u, 'flower-shop-clerk'],
      [/烟酒/u, 'tobacco-liquor-clerk'],
      [/茶叶|茶庄/u, 'tea-sales'],
      [/书店|图书/u, 'bookstore-clerk'],
      [/化妆品|美妆/u, 'cosmetics-sales'],
      [/家具|家居|建材|瓷砖|卫浴|橱柜|窗帘/u, 'furniture-sales'],
      [/邮政/u, 'postal-clerk'],
    ],
  ],
  [
    '司机 驾驶员 司机师傅',
    [
      [/危运|危货|危险品|化学品|油罐/u, 'hazmat-driver'],
      [/校车|接送学生/u, 'school-bus-driver'],
      [/公交/u, 'bus-driver'],
      [/出租/u, 'taxi-driver'],
      [/混凝土|商砼|搅拌车/u, 'mixer-truck-driver'],
      [/环卫|洒水|垃圾车/u, 'sanitation-driver'],
      [/土石方|渣土|土方/u, 'dump-truck-driver'],
      [/客运|大巴|旅游/u, 'coach-driver'],
      [/救护|急救/u, 'ambulance-driver'],
      [/物流|货运|快运/u, 'truck-driver'],
      [/配送|送货|送菜/u, 'delivery-driver'],
    ],
  ],
  [
    '收费员 收费',
    [
      [/停车/u, 'parking-attendant'],
      [/医院|卫生院|门诊|挂号/u, 'hospital-cashier'],
    ],
  ],
  [
    '护理员 护理阿姨 护理',
    [
      [/养老|颐养|敬老|老年|福利院|康养|为老/u, 'elder-carer'],
      [/母婴|月子/u, 'maternity-matron'],
    ],
  ],
  [
    '教练 教练员',
    [
      [/驾校|驾驶/u, 'driving-instructor'],
      [/健身/u, 'fitness-coach'],
      [/游泳/u, 'swimming-coach'],
      [/体育|篮球|跆拳道/u, 'sports-teacher'],
    ],
  ],
  [
    '老师 教师 兼职老师',
    [
      [/托管/u, 'after-school-carer'],
      [/幼儿园/u, 'nursery-teacher'],
      [/舞/u, 'dance-teacher'],
      [/美术|书画|书法/u, 'art-teacher'],
      [/小学/u, 'primary-teacher'],
      [/中学/u, 'middle-school-teacher'],
    ],
  ],
  [
    '阿姨 招阿姨',
    [
      [/幼儿园|托育/u, 'childcare-worker'],
      [/家政/u, 'household-cleaner'],
    ],
  ],
  [
    '学徒 学徒工 徒工 学员 招学徒',
    [
      [/汽修|汽车修理|汽车维修/u, 'car-mechanic'],
      [/美发|理发|造型/u, 'hair-assistant'],
      [/烘焙|面包|蛋糕/u, 'pastry-chef'],
      [/焊|不锈钢/u, 'welder'],
      [/模具/u, 'mould-maker'],
      [/玉器|玉雕/u, 'jade-carver'],
      [/饭店|酒楼|菜馆|酒家/u, 'chef-apprentice'],
      [/电梯/u, 'elevator-mechanic'],
      [/空调|制冷/u, 'air-conditioner-installer'],
      [/修脚/u, 'pedicurist'],
      [/广告/u, 'ad-installer'],
      [/印务|印刷/u, 'printing-press-operator'],
      [/家具|木业/u, 'carpenter'],
      [/数控|机械|精密/u, 'machining-apprentice'],
    ],
  ],
  [
    '技师 师傅',
    [
      [/足浴|足道|足疗/u, 'foot-massager'],
      [/按摩|推拿/u, 'health-massager'],
      [/修脚/u, 'pedicurist'],
      [/汽修|汽车修理|汽车维修|汽车服务/u, 'car-mechanic'],
      [/美容/u, 'beautician'],
      [/理发|美发/u, 'hairdresser'],
      [/烧烤/u, 'barbecue-cook'],
    ],
  ],
  [
    '油漆工 油漆 油漆师傅 漆工',
    [
      [/汽修|汽车修理|汽车维修|汽车服务/u, 'car-painter'],
      [/船/u, 'ship-painter'],
      [/家具|木业|木器|机械|重工/u, 'spray-painter'],
    ],
  ],
  [
    '木工 木工师傅',
    [
      [/家具|木业/u, 'furniture-assembly-worker'],
      [/建筑|建设|劳务|支模/u, 'formwork-carpenter'],
    ],
  ],
  [
    '安装工 安装师傅 安装学徒',
    [
      [/门窗|幕墙/u, 'door-window-installer'],
      [/空调|制冷/u, 'air-conditioner-installer'],
      [/光伏|新能源/u, 'solar-installer'],
      [/电梯/u, 'elevator-mechanic'],
      [/广告/u, 'ad-installer'],
      [/橱柜|家具|家居/u, 'furniture-installer'],
      [/消防/u, 'fire-equipment-installer'],
    ],
  ],
  [
    '维修工 维修 维修员',
    [
      [/物业|酒店|医院|学校|中学|商业管理/u, 'property-repairer'],
      [/汽修|汽车修理|汽车维修/u, 'car-mechanic'],
      [/电动车|电瓶车/u, 'e-bike-repairer'],
      [/电梯/u, 'elevator-mechanic'],
    ],
  ],
  ['操作工 操作员 女工 男工 工人 车间工人 车间操作工 副手 主机手 机手 辅助工', likeliestTrades],
  [
    '设计师 设计',
    [
      [/装饰|装修|家居|定制/u, 'interior-designer'],
      [/服装|服饰|制衣/u, 'fashion-designer'],
      [/玩具/u, 'toy-designer'],
    ],
  ],
  ['钣金 钣金工', [[/汽修|汽车修理|汽车维修|汽车服务/u, 'car-body-repairer']]],
  [
    '质检 质检员 检验员 检验 qc',
    [
      [/制衣|服饰|服装|针织/u, 'garment-inspector'],
      [/食品|粮/u, 'food-quality-controller'],
      [/液相|滴定|色谱|理化/u, 'laboratory-analyst'],
    ],
  ],
  ['安全员', [[/建设|建筑|工地|劳务/u, 'site-safety-officer']]],
  ['厨师 厨师傅 大厨', [[/幼儿园|小学|中学|学校|学院|养老|医院|食堂|员工餐/u, 'chef-canteen']]],
  ['大堂经理', [[/银行|信用社/u, 'bank-lobby-manager']]],
  ['管家', [[/民宿|度假|酒店/u, 'homestay-keeper']]],
  [
    '管理员',
    [
      [/宿舍/u, 'dormitory-keeper'],
      [/停车/u, 'parking-attendant'],
      [/图书/u, 'librarian'],
    ],
  ],
];

const known = new Map(
  table.flatMap(([titles, trades]) => titles.split(' ').map((title) => [title, trades] as const)),
);

/** What somebody so called does in such a house. */
export function tradeByHouse(title: string, employer: string, duties: string): string | null {
  // 电缆护套副手 is a 副手.
  const trades = known.get(title) ?? known.get(/(?:副手|主机手|机手)$/u.exec(title)?.[0] ?? '');
  if (!trades) return null;
  const by = (text: string) => trades.find(([house]) => house.test(text))?.[1];
  return by(employer) ?? by(duties) ?? null;
}
