/**
 * `node --conditions=source test/eval/abstention/build-pairs.ts DATA`: writes `gold/abstention/pairs.jsonl` anew from the folder of
 * data sets. Same data, same file.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choosePairs } from './choose-pairs.ts';
import { goldFolder } from './pair.ts';
import { sources } from './sources/sources.ts';

const data = process.argv[2];
if (data === undefined) throw new Error('Say where the data sets are.');
const pairs = sources.flatMap(({ read, share }) => choosePairs(read(data), share));
writeFileSync(join(goldFolder, 'pairs.jsonl'), pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
for (const [split, own] of Map.groupBy(pairs, (pair) => `${pair.set} ${pair.split}`)) {
  process.stdout.write(`${split}: ${own.length}\n`);
}
