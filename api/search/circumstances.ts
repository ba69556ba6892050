/**
 * What people tell of their own lives is no trade: whoever has a grandchild to mind wants half a day's work and no child
 * care, and whoever cannot stand for long none for the sick. Each told thing with the wish that is in it, where nothing
 * else is said.
 */
const whom =
  '(?:[一两二三]个|大|小|自己的?)?(?:孙子|孙女|外孙女?|孙儿|孩子|小孩子?|娃娃?|宝宝|儿子|女儿|二宝|大宝|老人|老娘|老爹|老太太?|老父亲|老母亲|外公|外婆|爷爷|奶奶|公婆|婆婆|公公|父母|爸妈|爹妈|老妈|老爸|病人|老伴|家里|家)';
const minds = '(?:带|看|照看|照顾|照料|接送|送|接|管|顾|陪|伺候|服侍|喂)';
const one = '(?:孩子|小孩|娃|宝宝|儿子|女儿|孙子|孙女|外孙)';
const body =
  '(?:腿脚?|脚|腰椎?|颈椎|身体|身子|膝盖|手|胳膊|肩膀|眼睛|眼神|视力|耳朵|听力|心脏|血压|血糖|胃|肺)';

const table: readonly (readonly [told: string, wish?: string, beside?: string])[] = [
  // Whom somebody has to mind.
  [
    `(?:一个人|我一个人)?在家${minds}${whom}|一个人${minds}(?:着)?${whom}|${minds}${whom}(?:不方便|走不开|出不去|脱不开身|离不开)(?:出门|出去|人)?`,
  ],
  [
    `(?:还|每天|平时|白天|晚上|家里|家中|在家)*(?:要|得|需要|帮忙|帮着)(?:在家)?${minds}${whom}(?:上学|放学|上下学|读书|写作业|吃饭)*`,
  ],
  [`(?:每天|平时|在家)?(?:帮|给)?(?:儿子|女儿|媳妇|姑娘)${minds}${whom}`],
  [
    `(?:家里?|家中)?(?:有|还有)${whom}(?:还小|年纪大了?|身体不好|生病了?|(?:需)?要(?:人)?${minds}|没人${minds}|离不开人|上学|读书|要读书)+了?`,
  ],
  [
    `(?:家里?|家中)?${whom}(?:还小|小|年纪大了?|身体不好|生病了?|走不开|(?:需)?要(?:人)?${minds}|没人${minds}|离不开人|上学了?|上幼儿园了?|读书了?|大了)+`,
  ],
  [`${one}?(?:在)?(?:上|读)?(?:高中|初中|小学|高[一二三]|初[一二三]|大学)?(?:旁边)?陪读(?:妈妈|的)?`],
  [
    `刚?(?:才)?(?:生完|生过|生了|养了)(?:个)?(?:孩子|小孩|娃|宝宝|二胎|二宝|三胎|小的)(?:没多久|不久|(?:几|半|一|两|三|四|五|六)(?:个)?[月年])?|刚?(?:做|坐)完月子|(?:产假|月子)(?:刚)?(?:结束|休完|到期|坐完)了?|${one}(?:刚)?(?:断奶|满月|满周岁|周岁)了?`,
    '宝妈能做的',
  ],
  ['(?:我)?(?:怀孕|怀着孕|有身孕|大着?肚子)(?:了|[一二三四五六七]个月)?', '坐着做的'],
  ['(?:带娃|全职|二胎)?(?:宝妈|全职妈妈|家庭主妇)|(?:带娃|全职)妈妈', '宝妈能做的'],
  // How old somebody is that no advert would mind.
  [
    '(?:今年)?(?:1[6-9]|[234]\\d|[二三四]?十[一二三四五六七八九]?)(?:几|多)?(?:周)?岁(?:了|的|男|女|小伙子?)*',
  ],
  // For whom one asks.
  [
    '(?:帮|给|替)?我(?:家)?(?:妈妈?|爸爸?|老妈|老爸|爱人|老公|老婆|老伴|婆婆|公公|丈母娘|丈人|儿子|女儿|弟弟|妹妹|哥哥|姐姐|朋友|亲戚|同学|侄子|外甥|奶奶|爷爷|外公|外婆)(?:今年|也|他|她)?',
  ],
  // How well somebody is.
  ['(?:站|蹲|走|坐)不(?:了)?(?:太|多)?(?:久|动|住|长)', '坐着做的'],
  [
    `(?:视力|眼睛|眼神)(?:也)?(?:不(?:太|大|怎么)?(?:好|行|清楚)(?:使)?|花|看不清)了?|耳朵(?:背|聋|不(?:太|大)?好(?:使)?)了?|(?:有|戴)(?:高度)?(?:近视|老花)(?:眼|镜)?`,
    '不识字能做的活',
  ],
  [
    `(?:我|因为|由于)?${body}(?:也|都)?(?:不(?:太|大|怎么|是很)?(?:方便|好使?|行|利索|利落|灵便|灵活|舒服|能用力|能吃力)|有(?:点|些)?(?:毛病|问题|伤|病|残疾)|受过?伤|(?:偏)?高|(?:比较)?差|弱|开过刀|做过手术|疼|痛|间盘突出|突出)了?`,
    '坐着做的',
  ],
  ['有(?:点)?(?:高血压|糖尿病|腰椎间盘突出|腰突|心脏病|残疾证|慢性病|颈椎病|关节炎|风湿)', '坐着做的'],
  [
    '(?:吃不消|不能|不好|没法|没办法|干不了|做不了|搬不动|拎不动|扛不动|不想|不要)再?(?:干|做|搬|拿|扛|拎|提|用力)*(?:太)?(?:重(?:活|体力活?|的?东西|物|的|体力)?|体力活?|力气活|久站|站久|久坐|站着|弯腰|爬高|爬楼)(?:活)?了?的?',
    '坐着做的',
  ],
  ['不(?:能|想|可以|愿意?)?(?:熬夜|[上值]夜班|倒班|翻班|[两二三]班倒)的?', '长白班'],
  [
    '(?:身体|身子)(?:很|还|挺|蛮|也)?(?:好|健康|硬朗|结实|可以|棒)|(?:人)?(?:勤快|老实|本分|手脚麻利|手脚勤快)',
  ],
  // What somebody has learnt, and what not.
  [
    '不(?:大|太|怎么)?(?:识字|认(?:识)?字|认得字|会写字)|(?:我)?(?:没有?|没什么)(?:文化|读过书|上过学|念过书)|大字不识一?个?|文盲',
    '不识字能做的活',
  ],
  ['(?:小学|初中|高中|中专|职高|技校|大专|本科|大学)(?:刚|没)?毕业(?:了|没事做|在家)?'],
  ['不会(?:用|玩|弄)(?:智能)?(?:手机|电脑|微信)|不会(?:打字|电脑)|(?:没有|没)(?:智能)?手机', '不会用手机'],
  ['(?:只会|只能)?(?:说|讲)(?:方言|土话|本地话|扬州话)|不会(?:说|讲)?普通话|普通话(?:说得)?不好'],
  ['(?:有|手上有|身上有)(?:点)?(?:纹身|案底|前科)|坐过牢|刑满释放(?:人员)?|蹲过(?:大牢|监狱)', '普工'],
  // What money is short for.
  [
    '(?:最近|现在|在外面|外面)?(?:欠了?|借了|背了|差了?)(?:点|一点|些|不少|人家|别人|一屁股|外面|网上)*(?:钱|债|贷款?|外债|网贷|账)(?:要还)?|(?:急|等着?|急着|急需|缺|要)用?钱(?:用)?|手头(?:有点|比较|很)?紧|(?:身上)?没钱(?:了|吃饭|用|花)*|钱(?:不够|花完|用完)了?|要还(?:房贷|车贷|网贷|债|钱|贷款?)|房贷压力大',
    '日结',
  ],
  // Why there is no work any more.
  [
    '(?:原来|以前|之前)?的?(?:厂子?|厂里|工厂|公司|店|店里|单位)(?:倒闭?|关|黄|垮|搬|搬走|破产|裁员|停产)(?:门|走)?了?|老板跑(?:路)?了|(?:刚)?被(?:裁|辞退|裁员|辞|开除)了?|下岗(?:了|工人|职工)?|失业(?:了|在家)?|(?:家里?)?(?:拆迁|征地)了?|(?:家里)?(?:没有?|没了)(?:地|田)(?:可)?种?了?',
    '找工作',
  ],
  [
    '(?:刚|才)?(?:退伍|复员|转业|当兵回来)(?:回来|军人|老兵|兵|了|的)*|当过[一二两三几]?年?兵(?:的|了)?',
    '退伍军人',
  ],
  [
    '(?:刚|才|已经)?退休(?:了|在家|没事|闲着|没事做|人员|老人|工人|职工|老头|闲不住|无聊)*',
    '50岁以上',
    '退休',
  ],
  ['(?:一个人)?在家(?:里)?(?:闲着|没事|没事做|待着|呆着|无聊|闲得慌)(?:做|干)?|闲不住'],
  ['(?:刚|快|马上|学校)*放(?:了)?寒假(?:了|在家|期间|回来)*', '寒假工'],
  ['(?:刚|快|马上|学校)*放(?:了)?暑?假(?:了|在家|期间|回来)*', '暑假工'],
  ['(?:刚刚?|才)?(?:高考完|考完高考|中考完|高考结束)(?:了|在家)?', '暑假工', '暑假工'],
  ['(?:想)?(?:自己)?[挣赚攒]点?(?:上大学的?|自己的?|下学期的?)?学费', '暑假工'],
  // Where one's own people are.
  [
    '(?:老公|老婆|爱人|对象|丈夫|媳妇|儿子|女儿|男朋友|女朋友)(?:也)?(?:在|去)(?:工地上?|厂里?|外地|外面|公司|超市|医院|城里|单位|工厂)(?:里)?(?:上班|干活|打工|做事|工作|做工|干)?',
  ],
  ['有健康证|健康证(?:有|齐全|已经?办好?|办了|在手)', '健康证'],
];

