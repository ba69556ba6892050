import { normalise, pieces } from './normalise.ts';

// After these the title speaks of the house, not of the job: 电工电子厂保洁, 会计师事务所保洁, 护士站保洁.
export const houses =
  /^.*(?:厂|所|公司|集团|店|医院|学院|学校|小学|中学|大学|园|中心|部|站|局|院|校|馆|酒店|宾馆|超市|商场|家|行业|线|区|办)/u;
// Say how high or how new somebody is in the job that stands before them.
export const degrees =
  /(?:助理|主管|经理|领班|组长|班长|学徒|学徒工|实习生|徒工|副手|主机手|副机手|机手|主操|副操|值守|值守员|储备|专员|师傅|人员|大姐|阿姨|员工|兼职|若干|数名|负责人|老师傅|工作人员|岗|岗位|熟练工|新手|生手)+$/u;
export const endsHouse =
  /(?:厂|所|公司|集团|店|医院|学院|学校|小学|中学|大学|园|中心|部|站|局|院|校|馆|酒店|宾馆|超市|商场|区|办|队|镇|市|县)$/u;
const advertising =
  /^(?:急招|急聘|诚聘|高薪|招聘(?!专员|主管|经理|员|顾问|助理)|直招|(?:本|我)(?:店|厂|司|院|所|园|校|公司|单位)(?:现|急|诚)?招聘?|(?:厂里|店里|工地)(?:现|急)?招|现招|招(?!生(?!产|活|鲜|物|管)|商(?!务|场|超|品)|聘|投|工(?:专|员|主|经))|聘|缺(?!陷|货)|急需|长期招|大量招|优秀|资深|初级|中级|高级|男女|长白班|白班|夜班|两班倒)+/u;

// What an advert adds behind the job: how one works, what one must bring, how many are wanted.
const terms =
  /^(?:会(?!计|务|展|员|所|议|籍)|有|要(?!求|住家)|可(?!视|乐)|懂|需|须|能(?!源)|给(?!排|水|料|药)|提成|底薪|零基础|熟手|熟练|夫妻|年纪|年龄|年轻|学徒也|不限|男女|长短期|长白班|坐班|坐着|站着|轻松|手脚|女生|男生|现结|在家做|一对一|带徒弟|上[一二三四五六\d]+休|做[五六七]休|月薪|工资|日结|按斤|\d)|(?:优先|也可|也行|也收|可以|都行|就行|就来|的来|不限|都要|[一二两三四五六七八九十\d]名)$/u;
const calls = /^(?:急|缺人|诚招|特招|诚聘|招聘|(?:公司|厂里|店里|本店|本厂)?(?:急招|急聘|招人))$/u;
// 住家阿姨烧饭带接送孩子 cooks before all; whom one helps is not what one is: 给瓦工拎灰.
const also = /(?<=[\p{Script=Han}]{2})带(?=打扫|接送|卫生|保洁|做饭|烧饭|买菜|搬)/u;
export const helped = /(?:给|帮|跟)(?:大师傅|师傅|大工|瓦工|瓦匠|木工|电工|焊工|厨师)(?=.)/u;
// Whoever brings something in a lorry drives it: 厢货送家具. A 4.2米送货司机 says so himself.
const brought =
  /((?:厢货|箱货|厢式货车|面包车|货车|轻卡|小卡|依维柯|[\d一二三四五六七九]米[\d一二三四五六七八九]?))送(?!.*(?:司机|驾驶员|师傅|[员工])$)(?:.{1,5})$/u;
// Said behind a job without a space: 锯床女工长白班, 搓背师傅包吃住.
const behind =
  /(?<=\p{Script=Han}{2})(?:(?:包|管)吃(?:(?:包|管)?住)?|包住|(?:长|常)白班|[两三]班倒|上[五六]休[一二]|做[五六]休[一二]|(?:若干|[一二两三四五六七八九十]+)名|(?:日结|日薪|月薪|月结|底薪|保底|时薪|工资)?\d[\d.~至到元块千万k+以上起一每天月小时年岁周内左右名人个-]*|日结|月结|有经验者?(?:优先|最好)?|急招|急聘)$/u;
// Whom a house calls for without saying what for: 焊铁门招徒弟, 衣服加工点招女工.
const called =
  /(?<=\p{Script=Han}{2})(?:急|诚|现|还|长期|常年)?招(?:聘|收)?(?:女工|男工|男女工|工人|工|人|学徒工?|徒弟|帮手|伙计|阿姨|大姐|师傅|妇女|小伙|小妹|小姐姐|员工)(?:[一二两三四五六七八九十几数\d]*[名人个位]|若干名?)?$/u;
// Who need not come names no job: 传菜员 暑假寒假工勿扰.
const unwanted =
  /(?:暑假|寒假|学生|中介|短期|临时|兼职|新手|生手|无经验)\p{Script=Han}{0,6}?(?:勿扰|勿投|勿来|免谈|绕道|不要|不收)/gu;
const isWords = (text: string) => /^\p{Script=Han}{2,}$/u.test(text);

/** Words set apart by a space: each may name a job, but a house and half a name belong to what follows. */
function spaced(part: string): string[] {
  const parts: string[] = [];
  for (const word of part.split(' ').filter(Boolean)) {
    const before = parts.at(-1);
    const isApart = before !== undefined && isWords(before) && isWords(word) && !endsHouse.test(before);
    if (before === undefined || isApart || (terms.test(word) && isWords(before))) parts.push(word);
    else parts[parts.length - 1] = before + word;
  }
  return parts;
}

/** Parts of a title that each can name a job; brackets with what is in them, and terms, set apart. */
export function titleParts(title: string): { main: string[]; aside: string[]; bracketed: string[] } {
  const said: string[] = [];
  const text = normalise(title)
    .replace(/(?:无|不上|没有?)夜班/gu, '长白班')
    .replace(unwanted, ' ');
  const bracketed = [...text.matchAll(/[([{<【《「〔]([^)\]}>】》」〕]*)[)\]}>】》」〕]?/gu)].map(
    (match) => match[1] ?? '',
  );
  const main = text
    .replace(/[([{<【《「〔][^)\]}>】》」〕]*[)\]}>】》」〕]?/gu, ' | ')
    .split(/[|/\\、,，;；:：·•+&\-—–_~!?。★☆*]|兼(?!职)|\s和\s|以及/u)
    .flatMap((part) =>
      spaced(part).flatMap((word) => word.replace(helped, '').replace(brought, '$1送货').split(also)),
    )
    .filter((part, at) => !calls.test(part) && (at === 0 || !terms.test(part) || (said.push(part), false)))
    .map((part) => part.replace(advertising, (words) => (said.push(words), '')))
    .map((part) =>
      [behind, called].reduce((rest, end) => rest.replace(end, (words) => (said.push(words), '')), part),
    )
    .filter((part) => part !== '');
  return { main, aside: [...bracketed, ...said].flatMap((part) => pieces(part)), bracketed };
}
