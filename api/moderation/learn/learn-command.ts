import { writeFileSync } from 'node:fs';
import { learnedRules, readExamples } from './examples.ts';
import { train, trainFrames } from './train.ts';

const examples = readExamples();
const startedAt = performance.now();
const rules = learnedRules(examples);
const learned = { rules: train(examples, rules), frames: trainFrames(examples, rules) };
const file = new URL('../lint/likeness/weights.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(learned)}\n`);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
process.stdout.write(`${examples.length} 条例句，学了 ${seconds} 秒\n`);
