import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contributor, Document } from '@askg/contract';
import { Corpus, documentFacts } from '@askg/corpus';
import { buildDocument, cutSentences, documentToNQuads, readJats } from '@askg/ddm';
import { jatsFiles } from './jats-files.ts';
import type { Bench, Measure } from './main.ts';
import { round } from './statistics.ts';

const size = 1000;
const base = 'http://localhost:3000/id/';
/** People of the corpus; each is named in three papers or so, and some share a family name. */
const people = 1700;
const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/**
 * Papers made of those in the folder: their references, keywords and numbers of authors, under other titles, with names that
 * are made up of syllables. Their graphs hold no text, which links are not derived from.
 */
export const bench: Bench = {
  describe: `Links between ${size} papers derived for the first time, and again after one more has come.`,
  async run({ data }): Promise<Measure[]> {
    const models = (await jatsFiles(data)).map(({ bytes }) => {
      const digest = createHash('sha256').update(bytes).digest('hex');
      return buildDocument(readJats(bytes), { digest, cutSentences });
    });
    if (models.length === 0) throw new Error(`no JATS file in ${data}`);
    const folder = await mkdtemp(join(tmpdir(), 'askg-bench-links-'));
    const corpus = Corpus.create(join(folder, 'corpus'), { baseIri: base });
    try {
      const papers = Array.from({ length: size + 1 }, (_, n) => paperLike(models[n % models.length] as Document, n));
      for (const paper of papers.slice(0, size)) await commit(corpus, paper);
      const first = await seconds(() => corpus.updateLinks());
      for (const paper of papers.slice(size)) await commit(corpus, paper);
      const again = await seconds(() => corpus.updateLinks());
      const names = papers.reduce((sum, { contributors }) => sum + contributors.length, 0);
      const cited = papers.reduce((sum, { references }) => sum + references.length, 0);
      return [
        { name: 'people named', value: names, unit: 'names' },
        { name: 'people told apart', value: (await corpus.people.list()).length, unit: 'people' },
        { name: 'references', value: cited, unit: 'references' },
        { name: 'first derivation', value: round(first), unit: 's' },
        { name: 'derivation after one more paper', value: round(again), unit: 's' },
      ];
    } finally {
      corpus.close();
      await rm(folder, { recursive: true });
    }
  },
};

function paperLike(model: Document, n: number): Document {
  return {
    ...model,
    digest: createHash('sha256').update(`${n}`).digest('hex'),
    title: `${model.title}, ${word(n)} ${word(n * 7)}`,
    identifiers: { doi: `10.5555/${n}` },
    abstract: [],
    sections: [],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    contributors: model.contributors.map((contributor, i) => named(contributor, (n * 31 + i * 57) % people)),
  };
}

/** Person number n. */
function named({ affiliations, role }: Contributor, n: number): Contributor {
  const given = word(n * 13 + 5);
  const family = word(n % 1100);
  return { name: `${given} ${family}`, given, family, affiliations, role };
}

function word(n: number): string {
  const [a, b, c] = [n % 20, Math.floor(n / 20) % 20, (n * 3 + 1) % 20].map((i) => syllables[i] ?? '');
  return `${(a ?? '').charAt(0).toUpperCase()}${(a ?? '').slice(1)}${b}${c}n`;
}

async function commit(corpus: Corpus, document: Document): Promise<void> {
  const { digest } = corpus.addSource(Buffer.from(document.title));
  corpus.jobs.enqueue([{ source: digest, path: digest, format: document.format }], 'bench');
  const key = corpus.keyFor(document.identifiers, digest);
  const own = { ...document, digest, key };
  const graph = await corpus.writeGraph(documentToNQuads(own, { base, key }));
  const facts = documentFacts(own);
  corpus.commitPaper({ key, source: digest, format: document.format, pipeline: 'bench', graph, facts, ms: {} });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