// Whatever may stand before and behind it.
const lead =
  '(?:我|我们|本人|人|现在|最近|因为|由于|今年|目前|就是|刚好|又|还|也|但是?|而且|所以|平时|家里|自己)*';
const wished =
  '(?:我|所以|就|又|但|也|而且|现在)*(?:只[能想有要好]|就[想能]|想|找|要找|要个|不能|不想|没法|能不能|可以|白天|晚上|上午|下午|早上|中午|半天|离家|就近|附近|家门口|在家|在附近|有没有|有什么|哪里|求|日结|周末|学|\\d{2}(?:多)?岁|[四五六七]十|干不了|做不了|搬不动|能干|能做|会|看看|适合)';
// 不会用手机也能干.
const atAll = '(?:的|(?:也|都)(?:能|可以|行|会)(?:干|做|来|上班)?的?)?';
const joined = table.map(([told]) => told).join('|');
const any = new RegExp(joined, 'u');
const whole = table.map(([told, wish, beside]) => ({
  pattern: new RegExp(`^${lead}(?:${told})${atAll}$`, 'u'),
  begins: new RegExp(`^${lead}(?:${told})`, 'u'),
  wish,
  beside,
}));
const begun = new RegExp(`^${lead}(?:${joined}){1,3}(?:了|的|和|跟|以后|之后)?(?=${wished})`, 'u');
const several = new RegExp(`^${lead}(?:${joined}){2,3}的?$`, 'u');
// A longer part says more than that, and is not worth reading against all of it.
const longestPart = 36;
const separators = /[,，。;；!！?？ ]+/u;

