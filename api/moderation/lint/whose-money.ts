import type { Hit, Verdict } from './family.ts';
import { blankOut, clauseAround, isDenied, isWorkObject, sentenceAround } from './family.ts';

export const money = '(?:\\d{2,6}(?:\\.\\d+)?(?:元|块|rmb|¥)?|\\d+(?:百|千|万)(?:元|块)?|¥ ?\\d+)';

const joining =
  /入职|上岗|报到|面试|应聘|录用|员工|新人|本人|自理|自费|个人承担|工资|培训|岗前|离职|试用|自付|辞职|工作服|服装|工装|工服|宿舍|住宿|工牌|饭卡|名额|报名|签合同|签约|先交|需交|须交|要交|预交|应聘者|求职者|做满|派单|排班/;

/** 收取客人押金, 投标保证金: money that customers and bidders pay, part of the work. */
const business =
  /(?:客户|客人|顾客|旅客|住客|宾客|租客|租户|商户|住户|游客|会员|房客|业主|供应商|投标|履约|招标|工程|质量|农民工工资|合同履约|租赁|租房|租车|房屋|车辆|设备|项目|质|家长|学生|学员|患者|病人|经销商|加盟商|代理商|入住|退房|前台|收银|开票|报销|账|凭证|台账|催缴|催收|代收|物业|停车|水电|燃气|购房|订房|银行|开户|期货|保函|快递|货款|供货|票据|考生|准考证|会员|核对|退还押金|登记)/;

const ofApplicants =
  /你(?:的)?(?:卡|微信|支付宝|账)|入职|上岗|员工|新人|报到|应聘|求职|面试|工装|工服|工作服|服装费|宿舍押|住宿押|本人|先交|须交|需交|要交|离职|从工资|做满|自理|个人承担|个人支付|自费/;

/** Those who may pay in a text of conditions. */
const customers = /客户|客人|顾客|旅客|住客|租客|租户|商户|投标|履约|学员|家长|供应商|业主|会员|患者/;

/** 向劳务公司付: it is the worker who pays. */
const receiver = /(?:向|给)[^,。;]{0,5}(?:公司|单位|老板|中介|[店厂]里?)(?=[^,。;]{0,2}(?:支?付|[交缴出]))/g;

/** Last word on money that is asked for: who pays it, and whose it is. */
export function judgeFee(hit: Hit): Verdict | null {
  // 夜班费 20 元 among the benefits is paid to the worker.
  if (hit.field === 'benefits' && /^费|^(?:推荐|介绍|伯乐|内推)费?/.test(hit.words)) return null;
  const isKept = /不(?:予|再|作)?退/.test(hit.words);
  if (isDenied(hit) && !isKept && !/^(?:不交|没交|未交|无|没有|不缴|未缴)[^,。;]{1,8}不/.test(hit.words))
    return null;
  // 路费自理但我们不抽中介费
  if (/不(?:会|再)?(?:抽|收|扣|要|用交|用付)[^,。;]{0,4}(?:费|金|钱)$/.test(hit.words)) return null;
  if (/社保|保险|公积金|五险/.test(hit.words)) return null;
  if (/介绍人|推荐人|介绍一|推荐一/.test(clauseAround(hit)) && /介绍|推荐/.test(hit.words)) return null;
  const { text, index, words } = hit;
  const clause = hit.field === 'duties' ? sentenceAround(hit) : clauseAround(hit);
  const around = blankOut(text, receiver).slice(Math.max(0, index - 4), index + words.length + 8);
  if (
    /公司承担|单位承担|(?:家里|家属|雇主|东家|老板|厂里|店里|我们|单位)(?:来|全)?(?:承担|出(?!去|来|门|现)|付)|公司报销|报销|公司支付|企业承担|公司付|我司承担|公司出|补贴|津贴|单位支付|全额返还培训补贴/.test(
      around + blankOut(clause, receiver).slice(-14),
    ) &&
    !/交|缴/.test(words)
  )
    return null;
  const ofBusiness = (hit.field === 'duties' ? business : customers).test(clause);
  if (hit.field === 'duties' || hit.field === 'title' || hit.field === 'occupation') {
    // Among the duties money is the work's, unless the sentence speaks of those who apply.
    if (isWorkObject(hit)) return null;
    if (hit.field === 'title' && /自付|自费|自理/.test(words)) return {};
    if (!ofApplicants.test(clause) && (ofBusiness || !new RegExp(money).test(clause))) return null;
    return {};
  }
  if (ofBusiness && !joining.test(clause)) return null;
  return {};
}
