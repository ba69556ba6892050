import { customPinyin, pinyin } from 'pinyin-pro';
import { syllables as knownSyllables } from './syllables.ts';

// Names the library reads by their commoner sound.
customPinyin({
  江都: 'jiāng dū',
  邗江: 'hán jiāng',
  氾水: 'fàn shuǐ',
  黄塍: 'huáng chéng',
  射阳湖: 'shè yáng hú',
  行车: 'háng chē',
  自行车: 'zì xíng chē',
  旅行车: 'lǚ xíng chē',
});
// Who is in charge of what stands before; the library knows few of these.
for (const of of '店船线课处园楼工段值驾塘路街柜炉栋台片桶格岗站班组队科')
  customPinyin({ [`${of}长`]: `${pinyin(of, { toneType: 'symbol' })} zhǎng` });

// The whole vocabulary and what an index is filled with besides; some 25 MB.
const cacheLimit = 150_000;
const cache = new Map<string, readonly string[]>();

// Sound of a character that has only one, null for the others. These have a second one in old books only.
const onlySounds = new Map<string, string | null>(
  (
    '员yuan 的de 车che 厂chang 家jia 洗xi 食shi 助zhu 术shu 区qu 石shi 能neng 内nei 合he 广guang 柜gui 不bu 信xin ' +
    '育yu 虾xia 景jing 阿a 无wu 脚jiao 频pin 绿lv 红hong 叶ye 女nv 陶tao 净jing 摩mo 拌ban 铣xi'
  )
    .split(' ')
    .map((one) => [one[0]!, one.slice(1)]),
);

function onlySoundOf(letter: string): string | null {
  const known = onlySounds.get(letter);
  if (known !== undefined) return known;
  const all = pinyin(letter, { toneType: 'none', type: 'array', multiple: true, nonZh: 'removed', v: true });
  const only = new Set(all).size === 1 ? all[0]! : null;
  onlySounds.set(letter, only);
  return only;
}

/** Reads a text of characters that have one sound each: ten times faster than reading words. */
function readPlainly(text: string): string[] | null {
  const sounds: string[] = [];
  for (const letter of text) {
    const only = onlySoundOf(letter);
    if (only === null) return null;
    sounds.push(only);
  }
  return sounds;
}

/** Toneless syllables of the hanzi in a text: 电焊工 -> dian, han, gong; ü is v. */
export function syllablesOf(text: string): readonly string[] {
  const known = cache.get(text);
  if (known) return known;
  const read =
    readPlainly(text) ?? pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(text, read);
  return read;
}

/** First letters of the syllables: 电焊工 -> dhg. */
export function initialsOf(text: string): string {
  return syllablesOf(text)
    .map((syllable) => syllable[0])
    .join('');
}

// After in/ing, en/eng, an/ang have become one.
const withoutF: Record<string, string> = {
  fa: 'hua',
  fan: 'huan',
  fei: 'hui',
  fen: 'hun',
  fo: 'huo',
  fou: 'hou',
  fu: 'hu',
};

/**
 * What speakers of 江淮 Mandarin do not tell apart is written alike: n/l, z/zh, c/ch, s/sh, f/hu at the start,
 * in/ing, en/eng, an/ang at the end.
 */
export function merged(syllable: string): string {
  let heard = mergedOf.get(syllable);
  if (heard === undefined) {
    heard = syllable
      .replace(/^([zcs])h/, '$1')
      .replace(/^n(?=.)/, 'l')
      .replace(/([aei])ng$/, '$1n')
      .replace(/^f.+$/, (whole) => withoutF[whole] ?? whole);
    if (knownSyllables.has(syllable)) mergedOf.set(syllable, heard);
  }
  return heard;
}

// Some four hundred syllables, asked for a hundred thousand times while a lexicon is built.
const mergedOf = new Map<string, string>();

/** Key under which words that sound alike to a local ear meet. */
export function soundKey(text: string): string {
  return syllablesOf(text).map(merged).join('_');
}

/** As a local ear hears it, in one piece. */
export const heardAs = (text: string): string => syllablesOf(text).map(merged).join('');

const longest = 6;

// No syllables of Mandarin, but what is typed by who cannot hear zh from z or an from ang: zuangxiu, huayangyuang.
const misheard = new Set(
  (
    'zuang cuang suang zuai cuai suai zua sua shong diang tiang biang piang miang yuang juang quang xuang ' +
    'tin din ten len nia nun'
  ).split(' '),
);
const isSyllable = (letters: string) => knownSyllables.has(letters) || misheard.has(letters);

/**
 * Splits typed letters into syllables, fewest first; null when they are not pinyin.
 * An apostrophe ends a syllable: xi'an.
 */
export function splitPinyin(letters: string): string[] | null {
  const parts = letters.replaceAll('ü', 'v').split("'").filter(Boolean);
  const split = parts.map(splitPart);
  return parts.length > 0 && split.every((part) => part !== null) ? split.flat() : null;
}

function splitPart(letters: string): string[] | null {
  if (letters.length > 60) return null;
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start];
      if (!before || !isSyllable(letters.slice(start, end))) continue;
      if (!best[end] || before.length + 1 < best[end]!.length)
        best[end] = [...before, letters.slice(start, end)];
    }
  }
  return best[letters.length] ?? null;
}

/** Ways to split typed letters, with as few syllables as can be or one more: jiajuanzhuang is jia juan and jia ju an. */
export function pinyinSplits(letters: string, most: number): string[][] {
  const fewest = splitPinyin(letters);
  if (!fewest || letters.includes("'")) return fewest ? [fewest] : [];
  const found: string[][] = [];
  const walk = (from: number, sofar: readonly string[]) => {
    if (found.length >= most || sofar.length > fewest.length + 1) return;
    if (from === letters.length) found.push([...sofar]);
    for (let end = Math.min(letters.length, from + longest); end > from; end--)
      if (isSyllable(letters.slice(from, end))) walk(end, [...sofar, letters.slice(from, end)]);
  };
  if (letters.length <= 30) walk(0, []);
  return found.length > 0 ? found : [fewest];
}