// What is left of a former trade whose house is gone: 原来厂里做线长的厂子倒了.
const lost =
  /(?:原来|以前|之前|本来|从前|一直)(?:一直)?(?:在)?(?:\p{Script=Han}{0,4}(?:厂里?|店里?|公司里?|单位里?|工地上?))?(?:一直)?(?:做|干|当|是)(\p{Script=Han}{1,8}?)的?[,，、 ]*(?:现在|最近)?(?:原来的|那个?|这个)?(?:厂子?|工厂|公司|店|店里|单位|厂里)(?:倒闭?|关|黄|垮|搬|破产|停产)(?:门|走)?了?|(?:原来|以前|之前|一直)(?:做|干|开|当)(\p{Script=Han}{1,8}?)的[,，、 ]*(?:现在)?(?:不想|不)(?:做|干|开|当)了/u;

// Only so much is possible: 只能做半天.
const only =
  /(?:只能|只想|只好|就想|只可以|最多|顶多|就能)(?=(?:上|做|干|有|找|值)?(?:个|点|些)?(?:半天|上午|下午|中午|早上|晚上|夜里|白天|白班|夜班|长白班|坐|轻))/gu;
const free =
  /(?:只有|就|只)?(?:每天)?(上午|早上|中午|下午|傍晚|晚上|夜里|白天|周末|双休日|星期天|礼拜天)(?:[一二三四五六七八九十两\d]+点(?:半|钟|多)?(?:以后|之后|后|以前|之前|到[一二三四五六七八九十两\d]+点)?)?(?:才)?(?:有空|有时间|空着?|有点时间|没事|能上班|能来|可以上班)(?:的时候)?/gu;
