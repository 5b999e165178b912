/**
 * Writes `libs/ddm/data/common-words.txt`, how common words are in scholarly sentences of many fields:
 * `node --conditions=source scripts/make-common-words.ts FILE…`. A FILE holds JSON lines with a field `text`, plain or with
 * gzip. Only words that many sentences have are kept, so that no sentence can be told from the list.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { commonWordsFile } from '../libs/ddm/src/enrich/keywords/common-words.ts';
import { singular } from '../libs/ddm/src/enrich/keywords/fold-phrase.ts';

const fewest = 15;

const sentences = process.argv.slice(2).flatMap((file) => {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
});
const counts = new Map<string, number>();
for (const text of sentences) {
  const words = new Set(Array.from(text.toLowerCase().matchAll(/\p{Ll}+/gu), ([word]) => singular(word)));
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
}
const kept = [...counts].filter(([word, count]) => count >= fewest && word.length > 1);
const lines = kept
  .map(([word, count]) => `${word} ${Math.round(Math.log2(sentences.length / count) * 10)}`)
  .toSorted((a, b) => (a < b ? -1 : 1));
writeFileSync(commonWordsFile, `${lines.join('\n')}\n`);
