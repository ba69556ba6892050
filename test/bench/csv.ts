import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { openingColumns } from '../../api/import/opening-rows.ts';
import { type Generated, generateOpenings } from './openings.ts';

/** Writes so many generated openings as a list that `npm run import` reads. */
export async function writeCsv(file: string, size: number): Promise<void> {
  const csv = stringify({ header: true, bom: true, columns: [...openingColumns] });
  const written = finished(csv.pipe(createWriteStream(file)));
  for (const generated of generateOpenings(size))
    if (!csv.write(toCells(generated))) await new Promise((resolve) => csv.once('drain', resolve));
  csv.end();
  await written;
}

type Cells = Record<(typeof openingColumns)[number], string>;

function toCells({ employer, opening }: Generated): Cells {
  return {
    外部编号: opening.externalId,
    岗位名称: opening.title,
    职业: opening.occupation ?? '',
    用人单位: employer.name,
    统一社会信用代码: opening.creditCode,
    行业: opening.industry ?? '',
    工作内容: opening.duties,
    任职要求: opening.requirements,
    招聘人数: String(opening.headcount),
    最低工资: String(opening.salaryMin ?? ''),
    最高工资: String(opening.salaryMax ?? ''),
    工资单位: opening.salaryUnit,
    学历: opening.education ?? '',
    经验: opening.experience ?? '',
    用工形式: opening.employmentType ?? '',
    福利: opening.benefits.join('、'),
    地址: opening.address,
    行政区划代码: opening.town,
    经度: String(opening.place.lng),
    纬度: String(opening.place.lat),
    联系人: opening.contactName ?? '',
    联系电话: opening.contactPhone ?? '',
    发布日期: opening.publishedAt!.slice(0, 10),
    截止日期: opening.expiresAt!.slice(0, 10),
  };
}
