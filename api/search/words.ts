import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { isHan, pieces } from './normalise.ts';

// Said in every advert: they tell nothing apart.
const emptyWords = new Set(
  (
    '的 了 和 与 及 或 等 有 能 会 可 在 对 为 并 按 需 要 我 你 他 她 也 都 就 从 到 中 上 下 以 负责 进行 完成 相关 工作 要求 具备 ' +
    '优先 以上 以下 熟悉 熟练 良好 能力 一定 服从 安排 领导 交办 其他 其它 任务 岗位 职责 公司 单位 人员 招聘 欢迎 加入 我们 岗前 ' +
    '认真 责任心 吃苦耐劳 身体健康 日常 及时 根据 做好 配合 协助 提供'
  ).split(' '),
);

// 0.2 s to load: only what fills an index needs it.
let newspaper: Jieba | null = null;

export type Cutter = {
  /** Words worth finding in normalised text, each once, long words also in their parts. */
  words(text: string): string[];
  /** The text cut once, nothing left out. */
  split(text: string): string[];
  /** As `split`, without our own vocabulary: where a reader of newspapers sees words. */
  plain(text: string): string[];
};

/**
 * jieba with our own vocabulary added; latin words stay as they are.
 * @param vocabulary words that must not be cut apart
 */
export function createCutter(vocabulary: Iterable<string>): Cutter {
  const jieba = Jieba.withDict(dict);
  const lines: string[] = [];
  for (const word of vocabulary) if (isHan(word) && word.length <= 8) lines.push(`${word} 20000 n`);
  if (lines.length > 0) jieba.loadDict(Buffer.from(lines.join('\n') + '\n'));
  return {
    words(text) {
      const words = new Set<string>();
      for (const piece of pieces(text)) {
        if (!isHan(piece)) words.add(piece);
        else for (const word of jieba.cutForSearch(piece, true)) if (isWorthFinding(word)) words.add(word);
      }
      return [...words];
    },
    split: (text) => jieba.cut(text, true),
    plain: (text) => (newspaper ??= Jieba.withDict(dict)).cut(text, true),
  };
}

function isWorthFinding(word: string): boolean {
  return [...word].length > 1 && !emptyWords.has(word);
}
