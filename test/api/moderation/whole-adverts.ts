import type { Advert } from '../../../api/moderation/advert.ts';
import { type LabelledText, placed, soundAdvert } from './labelled-adverts.ts';

/** Trades take turns, so that no rule leans on one of them. */
const trades: readonly Partial<Advert>[] = [
  {
    ...{ title: '包装工', occupation: '普工', employerName: '扬州某电器厂', industry: '制造业' },
    ...{ duties: '按班组安排干活，下班前打扫工位', requirements: '踏实肯干' },
    ...{ address: '广陵区李典镇工业园 8 号', divisionCode: '321002104' },
  },
  {
    ...{ title: '店员', occupation: '服务', employerName: '高邮某商贸公司', industry: '批发和零售业' },
    ...{ duties: '理货、收银、打扫卫生', requirements: '有责任心' },
    ...{ address: '高邮市高邮街道通湖路 20 号', divisionCode: '321084001' },
  },
  {
    ...{ title: '维修工', occupation: '其他', employerName: '仪征某服务部' },
    ...{ industry: '居民服务、修理和其他服务业', duties: '上门维修，做好记录', requirements: '熟悉常用工具' },
    ...{ address: '仪征市真州镇大庆路 3 号', divisionCode: '321081100' },
  },
];

const before =
  '1、按工艺单领料、装配、自检，做好交接班记录；2、班前检查设备和安全防护，发现异常及时报修。公司在工业园内，交通方便，车间有空调，';
const after =
  '。服从现场管理，爱护公物，有团队精神，能坚持长期做的欢迎来电咨询；工作时间8:00-17:00，中午休息一小时，月休四天，按月考核。';

/** The text in a short advert and in a long one: other sentences around it change nothing. */
export function wholeAdverts(text: LabelledText, place: number): Advert[] {
  const { field, words } = placed(text);
  const usual: Advert = { ...soundAdvert, benefits: ['五险一金', '班车'], ...trades[place % trades.length] };
  if (field === 'title') return [{ ...usual, title: words }];
  if (field === 'benefits') {
    const benefits = words.split('、');
    return [
      { ...usual, benefits },
      { ...usual, benefits: ['五险一金', ...benefits, '节日福利'] },
    ];
  }
  return [
    { ...usual, [field]: words },
    { ...usual, duties: before + after, [field]: before + words + after },
  ];
}
