import { sounds } from './sounds.ts';

/**
 * Words of unlawful conditions, to read pinyin and half pinyin (zhi zhao nan, 押jin, 只zhao男). Each is spelled as its
 * characters are in `sounds.ts`, toneless, ü as v; where one is read otherwise the spelling stands behind = (pinyin-pro
 * 3.29.4). Homophones of these are everyday words, except the longer ones: see hear.ts.
 */
const list =
  '现金 #天 #个月 #年 #元 #块 #后 #米 #公斤 #名 #折 包过 扣押 年龄在 户籍 没有 不发 身体健全 ' +
  '工服 高 佳 好 无底薪 不含 不办 无五险 五险 无社保 苏北人 优先 工资 社保 勿扰 试用期 加班 押金 ' +
  '以下 周岁 以上 要求 年龄 培训 身份证 不要 户口 缴纳 女性 乙肝 男性 汉族 加班费 残疾 原件 录用 ' +
  '放弃 身高 本地 已婚 培训费 毕业证 少数民族 公司 保管 一个月 贷款 男生 扬州 自理 费用 不满 学费 ' +
  '分期 高薪 轻松 月入 接受 离职 仅限 女生 宗教信仰 信教 不得 健全 身体 体检 未婚 怀孕 生育 超过 ' +
  '保证金 服装费 收取 抵押 年底 自愿 未满 初中生 形象 拒绝 男工 谢绝 维吾尔族 除外 携带者 两对半 ' +
  '正常 本地人 计划 婚育 年轻人 统一 半个 免费 不计 无偿 义务 补贴 五官端正 女工 考虑 员工 承担 ' +
  '试用 性别 适合 民族 回族 基督徒 信佛 聋哑人 缺陷 残障 小三阳 乙肝病毒 五项 艾滋病 外地人 东北 ' +
  '具有 本市 江都 非农 孕妇 单身 小孩 以内 报名费 风险 住宿 上交 七天 分期付款 内部 三万 转正 ' +
  '试工 薪资 另付 支付 不计报酬 童工 欢迎 初中 在读 长相=zhang-xiang 体重 求职者 男士 ' +
  '招收 限制 免谈 人士 肢体 必须 阴性 提供 居民 孩子 自动 工作服 自费 扣除 个人 结算 不是 赚钱 ' +
  '半年 期间 报酬 未成年人 相貌 端庄 身材 姣好 女士优先 保安 收银 文员 最好 小伙子 女服务员 装卸 ' +
  '倾向 干不了 信教者 残疾人 四肢 梅毒 河南人 江苏籍 状况 左右 封顶 只要 宿舍 介绍费 建档费 证件 ' +
  '一次性 结清 部分 参加 百分百 名额 三天 六个月 前三天 七折 承诺书 折现 意外险 即可 学生 兼职 ' +
  '辍学 少年 气质佳 相貌端正 一米 甜美 前台 司机 帮厨 技师 搬运工 收银员 仓管员 面向 男同志 女士 ' +
  '帅哥 美女 小姐姐 男孩子 合适 为主 销售 大老爷们 汉子 女主播 业务员 营业员 藏族=zang-zu ' +
  '维族 回民 基督教徒 基督教 佛教徒 信仰 佛教 穆斯林 请勿 口吃者 手脚 乙肝患者 大三阳 表面抗原 检测 ' +
  '报告 传染病 携带 项目 肝功能 肝炎 外省 外来 务工人员 仪征 江苏 苏北 安徽 城镇 农村户口 高邮 ' +
  '当地人 市区 本省 河南 新疆 西藏=xi-zang 本村 村民 宝应 三年 结婚 哺乳期 妇女 妊娠 离异 ' +
  '拖累 上学 不准 婚姻状况 二胎 近期 打算 之间 上限 三十岁 年轻 活力 大龄 年纪 小于 超龄 服装 ' +
  '岗前 缴费 办证费 中介费 担保人 购买 才能 上岗 资料费 交纳 服务费 体检费 工装 预交 定金 两百 ' +
  '代管 扣留 证书 暂扣 人事 驾驶证 平时 生活费 两个 中途 清零 第一个 每半年 零首付 抵扣 录取 千元 ' +
  '五万 门槛 稳赚 国企 入编 渠道 年薪 百万 就业 面试 二维码 关注 公众 咨询 私信 发薪 底薪 正式 ' +
  '通过 包吃 合格 最长 可延长 自行 签订 声明 社会保险 代替 签合同 商业 节假日 不算 计较 超时 报名 ' +
  '年满 外形 靓丽 匀称=yun-chen 公斤 外貌 气质 良好 面容 低于 净身 漂亮 高挑 形象气质 俱佳 ' +
  '只招男 只招女 只招 仅招 限招 男的 女的 男员工 女员工 男服务员 年龄要求 岁以上 岁以下 岁以内 ' +
  '周岁以下 周岁以上 岁左右 不超过 优先考虑 优先录用 请勿投递 不招 不收 不录用 不予录用 无需 需交 ' +
  '须交 入职 入职前 上岗前 半个月 三个月 两个月 首月 扣工资 压工资 拖欠 克扣 身份证原件 由公司保管 ' +
  '公司保管 统一保管 培训贷 培训贷款 贷款培训 招转培 高薪保录 保录取 保录用 包录用 包就业 包分配 日赚 ' +
  '月入过万 不缴社保 不交社保 不买社保 社保自理 自愿放弃社保 放弃社保 不缴纳 五险一金 公积金 无加班费 ' +
  '没有加班费 无偿加班 义务加班 免费加班 不付加班费 未成年 颜值 形象好 无工资 不发工资 没有工资 无薪 ' +
  '试岗 户籍要求 本市户口 本地户口 外省人 外来人员 乙肝五项 乙肝携带者 病毒携带者 无乙肝 检查 残障人士 ' +
  '民族要求 宗教 无宗教信仰 已婚已育 未婚未育 婚育状况 无婚育 不得怀孕 不得结婚 孕检 性别要求 性别不限 ' +
  '男女不限 限男 限女 限男性 限女性 仅限男性 仅限女性 男士优先 男性优先 女性优先 加微信 微信 威信 ' +
  '扣扣 手机号 联系电话 十四 十五 十六 三十 三十五 四十 四十五 五十 二十五 二十八 五百 三百 一千 ' +
  '籍贯 端正 厘米 不考虑 不接受 担保 交钱 交费 收费 押薪 压薪 薪水 工钱 限 男 女 招 交 押 不 ' +
  '的 要 无 有 岁 勿 者 需 须 费 收 扣 查 缴 钱 薪 贷 付 发 卡 证 孕 婚 肝';