const weekend = /周末|双休日|星期天|礼拜天/u;
const fit = /(?<=岁了?|多了?)[,， ]*(?:身体|身子)(?:很|还|挺|蛮|也)?(?:好|健康|硬朗|结实|可以|棒)/u;

// Asks for anything, and says no more than what was told.
const anything =
  /^(?:我|想|要|看看|请问|有没有|有什么|有啥|还|哪里|哪些|什么)*(?:(?:找|做|干)(?:点|个|份|些)?(?:事|活儿?|工作|什么|啥)(?:情)?(?:做做?|干干?|上)?|上班|工作|打工|(?:能|可以)(?:做|干|找)(?:点|些)?(?:的|什么|啥|吗)?(?:工作|活儿?|事|岗位)?(?:的|吗)?|找)(?:呢|吗|啊)?$/u;

/** The query without what is told of the person; what is wished for in it, where nothing else is said. */
export function withoutCircumstances(text: string): string {
  const plain = text
    .replace(lost, '$1$2')
    .replace(free, (_, time: string) =>
      time === '白天' ? ' ' : weekend.test(time) ? ` ${time} ` : ` ${time}班 `,
    )
    .replace(fit, '')
    .trim();
  if (!any.test(plain)) return plain.replace(only, '');
  const told: (typeof whole)[number][] = [];
  const rest = plain.split(separators).flatMap((part) => {
    if (part.length > longestPart) return [part];
    const entire = toldWhole(part);
    const left = entire ? '' : withoutBeginning(part, told);
    const one = entire ?? (left === '' ? undefined : toldIn(left));
    if (one) told.push(one);
    return one || left === '' ? [] : [left];
  });
  if (told.length === 0) return plain.replace(only, '');
  const wishes = rest.filter((part) => !anything.test(part));
  if (wishes.length > 0)
    return [...wishes, ...told.flatMap(({ beside }) => beside ?? [])].join(' ').replace(only, '');
  // Nothing is wished for besides: what was told says it, or is all there is.
  return told.findLast(({ wish }) => wish)?.wish ?? (rest.length > 0 ? rest.join(' ') : plain);
}

const toldWhole = (part: string) => whole.find(({ pattern }) => pattern.test(part));

const toldIn = (part: string) =>
  toldWhole(part) ?? (several.test(part) ? whole.find(({ begins }) => begins.test(part)) : undefined);

function withoutBeginning(part: string, told: (typeof whole)[number][]): string {
  const left = part.replace(begun, '');
  if (left === part) return part;
  const one = whole.find(({ begins }) => begins.test(part));
  if (one) told.push(one);
  return withoutBeginning(left, told);
}
