import {
  IconBolt,
  IconBriefcase,
  IconBuildingStore,
  IconCalculator,
  IconChefHat,
  IconFlame,
  IconForklift,
  IconHammer,
  IconHeartHandshake,
  IconNeedleThread,
  IconPackage,
  IconPlant2,
  IconSchool,
  IconScissors,
  IconShield,
  IconSpray,
  IconSteeringWheel,
  IconTool,
  IconToolsKitchen2,
  type Icon,
} from '@tabler/icons-react';

/** A picture for those who do not read; the word always stands below it. The first that fits counts. */
const icons: readonly [RegExp, Icon][] = [
  [/焊/, IconFlame],
  [/叉车|铲车|起重/, IconForklift],
  [/司机|驾驶/, IconSteeringWheel],
  [/保洁|清洁|洗/, IconSpray],
  [/服务员|传菜|帮厨|食堂/, IconToolsKitchen2],
  [/厨|面点|烘焙|糕/, IconChefHat],
  [/缝|裁|服装|针织|绣/, IconNeedleThread],
  [/护|养老|月嫂|育|家政|保姆/, IconHeartHandshake],
  [/保安|门卫|巡/, IconShield],
  [/电工|电气|电子/, IconBolt],
  [/理发|美容|美发|修脚/, IconScissors],
  [/营业|销售|收银|导购|店/, IconBuildingStore],
  [/会计|财务|出纳|统计/, IconCalculator],
  [/瓦|木工|泥|钢筋|建筑|装修/, IconHammer],
  [/农|种|养殖|园|苗/, IconPlant2],
  [/老师|教|幼/, IconSchool],
  [/机|钳|车工|铣|维修|装配|操作/, IconTool],
  [/普工|包装|分拣|仓|搬|物流|快递/, IconPackage],
];

export function JobIcon({ occupation }: { occupation: string }) {
  const Sign = icons.find(([fits]) => fits.test(occupation))?.[1] ?? IconBriefcase;
  return <Sign size="1.625rem" stroke={1.75} aria-hidden="true" />;
}
