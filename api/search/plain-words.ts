import { housesCalled } from './registered-names.ts';
import { helped } from './title-parts.ts';

// One licence has many names; whom one helps is not what one is: 有c1本, 给大师傅拎灰桶.
const licence =
  /(?:持有|有|持|考了|拿)?(?<![a-z0-9])([abc])([123])? ?(?:驾驶证|驾驶本|驾照|驾证|本|照|(?<=\d ?)证)(?:的)?/gu;

// Lorries are called by their length: 开4米2, 9米6高栏.
const lorry =
  /(?<![\d.])(?:\d|1[37])米\d?(?:的?(?:厢货|箱货|高栏|平板|冷藏|货车|大货|车))?(?:司机|驾驶员|师傅)?/gu;

// A house told by what it makes: 做灯的厂 is a 灯厂.
const making =
  /(?:做|生产|制造|造|加工)((?!工|事)\p{Script=Han}{1,4}?)的(?:工?厂[子家]?里?|厂家|公司|企业)/gu;

// Where one works in a house says no more than the house: 景区里上班.
const within =
  /(?<=^|[想在去到进找])([\p{Script=Han}]{2,5}?)(?:里面?|内)(?=上班|做事|做工|打工|干活|工作|找|的)/gu;

// Who does it is said of what is done: 带小孩的阿姨.
const who = /(?<=\p{Script=Han}{2}的)(?:阿姨|师傅|大姐|大妈|大叔|小妹|小哥)$/u;

// A trade somebody has learnt at school is what he looks for: 我学的是护理专业, 大专学计算机的能找什么.
const studied =
  /(?:我)?(?:在)?(?:大专|本科|中专|中职|技校|职高|大学|学校)?(?:里)?(?:学|读)(?:的是|的)?([\p{Script=Han}]{2,6}?)(?:专业)(?:毕业)?的?|(?<=^|[我专科校高学])学([\p{Script=Han}]{2,5}?)(?:毕业)?的(?=能|可以|找|想|有什么)/gu;

// Whether hands are wanted is asked of any job: 秋天收蟹要人吗.
const wanted = /(?:还)?(?:要|招|收|缺)(?:不(?:要|招|收|缺))?(?:人|工人|学徒)(?:吗|么|嘛|不|呢|啊|吧)+$/u;

// So is one after which he does not say that it is one: 旅游管理毕业的.
const graduated =
  /^((?!.*(?:初中|高中|中专|大专|本科|大学|技校|职高|小学|中学|专业|专科|研究生|学校|[刚没要才]))\p{Script=Han}{2,8}?)(?:系)?(?:刚)?毕业(?:的|生|了|想|找|个|工作)*$/u;

// Once done is done: 搞过卫生, 养过十来年鱼. How long is told of 做 and 干 alone.
const once =
  /(?<=[搞开带烧修卖教种养扫管看])过(?:(?:\d{1,2}|[一二两三四五六七八九十几半]{1,3})(?:多|来|几)?年多?的?)?(?=\p{Script=Han})(?!\d|[一二两三四五六七八九十几半])/gu;

// Near a place is at it: 枣林湾那块.
const thereabouts = /(?<=\p{Script=Han}{2})[那这](?:块|一块|边|一带|一片|片|里|附近)(?=[有招找缺要 ]|$)/gu;

// Shifts are no part of the name they stand behind: 造纸厂三班倒.
const shifts = /(?:[两二三]班(?:倒|制)|四班[两三](?:运转|倒))/gu;

/** A query as it would be said in fewer words, and in those of the thesaurus: 汏碗 is 洗碗 by the lake. */
export const plainly = (text: string): string =>
  text
    .replaceAll('汏', '洗')
    .replaceAll('揩', '擦')
    .replace(licence, (_, kind: string, at?: string) => ` ${kind}${at ?? ''}驾照 `)
    .replace(lorry, ' 货车司机 ')
    .replace(making, '$1厂')
    .replace(within, (whole: string, house: string) => (housesCalled(house) ? `${house} ` : whole))
    .replace(who, '')
    .replace(wanted, '')
    .replace(studied, (_, one: string | undefined, other: string | undefined) => ` ${one ?? other!} `)
    .replace(graduated, '$1专业')
    .replace(once, '')
    .replace(thereabouts, ' ')
    .replace(shifts, ' $& ')
    .replace(/在?厂里(?=找[个份点])|(?:[几两三]|一两|十[几来])天的(?=日结|活|短工|工作|临时)/gu, '')
    .replace(helped, '');

/** Said between two jobs of which either is welcome: 看门或者扫地, 能烧饭也能做小工, 焊工或者钳工都行. */
export const eitherOf =
  /或者?|要么|要不|还是|、|\/|也(?:能|会|可以?|行|做|愿意)|又(?:能|会|可以)|都(?:能|会|可以?|行|做|愿意|好)/u;

const past =
  /(?:以前|原来|之前|从前|过去|原先|本来)(?:一直|就)?(?:在|是|做|干|当)?[^,，。;；、 ]{1,10}?(?:[,，。;；、 ]+|(?=现在|如今))(?=.*(?:现在|如今|想|找|看看|有没有|求))/u;

// Whoever has retired from a trade asks for no advert that says so: 退休教师想带小朋友画画.
const retired = /退休的?(?=(?:教师|老师|会计|医生|护士|干部|工人|职工|厨师|电工|司机)[,，、 ]*想)/u;

// For how long somebody did something bars him from no trade: a filter would ask adverts for just that.
const forYears =
  /(?:一直|已经|我)?[干做](?:了|过)(?:快|有|将近)?(?:\d{1,2}|[一二两三四五六七八九十几]{1,3})(?:多|来)?年(?:多|以上)?的?(?=\p{Script=Han}{2})/u;

/**
 * What is told of times gone is not wished for: 以前种田，现在想找个看门的活. Whoever tells how long he has done
 * something and names nothing else goes on with it: 我今年52岁，干了二十年电焊，想换个厂.
 */
export const withoutPast = (text: string): string =>
  text.replace(past, '').replace(retired, '').replace(forYears, '');

const sentences = /[,，。;；!！?？ ]+/u;
const wishes = /想|要找|找[个份点]|求[个份]|有没有|招不招/u;
/** What one can do or has done, and what one asks for besides, belongs to the wish. */
const adds = /[会懂证照]|喜欢|热爱|擅长|[做干当开学]过|[做干][了过]|专业|经验|也[行能会可]/u;

/**
 * A story's wish without what comes before it: 在家带孩子好几年了，想到超市上班.
 * @param names whether a sentence says what is wished for
 * @param isTerm whether a sentence holds a place or another term of it
 */
export function withoutStory(
  text: string,
  names: (sentence: string) => boolean,
  isTerm: (sentence: string) => boolean,
): string {
  const told = text.split(sentences);
  const at = told.findIndex((one) => wishes.test(one));
  if (at < 1 || !names(told[at]!)) return text;
  const before = told.slice(0, at).filter((one) => adds.test(one) || isTerm(one));
  return [...before, ...told.slice(at)].join(' ');
}
