import { writeXlsx } from 'hucre/xlsx';
import { bulkColumns, townChoices } from './columns.ts';
import { mostBulkRows } from './contract.ts';

const listSheet = '岗位';
const choiceSheet = '选项';
const helpSheet = '说明';

/** A workbook to fill in: one sheet with drop-down cells, one with what each column wants. */
export function writeTemplate(): Promise<Uint8Array> {
  const header = bulkColumns.map(({ name, isWanted }) => (isWanted ? `${name}*` : name));
  return writeXlsx({
    sheets: [
      {
        name: listSheet,
        columns: bulkColumns.map(({ width }) => ({ width })),
        rows: [header],
        freezePane: { rows: 1 },
        dataValidations: bulkColumns.flatMap(({ choices }, place) => {
          if (!choices) return [];
          const letter = String.fromCharCode(65 + place);
          return [
            {
              type: 'list' as const,
              range: `${letter}2:${letter}${mostBulkRows + 1}`,
              allowBlank: true,
              showErrorMessage: true,
              errorTitle: '从下拉里选',
              errorMessage: '这一格只能从下拉里选',
              // Excel takes at most 255 characters of choices in the cell itself; the towns stand in a sheet of their own.
              ...(choices === townChoices
                ? { formula1: `${choiceSheet}!$A$1:$A$${townChoices.length}` }
                : { values: [...choices] }),
            },
          ];
        }),
      },
      {
        name: helpSheet,
        columns: [{ width: 12 }, { width: 60 }],
        rows: [
          ['列', '怎么填（带 * 的必填；一行一个岗位，最多 2000 行）'],
          ...bulkColumns.map(({ name, hint, choices }) => [
            name,
            [hint, choices && choices !== townChoices ? `从下拉里选：${choices.join('、')}` : '']
              .filter(Boolean)
              .join('。') || '可以不填',
          ]),
        ],
      },
      { name: choiceSheet, rows: townChoices.map((choice) => [choice]), hidden: true },
    ],
  });
}