/** Readings of the characters that are not in `sounds.ts`. */
const others =
  '块kuai 后hou 米mi 在zai 扰rao 满man 松song 拒ju 绝jue 贴tie 缺que 具ju 都du 谈tan 居ju 算suan 材cai 姣jiao 文wen 最zui 额e 辍chuo 台tai 帮bang 测ce 拖tuo 累lei 准zhun 胎tai 购gou 才cai 暂zan 平ping 槛kan 稳wen 编bian 道dao 靓liang 容rong 净jing 漂piao 挑tiao 俱ju 查cha 水shui 卡ka';

const readings = new Map<string, string>(others.split(' ').map((one) => [one[0]!, one.slice(1)]));
for (const [syllable, characters] of Object.entries(sounds))
  for (const one of characters) if (!readings.has(one)) readings.set(one, syllable);

export const spelledWords: ReadonlyMap<string, readonly string[]> = new Map(
  list.split(' ').map((entry) => {
    const [written = '', spelling] = entry.split('=');
    return [
      written,
      spelling?.split('-') ?? Array.from(written, (one) => (one === '#' ? '#' : readings.get(one)!)),
    ];
  }),
);

/** Every syllable of Mandarin, to tell a run of pinyin from an English word. */
export const syllables: ReadonlySet<string> = new Set(
  'ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce ceng cha chai chan chang chao che chen cheng chi chong chou chu chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de deng di dian diao die ding diu dong dou du duan dui dun duo en er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nu nuan nuo nv nve ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo'.split(
    ' ',
  ),
);
