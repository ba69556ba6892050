import type { Together } from './together.ts';

/** Those who apply, as an office names them, behind the ground: 残疾 × 求职者, 信教 × 群众. */
const applicants =
  '(?:[群民]众|人群|群体|人士|人员|人选|同胞|求职者|应聘者|应聘人员|报考者|报考人员|报名者|候选人|申请人|者|的人|的|同志|朋友|人)';

/** Turned away in an office's words, each of them about hiring alone: 不在招录之列, 简历不予审阅, 不再安排面试. */
const turnedAway =
  '(?:不在[^,。;]{0,10}(?:范围|之列|之内|行列|对象|名单)|不属于?[^,。;]{0,8}(?:招录|招聘|录用)[^,。;]{0,4}(?:范围|对象)|' +
  '(?:不予|恕不|概不|不再|不会|不能|无法|难以|未能|不宜|不作|不做|暂不|均不|不)(?:给予|予以|进行|安排|列入|纳入|继续|同意)*(?:受理(?!业务|投诉|案件)|推荐(?:面试|上岗|录用|入职|给)|录用|录取|聘用|招录|招聘|招收|接收|接受(?!加班|夜班|调|出差|倒班|轮|培训|安排|采访)|考虑|审阅|查看|面试|入职|入围|签约|报名|回复)|' +
  '(?:审[查核]|资格|初筛|筛选)[^,。;]{0,4}(?:不予|不能|无法|不)通过|' +
  '(?:不(?:要|必|用)|请?勿|(?<![特级类性区分识判差辨])请?别)(?:再|前来)?(?:投递|应聘|报名|报考|投简历|递交简历|打电话|打听|问(?!题)|来(?!源|自)|投(?!入|诉|资))|' +
  '(?:不具备?|没有|丧失|取消)(?:应聘|录用|报名|面试|报考|入职)资格|' +
  // Sent elsewhere: 请转投别的单位, 建议另谋高就
  '(?:(?:转|改|另)投|(?:另|改)(?:寻|谋|找|觅|择|选|请)|(?:请|宜|建议)(?:您)?(?:到|去|往|向|考虑|选择|留意|关注|移步|试试|看看))(?:到|去|向|至)?' +
  '(?:别家|别处|他处|他家|他就|他职|高就|高明|高枝|出路|(?:别|其[他它]|另外)的?(?:同类|相关|合适的)?(?:单位|公司|厂|店|家|处|企业|岗位|职位|平台|门店|地方|工作|机会|雇主|老板|招聘))(?:应聘|求职|报名|吧)?|' +
  // No work is given out: 公司不作派单安排
  '(?<!夜间|夜里|深夜|凌晨|点后)不(?:作|做|予|给予|进行|参与|纳入)(?:任何)?(?:派单|派工|派活|排班|排单|分单|上岗|到岗|用工|轮候)(?:安排|考虑|处理|范围)?|' +
  '不(?:再|会|能|得|予)?进入?(?:下[1一]轮|面试|复试|候选|人选|考察)(?:环节|名单|程序)?|无缘(?:本|该|此|我)?[^,。;]{0,4}|' +
  '简历[^,。;]{0,4}(?:退回|搁置|不看|不收|作废|不理)|恕难(?:录用|安排|接收|考虑|从命)|只[能好](?:说)?(?:抱歉|遗憾|婉拒|谢绝))';

/** Said between a ground and its refusal: 得过肺结核的，即使已治愈，也不在录用范围. */
const concession = '(?:即使|即便|哪怕|就算|纵使|虽然|尽管|无论|不管|不论)';

/** What makes the same words a service, a rule against discrimination, or a matter of papers. */
const otherMatter =
  /歧视|不因|不得因|一样|同样|同等|均可|都行|也[可行收招]|欢迎|材料|手续|逾期|过期|破损|样[衣品稿]|客户|顾客|乘客|患者(?:家属|挂号)|业主|公寓|宿舍|疫苗/;

/** Who may stand a comma before the refusal: 参加教会活动的，我司不再录用. */
const hirers =
  '(?:(?:我|本|该|贵|敝)?(?:公司|司|单位|店|厂|校|院|园|岗位?|部门|中心)|学校|医院|企业|目前|现|暂时?|一律|原则上|均|也|都|请|概|将)*';

/** The only ones taken, in the same words; further ways are in `grammar.ts`. */
const onlyThen =
  '(?:仅|只|专门?|单)(?:限|限于|面向|针对|录用|录取|聘用?|招录|招聘|招收?|收|接收|接受|考虑|安排|使用|吸纳|用(?![于作来过]))+(?:招聘|录用)?';

/** Asked first: most adverts have none of it, and the lists of grounds are long. */
const anyRefusal = new RegExp(turnedAway);

/** The ground `who` × the refusals of an office, in a clause in whatever order, or with the hirer's comma between. */
export function turnsAway(who: string): Together[] {
  return [
    { parts: [anyRefusal, new RegExp(who)], unless: otherMatter, certain: true, everywhere: true },
    {
      parts: [
        anyRefusal,
        new RegExp(
          `(?:${who})${applicants}?[^,。;]{0,12},(?:${concession}[^,。;]{1,16},)?${hirers}${turnedAway}(?=$|[,。;!?)])`,
        ),
      ],
      unless: otherMatter,
      pauses: 2,
      certain: true,
      everywhere: true,
    },
  ];
}

/** 仅面向 × who, 目前只录用 × who. */
export function onlyWants(who: string): Together {
  return {
    parts: [new RegExp(`${onlyThen}[^,。;]{0,5}(?:${who})(?!的?[送种卖产养交捐缴])`)],
    unless:
      /歧视|不限|均可|客户|顾客|患者|学生(?!工)|乘客|学员|会员|培训|开放|服务对象|材料|样本|标本|捐赠|登记|档案|咨询/,
    everywhere: true,
  };
}
