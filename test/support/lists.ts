import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { creditCodeCheck } from '../../api/employers/credit-code.ts';
import { openingColumns } from '../../api/import/opening-rows.ts';
import { pointColumns } from '../../api/import/point-rows.ts';

/** A valid 统一社会信用代码 for a number. */
export function makeCreditCode(number: number): string {
  const first17 = `91321000MA${String(number).padStart(7, '0')}`;
  return first17 + creditCodeCheck(first17);
}

/** A row of the openings list that is right; give what matters to the test. */
export function openingCells(change: Partial<Record<string, string>> = {}): Record<string, string> {
  return {
    外部编号: 'A-1',
    岗位名称: '电焊工（二保焊）',
    职业: '焊工',
    用人单位: '禾渡配件厂',
    统一社会信用代码: makeCreditCode(1),
    行业: '制造业',
    工作内容: '按图纸焊船用舱盖和栏杆',
    任职要求: '有焊工证优先',
    招聘人数: '5',
    最低工资: '6500',
    最高工资: '8500',
    工资单位: '月',
    学历: '不限',
    经验: '1-3年',
    用工形式: '全职',
    福利: '包吃、包住、五险一金',
    地址: '江堤路 18 号',
    行政区划代码: '321071150',
    经度: '119.4600',
    纬度: '32.3000',
    联系人: '周女士',
    联系电话: '0514-87654321',
    发布日期: '2026-11-20',
    截止日期: '2026-12-20',
    ...change,
  } as Record<string, string>;
}

export function pointCells(change: Partial<Record<string, string>> = {}): Record<string, string> {
  return {
    外部编号: 'P-1',
    名称: '瓜洲镇人社服务所',
    级别: '镇',
    行政区划代码: '321003103',
    地址: '瓜洲镇江口街 1 号',
    电话: '0514-87501234',
    经度: '119.3770',
    纬度: '32.2500',
    开放时间: '一至五 08:30-11:30 14:00-17:30; 六 09:00-11:00',
    服务: '政策咨询、求职登记',
    终端数: '1',
    ...change,
  } as Record<string, string>;
}

export function csvOf(rows: readonly Record<string, string>[]): string {
  const columns = '岗位名称' in rows[0]! ? openingColumns : pointColumns;
  return stringify([...rows], { header: true, columns: [...columns] });
}

/** Writes a file of its own directory and gives its path. */
export async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'jiuye-list-')), name);
  await writeFile(path, content);
  return path;
}
