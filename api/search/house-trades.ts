/**
 * What houses that make or grow something live of, by what they are called; the likeliest trade first. Titles there
 * leave it out: a 贴合工 of a shoe factory makes shoes, and so does its 裁断工.
 */
const table: readonly (readonly [house: RegExp, trades: string])[] = [
  [/注塑/u, 'injection-moulding-operator'],
  [/冲床|冲压/u, 'press-operator'],
  [/化工|化学|反应釜/u, 'chemical-operator chemical-control-operator'],
  [/制药|药业/u, 'pharma-operator'],
  [/牙刷|刷业|植毛/u, 'brush-worker'],
  [/光伏|太阳能/u, 'solar-module-worker solar-cell-operator'],
  [/羽绒/u, 'down-filling-worker sewing-machine-operator'],
  [/制衣|服饰|服装/u, 'sewing-machine-operator garment-finisher'],
  [/玩具/u, 'plush-toy-maker toy-stuffing-worker'],
  [/电缆|线缆|电线/u, 'cable-maker'],
  [/线束/u, 'wire-harness-worker'],
  [/灯具|照明|灯饰|路灯/u, 'lamp-assembler'],
  [/鞋业|制鞋|鞋材|鞋厂/u, 'shoemaker shoe-upper-sewer'],
  [/船舶|造船|船厂|船业|游艇/u, 'hull-builder ship-repairer'],
  [/玻璃钢/u, 'fibreglass-worker'],
  [/电池|锂电|锂能/u, 'battery-worker'],
  [/印务|彩印|印刷/u, 'printing-press-operator post-press-worker'],
  [/纸箱|纸业/u, 'carton-maker'],
  [/铸造|铸件|铸业/u, 'foundry-worker'],
  [/锻造|锻件|锻压/u, 'forging-worker'],
  [/电镀|镀业|表面处理/u, 'electroplating-worker'],
  [/橡胶|轮胎/u, 'rubber-worker'],
  [/涂料|油漆/u, 'paint-maker'],
  [/日化/u, 'daily-chemical-worker'],
  [/啤酒|酒业|酒厂/u, 'brewing-worker'],
  [/饮料|矿泉水/u, 'beverage-worker'],
  [/渔网|网业/u, 'fishing-net-maker'],
  [/水产(?:食品|加工)|冷冻食品/u, 'aquatic-processing-worker'],
  [/水产|渔业|蟹业|虾业/u, 'fish-farmer crab-shrimp-farmer fisher'],
  [/袜业/u, 'sock-maker'],
  [/家纺/u, 'bedding-worker'],
  [/纺织|棉纺|织造/u, 'spinning-worker weaving-worker'],
  [/线路板|电路板/u, 'pcb-worker'],
  [/门窗/u, 'door-window-maker'],
  [/钢构|钢结构/u, 'steel-structure-worker'],
  [/家具|木业/u, 'furniture-assembly-worker woodworking-machine-operator'],
  [/肉联|肉类|屠宰/u, 'slaughter-worker meat-processing-worker'],
  [/米业|面粉|粮油/u, 'rice-flour-miller'],
  [/蛋品|蛋业/u, 'egg-processing-worker'],
  [/玉器|玉雕/u, 'jade-carver'],
  [/食品/u, 'food-worker'],
  [/电子/u, 'electronics-assembler'],
  [/苗木|花木|园艺|花卉/u, 'nursery-worker gardener flower-grower'],
  [/果园|果业|草莓|葡萄/u, 'fruit-grower fruit-picker greenhouse-worker'],
  [/蔬菜|大棚/u, 'vegetable-grower greenhouse-worker'],
];

// Parts of cars are moulded, pressed, sewn or put together: who is called nothing there may do any of it.
const broad: typeof table = [[/零部件|汽车(?:座椅|内饰|饰件)|车灯/u, 'car-parts-worker']];

const split = (list: typeof table) => list.map(([house, trades]) => [house, trades.split(' ')] as const);
const told = split(table);
const houses = [...told, ...split(broad)];

/** The trades a house lives of; none where its name tells nothing. */
export const tradesOfHouse = (employer: string): readonly string[] =>
  houses.find(([house]) => house.test(employer))?.[1] ?? [];

/** The likeliest of them, as a table of who is called anything there. */
export const likeliestTrades = told.map(([house, [trade]]) => [house, trade!] as const);
