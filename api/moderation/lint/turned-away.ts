import type { Together } from './together.ts';

/** Those who apply, as an office names them, behind the ground: 残疾 × 求职者, 信教 × 群众. */
const applicants =
  '(?:[群民]众|人群|群体|人士|人员|人选|同胞|求职者|应聘者|应聘人员|报考者|报考人员|报名者|候选人|申请人|者|的人|的|同志|朋友|人)';

/** Turned away in an office's words, each of them about hiring alone: 不在招录之列, 简历不予审阅, 不再安排面试. */
const turnedAway =
  '(?:不在[^,。;]{0,10}(?:范围|之列|之内|行列|对象|名单)|不属于?[^,。;]{0,8}(?:招录|招聘|录用)[^,。;]{0,4}(?:范围|对象)|' +
  '(?:不予|恕不|概不|不再|不会|无法|难以|未能|不宜|不作|不做|暂不|均不|不)(?:给予|予以|进行|安排|列入|纳入|继续)*(?:录用|录取|聘用|招录|招聘|招收|接收|接受(?!加班|夜班|调|出差|倒班|轮|培训|安排|采访)|考虑|审阅|查看|面试|入职|入围|签约|报名|回复)|' +
  '(?:审[查核]|资格|初筛|筛选)[^,。;]{0,4}(?:不予|不能|无法|不)通过|' +
  '(?:不(?:要|必|用)|请?勿|(?<![特级类性区分识判差辨])请?别)(?:再|前来)?(?:投递|应聘|报名|报考|投简历|递交简历|打电话|打听|问(?!题)|来(?!源|自)|投(?!入|诉|资))|' +
  '(?:不具备?|没有|丧失|取消)(?:应聘|录用|报名|面试|报考|入职)资格)';

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
    { parts: [anyRefusal, new RegExp(who)], unless: otherMatter, everywhere: true },
    {
      parts: [
        anyRefusal,
        new RegExp(`(?:${who})${applicants}?[^,。;]{0,12},${hirers}${turnedAway}(?=$|[,。;!?)])`),
      ],
      unless: otherMatter,
      pauses: 1,
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
