import { FileFault } from '../import/events.ts';
import { openSheetFile } from '../import/open-sheet.ts';
import type { SheetRow } from '../import/sheet.ts';
import type { Advert } from './advert.ts';

/** Columns of the openings import that the lint reads, in its order. */
const advertColumns = [
  ...[
    '岗位名称',
    '职业',
    '用人单位',
    '行业',
    '工作内容',
    '任职要求',
    '招聘人数',
    '最低工资',
    '最高工资',
    '工资单位',
  ],
  ...[
    '学历',
    '经验',
    '用工形式',
    '福利',
    '地址',
    '行政区划代码',
    '联系人',
    '联系电话',
    '发布日期',
    '截止日期',
  ],
] as const;
type Column = (typeof advertColumns)[number];

const wordColumns: readonly Column[] = ['岗位名称', '工作内容', '任职要求'];

export interface AdvertRow {
  /** 外部编号 or 编号, else the row's number in words. */
  id: string;
  advert: Advert;
}

export interface AdvertFile {
  absentColumns: readonly Column[];
  rows: AsyncGenerator<AdvertRow>;
}

/**
 * Opens a list of adverts in the columns of the openings import, of which any may be missing. Streams. Throws FileFault
 * when it cannot be read or is no list of adverts.
 */
export async function openAdverts(path: string): Promise<AdvertFile> {
  const { header, rows } = await openSheetFile(path);
  if (!wordColumns.some((column) => header.includes(column)))
    throw new FileFault('表头里没有“岗位名称”“工作内容”“任职要求”。第一行要写列名，和岗位导入模板一样');
  return {
    absentColumns: advertColumns.filter((column) => !header.includes(column)),
    rows: advertsOf(rows),
  };
}

async function* advertsOf(rows: AsyncGenerator<SheetRow>): AsyncGenerator<AdvertRow> {
  for await (const { number, cells } of rows) {
    const id = cells['外部编号'] || cells['编号'] || `第 ${number} 行`;
    yield { id, advert: advertOf(cells) };
  }
}

/** A column that is not there was not asked for: `undefined`. */
function advertOf(cells: Record<string, string | undefined>): Advert {
  const pay = [cells['最低工资'], cells['最高工资'], cells['工资单位']] as const;
  const isPayAsked = pay.some((cell) => cell !== undefined);
  return {
    title: cells['岗位名称'],
    occupation: cells['职业'],
    employerName: cells['用人单位'],
    industry: cells['行业'],
    duties: cells['工作内容'],
    requirements: cells['任职要求'],
    headcount: cells['招聘人数'],
    salary: isPayAsked ? { min: pay[0], max: pay[1], unit: pay[2] } : undefined,
    education: cells['学历'],
    experience: cells['经验'],
    employmentType: cells['用工形式'],
    benefits: cells['福利']?.split('、'),
    address: cells['地址'],
    divisionCode: cells['行政区划代码'],
    contactName: cells['联系人'],
    contactPhone: cells['联系电话'],
    publishedOn: cells['发布日期'],
    closesOn: cells['截止日期'],
  };
}
