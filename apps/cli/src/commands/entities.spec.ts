import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Document, Problem } from '@askg/contract';
import { Corpus, type DecidedEntities, documentFacts, type Thing } from '@askg/corpus';
import { buildDocument, cutSentences, documentToNQuads, enrich, readSource } from '@askg/ddm';
import { run, type Ran } from '../testing/run.ts';

const base = 'https://papers.example/id/';
let folder: string;
const entities = (...words: string[]): Promise<Ran> => run(['entities', ...words], { ASKG_DATA: join(folder, 'data') });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askg-entities-'));
  const corpus = Corpus.create(join(folder, 'data'), { baseIri: base });
  await add(corpus, 'one', 'We train convolutional neural networks (CNN) with stochastic gradient descent.');
  await add(corpus, 'two', 'We use stochastic gradient descent. Stochastic gradient descent is fast.');
  await corpus.updateLinks();
  corpus.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

async function add(corpus: Corpus, title: string, text: string): Promise<void> {
  const bytes = Buffer.from(`# ${title}\n\n## Methods\n\n${text}\n`);
  const { digest } = corpus.addSource(bytes);
  const document: Document = enrich(
    buildDocument(await readSource(bytes, { as: 'markdown' }), { digest, cutSentences }),
  );
  corpus.jobs.enqueue([{ source: digest, path: `/papers/${title}.md`, format: 'markdown' }], 'test');
  const key = corpus.keyFor({ doi: `10.1/${title}` }, digest);
  const graph = await corpus.writeGraph(documentToNQuads(document, { base, key }));
  corpus.commitPaper({
    key,
    source: digest,
    format: 'markdown',
    pipeline: 'test',
    graph,
    facts: { ...documentFacts(document), identifiers: { doi: `10.1/${title}` } },
    ms: {},
  });
}

async function listed(...words: string[]): Promise<Thing[]> {
  return JSON.parse((await entities('list', '--json', ...words)).out) as Thing[];
}

const decided = ({ out }: Ran): DecidedEntities => JSON.parse(out) as DecidedEntities;

describe('askg entities', () => {
  it('lists what several papers name, and shows why it is one thing', async () => {
    const all = await listed();
    expect(all.map(({ name, places }) => [name, places.length])).toEqual([['stochastic gradient descent', 2]]);
    const { code, out } = await entities('show', all[0]?.places[1]?.iri ?? '');
    expect(code).toBe(0);
    expect(out).toMatch(/^because +https:\S+ and https:\S+: label: stochastic gradient descent/m);
  });

  it('splits, merges and undoes, and keeps what was decided', async () => {
    const [thing] = await listed();
    const [one, two] = thing?.places.map(({ iri }) => iri) ?? [];
    const split = decided(await entities('split', two ?? '', '--json'));
    expect(split.entities.map(({ places }) => places.length)).toEqual([1, 1]);
    expect(await listed()).toEqual([]);
    expect((await entities('decisions')).out).toMatch(/^1 {2}\S+ {2}split stochastic .* from stochastic /);
    const merged = decided(await entities('merge', one ?? '', two ?? '', '--json'));
    expect(merged.entities.map(({ places }) => places.length)).toEqual([2]);
    await entities('undo', String(merged.decision.id));
    const undone = decided(await entities('undo', String(split.decision.id), '--json'));
    expect(undone.entities).toEqual([thing]);
  });

  it.each([
    ['an unknown IRI', ['show', `${base}entity/nothing`], 'corpus/unknown-entity'],
    ['an unknown decision', ['undo', '7'], 'corpus/unknown-decision'],
    ['a decision that is no number', ['undo', 'last'], 'cli/wrong-use'],
  ])('refuses %s with a code, and decides nothing', async (_, words, code) => {
    const ran = await entities(...words, '--json');
    expect(ran.code).toBe(2);
    expect(Problem.parse(JSON.parse(ran.out)).code).toBe(code);
    expect(JSON.parse((await entities('decisions', '--json')).out)).toEqual([]);
  });
});
