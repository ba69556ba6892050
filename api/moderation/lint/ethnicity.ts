import type { Context, Family, Hit, Verdict } from './family.ts';
import { preference as only, refusal, rejection as reject } from './grammar.ts';
import { isDenied } from './family.ts';

const peoples =
  '(?:汉族|少民|汉民|汉人|回族|回民|藏族|维吾尔族?|维族|哈萨克族?|蒙古族|蒙族|满族|苗族|彝族|壮族|土家族|侗族|瑶族|朝鲜族|白族|傣族|黎族|少数民族|少数族裔|黑人|白人|外族|穆斯林)';
const person = '(?:者|人员|人士|同胞|员工|工人|人|求职者|应聘者|的|学生|青年|籍)?';

/** 回族食堂, 清真厨师: staff who keep the faith's rules may be what the post is about. */
const halal = /清真|回民|民族餐|穆斯林餐|伊斯兰/;

function judgePeople(hit: Hit, { whole }: Context): Verdict | null {
  if (/除了?$/.test(hit.text.slice(Math.max(0, hit.index - 2), hit.index))) return {};
  if (/歧视|平等|不限|均可|不分/.test(hit.text.slice(hit.index, hit.index + hit.words.length + 4)))
    return null;
  // Care for minorities is what article 28 asks for.
  if (/(?:少数民族)[^汉]{0,6}(?:优先|优惠|照顾)|优先[^汉]{0,6}少数民族/.test(hit.words)) return null;
  if (halal.test(whole) && !/汉/.test(hit.words) && !new RegExp(`${refusal}|${reject}`).test(hit.words)) {
    return { severity: 'warning', advice: '清真岗位限民族要写明理由，审核员会看。可以写“尊重清真饮食习惯”' };
  }
  return {};
}

