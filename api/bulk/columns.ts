import { towns, countyOf } from '../../geodata/towns.ts';
import type { OpeningForm } from '../opening-desk/contract.ts';
import { lifeTerms, payRhythms, shifts } from '../opening-desk/contract.ts';
import { educations, employmentTypes, experiences, salaryUnits } from '../openings/contract.ts';

export type BulkColumn = {
  name: string;
  /** Must be in the list; whether a cell may be empty is for the rules of openings. */
  isWanted: boolean;
  /** Field of the form that faults and findings speak of. */
  field: keyof OpeningForm | null;
  /** Width in characters, and what the drop-down offers. */
  width: number;
  choices?: readonly string[];
  hint: string;
};

/** 广陵区 李典镇 321002104: what the drop-down of towns offers, told apart by its code. */
export const townChoices: readonly string[] = towns.map(
  ({ code, name }) => `${countyOf(code)?.name ?? ''} ${name} ${code}`,
);

/** Columns of an employer's list, in their order. 行政区划代码 of the import's list serves for 镇街. */
export const bulkColumns: readonly BulkColumn[] = [
  {
    name: '外部编号',
    isWanted: false,
    field: null,
    width: 12,
    hint: '你们自己的编号。再传一次时，同一个编号是改，不是再发一个',
  },
  { name: '岗位名称', isWanted: true, field: 'title', width: 18, hint: '必填，最多 60 个字，不写电话和微信' },
  { name: '职业', isWanted: false, field: 'occupation', width: 12, hint: '像 缝纫工、保洁' },
  { name: '工作内容', isWanted: true, field: 'duties', width: 40, hint: '必填，每天做什么、几点到几点' },
  {
    name: '任职要求',
    isWanted: true,
    field: 'requirements',
    width: 40,
    hint: '必填。没有要求就写“不限，来了教”',
  },
  { name: '招聘人数', isWanted: true, field: 'headcount', width: 10, hint: '必填，1 到 9999' },
  { name: '最低工资', isWanted: false, field: 'salaryMin', width: 10, hint: '元，只写数字' },
  { name: '最高工资', isWanted: false, field: 'salaryMax', width: 10, hint: '元，只写数字' },
  {
    name: '工资单位',
    isWanted: true,
    field: 'salaryUnit',
    width: 10,
    choices: salaryUnits,
    hint: '必填，谈不定选 面议',
  },
  { name: '学历', isWanted: false, field: 'education', width: 12, choices: educations, hint: '' },
  { name: '经验', isWanted: false, field: 'experience', width: 10, choices: experiences, hint: '' },
  {
    name: '用工形式',
    isWanted: false,
    field: 'employmentType',
    width: 10,
    choices: employmentTypes,
    hint: '',
  },
  {
    name: '福利',
    isWanted: false,
    field: 'benefits',
    width: 24,
    hint: `用、隔开，像 ${[...lifeTerms.slice(0, 4), shifts[0], payRhythms[2]].join('、')}`,
  },
  { name: '地址', isWanted: true, field: 'address', width: 28, hint: '必填，上班的地方，写到路和门牌' },
  { name: '镇街', isWanted: true, field: 'town', width: 26, choices: townChoices, hint: '必填，从下拉里选' },
  { name: '经度', isWanted: false, field: 'place', width: 10, hint: '可以不填。GPS、天地图的坐标' },
  { name: '纬度', isWanted: false, field: 'place', width: 10, hint: '可以不填' },
  { name: '联系人', isWanted: false, field: 'contactName', width: 10, hint: '' },
  { name: '联系电话', isWanted: true, field: 'contactPhone', width: 16, hint: '必填' },
  { name: '截止日期', isWanted: true, field: 'closesOn', width: 12, hint: '必填，像 2026-12-31，最多 90 天' },
  {
    name: '理由',
    isWanted: false,
    field: 'reasons',
    width: 24,
    hint: '有提醒（年龄、身高一类）又不改的，写为什么',
  },
];

/** The column that a field of the form is read from. */
export function columnOf(field: string): string {
  if (field === 'salary') return '最低工资';
  if (field === 'employerName') return '用人单位';
  return bulkColumns.find((column) => column.field === field)?.name ?? '';
}
