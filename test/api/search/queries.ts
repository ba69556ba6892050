/**
 * What people type, and what is right: one line each, `words | kinds | filters`.
 * Kinds are those of corpus.ts; `t:` takes titles by a pattern, `e:` employers. Filters are what must be
 * understood, `name=value`.
 */
export const queries = table(`
保洁|保洁,家政,t:道路保洁
保洁员|保洁,家政,t:道路保洁
清洁工|保洁,家政,t:道路保洁
打扫卫生|保洁,家政,t:道路保洁
打扫卫生的|保洁,家政,t:道路保洁
扫地的|保洁,环卫,家政
搞卫生|保洁,家政,t:道路保洁
会计|会计
财务|会计,出纳
算账|会计
做账|会计
管账的|会计
出纳|出纳
电工|电工
会计师事务所|e:会计师事务所
电工电子厂|e:电工电子厂
电焊工|焊工,t:船舶电焊工
焊工|焊工,t:船舶电焊工
电焊|焊工,t:船舶电焊工
氩弧焊|t:氩弧焊
烧电焊|焊工,t:船舶电焊工
数控|数控
CNC|数控
cnc操作工|数控
加工中心|t:加工中心
车工|车床,缝纫
普车|车床
缝纫工|缝纫
踩缝纫机|缝纫
平车|t:平车,缝纫
会踩机子|缝纫
做衣服|缝纫,裁剪
司机|司机,t:塔吊司机|挖掘机司机|叉车司机
开车的|司机
开车|司机
会开车|司机
驾驶员|司机
货车司机|t:货车司机|挂车
开货车|t:货车司机|挂车
A1驾驶员|t:A1
开大客车|t:客车
公交车司机|t:公交
送货|t:送货司机|货车司机|C1
叉车|叉车
叉车工|叉车
开叉车|叉车
铲车|叉车,挖机
仓库管理员|仓管
仓管|仓管
库管|仓管
看仓库|仓管
普工|普工
操作工|普工
流水线|普工
进厂|普工
进厂打工|普工
包装工|包装,酒店用品
打包|包装
质检|质检
品管|质检
QC|质检
搬运|装卸
装卸工|装卸
卸货|装卸
快递|快递
送快递|t:快递员|派件员
外卖|外卖
送外卖|外卖
骑手|外卖
厨师|厨师
烧菜|厨师
烧饭|厨师,t:做饭钟点工
做饭|厨师,t:做饭钟点工
炒菜|厨师
想烧饭|厨师
大厨|厨师
面点|面点
做包子|面点
切菜|切配
洗碗|洗碗
洗碗工|洗碗
刷碗|洗碗
服务员|服务员,客房
端盘子|服务员
客房|客房
铺床|客房
酒店前台|t:酒店前台
前台|前台
保安|保安
看大门|保安
看门的|保安
门卫|t:门卫
值夜班看门|保安
带孩子|育婴
带娃|育婴
育婴|育婴
育婴师|育婴
月嫂|月嫂
伺候月子|月嫂
保姆|保姆
钟点工|t:钟点工,家政
护士|护士
妇产科|t:妇产科
护工|护工
照顾病人|护工,养老护理
照顾老人|养老护理,t:住家保姆,护工
养老院|养老护理
幼师|幼师
幼儿园老师|幼师
带小朋友|幼师,保育
保育员|保育
教师|教师,幼师
老师|教师,幼师
文员|文员,t:前台文员
打字|t:文员|录入
坐办公室|文员,会计,人事,前台
人事|人事
招聘专员|人事
HR|人事
销售|销售
业务员|销售,保险
跑业务|销售,保险
卖衣服|导购
导购|导购
营业员|导购,t:药店营业员
收银|收银
收银员|收银
收钱的|收银
客服|客服
主播|主播
直播|主播
程序员|程序员
写代码|程序员
瓦工|瓦工
瓦匠|瓦工
砌墙|瓦工
贴瓷砖|瓦工
木工|木工
木匠|木工
做小工|小工
小工|小工
搬砖|小工
油漆工|油漆
刷墙|油漆
刮大白|油漆
绑钢筋|钢筋
塔吊|塔吊
挖机|挖机
开挖机|挖机
理发|理发
剃头|理发
剪头发|理发
美发|理发
修脚|修脚
扦脚|修脚
擦背|搓背
搓澡|搓背
三把刀|厨师,理发,修脚
按摩|足疗
足疗|足疗,修脚
美容|美容
美甲|t:美甲
钳工|钳工
模具|模具
注塑|注塑
冲床|冲压
喷漆|喷漆
打磨|打磨
修机器|机修
机修|机修
修车|汽修
洗车|洗车
装空调|空调
修家电|家电维修
修电梯|电梯
做玩具|毛绒玩具,缝纫
毛绒玩具|毛绒玩具,缝纫
牙刷|牙刷
漆器|漆器,t:讲解员
玉雕|玉雕
绿化|绿化,t:绿化
修剪花木|绿化
养鸭|t:^养殖工
养螃蟹|养殖
种大棚|t:大棚
挖藕|种植
开拖拉机|农机
扫马路|环卫
环卫工|环卫
导游|导游
律师|律师
采购|采购
baojie|保洁,家政,t:道路保洁
kuaiji|会计
dianhangong|焊工,t:船舶电焊工
chache|叉车
baoan|保安
siji|司机,t:塔吊司机|挖掘机司机|叉车司机
chushi|厨师
hushi|护士
youshi|幼师
yuesao|月嫂
wagong|瓦工
xiujiao|修脚
cuobei|搓背
shouyin|收银
dianhan gong|焊工,t:船舶电焊工
dian gong|电工
fengrengong|缝纫
bj|保洁,家政,搬家,t:道路保洁
ccg|叉车,t:冲床工,厨师
dhg|焊工,t:船舶电焊工
kj|会计
cgy|仓管,采购
保结|保洁,家政,t:道路保洁
保杰|保洁,家政,t:道路保洁
电汉工|焊工,t:船舶电焊工
月扫|月嫂
会记|会计
快计|会计
出是|厨师
厨是|厨师
叉扯工|叉车
仓酷|仓管
护是|护士
瓦公|瓦工
缝人工|缝纫
dianhanggong|焊工,t:船舶电焊工
sushe guanli|宿管
宿舍管理|宿管
幼师 江都|幼师|district=321012
江都幼师|幼师|district=321012
江都 会计|会计|district=321012
叉车 包住|叉车|benefits=包住
江都包住叉车|叉车|district=321012,benefits=包住
包吃住的厨师|厨师|benefits=包吃+包住
高邮 保安|保安|district=321084
宝应缝纫工|缝纫|district=321023
仪征 电焊工|焊工,t:船舶电焊工|district=321081
邵伯 普工|普工|town=321012114
大桥镇 电焊|焊工|town=321012118
jiangdu kuaiji|会计|district=321012
jiangdukuaiji|会计|district=321012
有五险一金的文员|文员|benefits=五险一金
会计 双休|会计|benefits=双休
日结 小工|小工|benefits=日结
江都做饭包吃住|厨师|district=321012,benefits=包吃+包住
我想找个保安的工作|保安
招聘会计|会计
找工作 洗碗|洗碗
急招普工|普工
恒通机械|e:恒通机械
扬州恒通机械有限公司|e:恒通机械
江都区人民医院|e:江都区人民医院
永盛服饰|e:永盛服饰
晶阳光伏|e:晶阳光伏
hengtongjixie|e:恒通机械
恒通机械 会计|t:^会计$
医院 保洁|t:医院保洁
医院保洁|t:医院保洁
幼儿园 门卫|t:^门卫$
光伏|e:光伏
玩具厂|毛绒玩具,缝纫
护理院|e:护理院
YZ10001|t:急招保洁阿姨
財務會計|会计,出纳
電焊工|焊工,t:船舶电焊工
妇女|
`);

export type Query = { words: string; wanted: string[]; filters: Record<string, string> };

/** Reads a table of queries. */
export function table(text: string): Query[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [words, wanted = '', filters = ''] = splitLine(line);
      return {
        words: words!,
        wanted: wanted === '' ? [] : wanted.split(','),
        filters: Object.fromEntries(
          filters
            .split(',')
            .filter(Boolean)
            .map((one) => one.split('=') as [string, string]),
        ),
      };
    });
}

/** `|` stands between columns and inside patterns: the first column ends at the first, the filters hold a `=`. */
function splitLine(line: string): string[] {
  const first = line.indexOf('|');
  const words = line.slice(0, first);
  const rest = line.slice(first + 1);
  const filters = /\|([a-zA-Z]+=.*)$/.exec(rest);
  return [words, filters ? rest.slice(0, filters.index) : rest, filters?.[1] ?? ''];
}
