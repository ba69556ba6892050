import { normalise, pieces } from './normalise.ts';

// After these the title speaks of the house, not of the job: 电工电子厂保洁, 会计师事务所保洁, 护士站保洁.
export const houses =
  /^.*(?:厂|所|公司|集团|店|医院|学院|学校|小学|中学|大学|园|中心|部|站|局|院|校|馆|酒店|宾馆|超市|商场|家|行业|线|区|办)/u;
// Say how high or how new somebody is in the job that stands before them.
export const degrees =
  /(?:助理|主管|经理|领班|组长|班长|学徒|学徒工|实习生|徒工|储备|专员|师傅|人员|大姐|阿姨|员工|兼职|若干|数名|负责人|老师傅|工作人员|岗|岗位|熟练工|新手|生手)+$/u;
const advertising =
  /^(?:急招|急聘|诚聘|高薪|招聘(?!专员|主管|经理|员|顾问|助理)|直招|招(?!生|商|聘|投)|聘|长期招|大量招|优秀|资深|初级|中级|高级|男女|长白班|白班|夜班|两班倒)+/u;

/** Parts of a title that each can name a job, brackets and what is in them set apart. */
export function titleParts(title: string): { main: string[]; aside: string[] } {
  const said: string[] = [];
  const text = normalise(title);
  const aside = [...text.matchAll(/[([{<【《「〔]([^)\]}>】》」〕]*)[)\]}>】》」〕]?/gu)].map(
    (match) => match[1] ?? '',
  );
  const main = text
    .replace(/[([{<【《「〔][^)\]}>】》」〕]*[)\]}>】》」〕]?/gu, ' | ')
    .split(/[|/\\、,，;；:：·•+&\-—–_~]|兼(?!职)|\s和\s|以及/u)
    .map((part) => part.replaceAll(' ', '').replace(advertising, (words) => (said.push(words), '')))
    .filter((part) => part !== '');
  return { main, aside: [...aside, ...said].flatMap((part) => pieces(part)) };
}
