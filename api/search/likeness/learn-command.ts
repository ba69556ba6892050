import { writeFileSync } from 'node:fs';
import { buildThesaurus } from '../thesaurus.ts';
import { readThesaurusData } from '../thesaurus-data.ts';
import { examplesOf, readLines } from './examples.ts';
import { learn } from './learn.ts';

const thesaurus = buildThesaurus(readThesaurusData());
const lines = readLines();
const startedAt = performance.now();
const weights = learn(examplesOf(lines, thesaurus), (trade) => thesaurus.concepts.get(trade)!.weight);
writeFileSync(new URL('weights.json', import.meta.url), `${JSON.stringify(weights)}\n`);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
process.stdout.write(`${lines.length} 条例句和词典里的词，学了 ${seconds} 秒\n`);