export const ethnicity: Family = {
  residue: new RegExp(`${peoples}(?!冷面|烤|拉面|小吃|舞|歌|服|菜|餐|食|工艺|乐|语|特色|风|文化|医|银|刺绣)${person}`, 'g'),
  residueFields: ['title', 'requirements', 'education', 'experience', 'employmentType'],
  rule: 'ethnicity',
  aboutPeople: true,
  severity: 'error',
  article: '《就业促进法》第二十八条',
  advice: '不能限民族。把这几个字去掉，可以写岗位要用的本领，比如“会说普通话”',
  trigger: /少民|有色人种|汉人|族|汉民|回民|维吾尔|黑人|白人|穆斯林|哈萨克/,
  innocent:
    /民族(?:不限|团结|工艺|舞|乐|音乐|服饰|服装|品牌|风情|特色|餐|食品|学校|学院|大学|中学|文化|事务|宗教事务|风味|医|用品|工业|产业|唱法|乐器|器乐|政策|地区|手工|传统|平等)|(?:不限|不分|不论|无论|不问|不设)(?:[^,。;]{0,8})民族|中华民族|尊重[^,。;]{0,8}民族[^,。;]{0,6}|汉族、少数民族[^,。;]{0,3}(?:都|均|皆)|少数民族(?:优先|照顾|同胞优先|求职者优先)|(?:照顾|优先)[^,。;]{0,4}少数民族|(?:回族|回民|藏族|蒙古族|苗族|傣族|维吾尔族?|少数民族|朝鲜族|彝族)(?:食堂|餐|风味|菜|服饰|服装|工艺|银饰|刺绣|歌舞|舞蹈|舞|乐器|文化|风情|手工|蜡染|特色|语言|语|文字|客户|顾客|学生|幼儿|员工食堂|员工有|加分|聚居|地区|村|乡|自治|同胞之家|食品|传统|医药|题材)/g,
  judge: judgePeople,
  offences: [
    new RegExp(`${only}[ (:]?(?:招|聘)?${peoples}${person}`, 'g'),
    new RegExp(`${peoples}${person}[ (]?(?:优先|为佳|为主|即可报名|最佳|佳)`, 'g'),
    new RegExp(
      `${peoples}(?:、?${peoples})*(?:等)?${person}[ ,]?(?:请|者|一律|暂时?|目前|均)*${refusal}`,
      'g',
    ),
    new RegExp(`${reject}[ (]?(?:录用|招收|招|用|聘用)?${peoples}${person}`, 'g'),
    /(?:部分|特殊|个别|某些)(?:少数)?民族[^,。;]{0,4}(?:不|勿|谢绝|除外)|(?:有|存在)民族限制|有色人种|(?:彝|维|藏|回|蒙|苗|壮|满)(?:族|民|人)?(?:的)?(?:勿|不要|不招|不收|除外)/g,
    /民族(?:要求|限制|限|条件|成分|1?栏|一栏)*[ :(]*(?:须|需|必须|应)?(?:限|仅限|为|是|须为|要求)?[ :(]*(?:汉|回|藏|维|满|蒙)族?/g,
    /(?<=^|[,;。、(:\n ]|\d[.、])汉族(?=$|[,;。、)\n ])/g,
  ],
};

function judgeBelief(hit: Hit): Verdict | null {
  if (
    /歧视|平等|不限|均可|不分|尊重|自由/.test(
      hit.text.slice(Math.max(0, hit.index - 6), hit.index + hit.words.length + 5),
    )
  )
    return null;
  if (/^(?:信|基督|佛|天主|道)/.test(hit.words) && isDenied(hit) && !/优先|勿|不招|不要/.test(hit.words))
    return {};
  return {};
}

const believer =
  '(?:信(?:仰|奉)(?:任何)?(?:宗教|基督|耶稣|主|佛|佛教|基督教|伊斯兰教)(?:者|的|人员)?|信教(?:者|人员|人士|群众|的|人)?|有?(?:宗教)?信仰(?:者|人员|的)?|信佛(?:的|者|人士|人)?|信(?:基督|佛教|主|耶稣|伊斯兰|天主|道)教?(?:的|者|人士|人)?|基督(?:教)?徒|教徒|(?:佛教|道教|基督教|天主教|伊斯兰教)信徒|信徒|佛教徒|天主教徒|穆斯林|伊斯兰教徒?|佛教|基督教|天主教|道教)(?:者|徒)?(?:的|人员|人士)?';

export const religion: Family = {
  residue: /无神论(?:者)?|居士|宗教(?:背景|人士|组织|团体成员)|宗教信仰|信仰宗教|信奉|信教|信佛|基督徒|教徒|佛教徒/g,
  rule: 'religion',
  aboutPeople: true,
  severity: 'error',
  article: '《人力资源市场暂行条例》第二十四条',
  advice: '不能限宗教信仰。把这几个字去掉',
  trigger: /无神论|唯物|居士|主内|佛|吃斋|信徒|教|信仰|信佛|信主|基督|耶稣|穆斯林/,
  innocent:
    /宗教(?:用品|场所|事务|局|文化|政策|活动场所|建筑|界|团体|学)|佛教(?:用品|文化|协会|音乐|工艺)|(?:不限|不分|不论|无论|不问|尊重)[^,。;]{0,8}(?:宗教)?信仰|信仰(?:不限|自由)|政治信仰|信仰坚定|理想信念/g,
  judge: judgeBelief,
  offences: [
    /(?:无|没有|不得有|不能有|不可有|不许有|未有)(?:任何)?(?:宗教信仰|信仰宗教|信教|信仰)/g,
    /(?:不信(?:仰)?(?:任何)?(?:宗?教|佛|基督|主)|非信教|非教徒)(?:者|人员|人士|的)?(?:优先)?/g,
    new RegExp(`${believer}[ ,]?(?:请|一律|暂时?|目前|均)*(?:${refusal}|优先|为佳|佳)`, 'g'),
    new RegExp(`(?:${only}|${reject}|招|聘)[ (:]?(?:招|聘|录用)?${believer}`, 'g'),
    /(?:宗教)?信仰(?:情况|要求|状况)?[ :]+(?:无(?!要求|限)|没有|佛|基督)|(?:限|须|需|要求?|应|必须|最好)(?:为|是)?无神论|无神论者?(?:优先|佳)?|唯物主义者/g,
    /(?:主内|教内|教会)(?:弟兄|姊妹|姐妹|肢体|同工|弟兄姊妹|成员)*(?:优先|为佳|来)|(?:学佛|信佛|礼佛|念佛|皈依|佛缘|佛系信众|居士|同修|吃斋)[^,。;]{0,6}(?:优先|为佳|佳|限|勿|不)|(?:限|仅|只|要)(?:招|收)?(?:皈依)?居士/g,
    /宗教(?:人士|背景|组织|团体|信徒|活动)[^,。;]{0,6}(?:勿|不|除外|谢绝|免)|(?:不|未|没有|无)(?:得|可|能|许|准|曾)?(?:参加|参与|加入|信奉|从事)(?:过)?(?:任何)?(?:宗教|教会)(?:组织|活动|团体)?/g,
    /宗教(?:信仰)?(?:要求)?[ :]*(?:无(?!要求|限)|佛教|基督教|没有)/g,
  ],
};
