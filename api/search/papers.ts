import { deedIn } from './deeds.ts';
import type { Thesaurus } from './thesaurus.ts';

// How somebody came by a paper, and what he asks of it: 刚考了叉车证, 健康证刚办好, 消防证能干什么.
const got =
  /(?:我|本人)?(?:(?:刚刚?|才|新)(?:考|办|拿|领|取)|(?:考|办|拿|领|取|持)(?=了|到|出|好|下|过|有|个|张))(?:了|到|出来|好|下来|过|有|个|一?张|一?本)*(?=[\p{Script=Han}a-z0-9]{1,8}(?:证|驾照|驾驶证))/gu;
const since =
  /(?<=证书?|驾照|[职资]格)(?:(?:刚刚?|已经?|才|也|都|前几天)*(?:办|考|拿|领|下|取|到)(?:好|出来|下来|到手|到|来|完|手)+了?|(?:刚刚?|才)(?:办|考|拿|领)的?了?|都?有了|在手|齐全|(?:一直)?(?:放着|闲着)(?:没用|不用)?|(?:能|可以)(?:干|做|找)(?:点|些)?(?:什么|啥|嘛|哪些)(?:工作|活儿?|事)?|(?:怎么|好)找工作|有用吗)/gu;

// A paper nobody has listed is called after the job it is for: 房产经纪人证, 游泳救生证.
const paper =
  /(?<![\p{Script=Han}a-z0-9])((?:有|持有?)?)([\p{Script=Han}]{2,7}?)(?:上岗|从业|执业|职业|技能)?(?:资格|等级|作业)?(?:证书?|资格)(?![\p{Script=Han}])/gu;
const named = ['', '员', '师', '工', '手', '司机'];

/** A query with its paper as it is called, however it was come by, or else the job that it is for. */
export function asPaper(text: string, thesaurus: Thesaurus): string {
  const { vocabulary } = thesaurus;
  if (!/证|驾照|资格|职称/u.test(text)) return text;
  const plain = text.replace(got, '').replace(since, ' ').trim();
  return plain.replace(paper, (whole: string, has: string, job: string) => {
    const called = whole.slice(has.length);
    if (vocabulary.has(whole) || vocabulary.has(called) || deedIn(called, thesaurus)) return whole;
    const end = named.find((one) => vocabulary.get(job + one)?.[0]?.kind === 'occupation');
    return end === undefined ? whole : job + end;
  });
}
