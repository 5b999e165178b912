/**
 * Makes the classes of words that the entity tagger sees, `libs/ddm/data/word-classes.txt`:
 * `node --conditions=source scripts/make-word-classes.ts ANTHOLOGY PAPERS`. ANTHOLOGY is a folder with the abstracts and the
 * metadata of the ACL Anthology (`abstracts.jsonl.gz`, `papers.jsonl.gz`), of which those from 2016 on are taken, as they are
 * CC BY 4.0. PAPERS are folders of JATS files, apart by the sign that parts paths. Nothing is labelled; only which words stand
 * in like places is learnt.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { jatsFiles } from '../bench/jats-files.ts';
import { classesFile } from '../libs/ddm/src/enrich/entities/model/load-model.ts';
import { foldWord } from '../libs/ddm/src/enrich/entities/model/word-classes.ts';
import { wordsOf } from '../libs/ddm/src/enrich/entities/model/words.ts';

import { countBigrams } from './word-classes/bigrams.ts';
import { exchangeClasses } from './word-classes/exchange.ts';

const options = { fewest: 12, coarse: 100, fine: 600, rounds: 5 };
/** Every second abstract tells enough. */
const step = 2;

function abstracts(folder: string): string[] {
  const read = (name: string): Record<string, unknown>[] =>
    gunzipSync(readFileSync(join(folder, name)))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const years = new Map(read('papers.jsonl.gz').map(({ id, year }) => [id, Number(year)]));
  return read('abstracts.jsonl.gz')
    .filter(({ id }, i) => i % step === 0 && (years.get(id) ?? 0) >= 2016)
    .map(({ abstract }) => String(abstract));
}

/** Paragraphs without their markup; no reader of ours has a part in it, so that its changes do not change the classes. */
async function paragraphs(folders: string): Promise<string[]> {
  const files = (await Promise.all(folders.split(delimiter).map((folder) => jatsFiles(folder)))).flat();
  return files.flatMap(({ bytes }) =>
    [...bytes.toString('utf8').matchAll(/<p(?:\s[^>]*)?>(.*?)<\/p>/gsu)].map(([, inner = '']) =>
      inner
        .replaceAll(/<[^>]*>/gu, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    ),
  );
}

const [anthology = '', folders = ''] = process.argv.slice(2);
const texts = [...abstracts(anthology), ...(await paragraphs(folders))];
const bigrams = countBigrams(
  texts.map((text) => wordsOf(text).map((word) => foldWord(word.text))),
  options.fewest,
);
const coarse = exchangeClasses(bigrams, options.coarse, options.rounds);
const fine = exchangeClasses(bigrams, options.fine, options.rounds);
const lines = bigrams.words.map((word, i) => `${word} ${coarse[i] ?? 0} ${fine[i] ?? 0}`).slice(1);
writeFileSync(classesFile, `${lines.toSorted().join('\n')}\n`);
process.stderr.write(`${texts.length} texts, ${lines.length} words\n`);
