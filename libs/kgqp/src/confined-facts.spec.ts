import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entitiesGraphIri, graphIri, linksGraphIri, peopleGraphIri, statusGraphIri } from '@askg/ddm';
import { type GraphStore, OxigraphPool, type QueryOptions } from '@askg/graph';
import type { FindOptions } from './facts.ts';
import { GraphFacts } from './graph-facts.ts';
import { analyseQuestion } from './question/analyse-question.ts';
import { openTestCorpus, type TestCorpus } from './testing/test-corpus.ts';

let made: TestCorpus & { close: () => void };
let pool: OxigraphPool;
beforeAll(async () => {
  made = await openTestCorpus();
  await made.corpus.updateLinks();
  const now = () => performance.now();
  pool = new OxigraphPool({ folder: made.corpus.folder, feed: made.corpus, now, engines: 1 });
  await pool.start();
}, 30_000);
afterAll(async () => {
  await pool.close();
  made.close();
});

/** The graphs that the queries of one question could read, besides those by which names are known. */
async function readFor(question: string, options: FindOptions): Promise<Set<string>> {
  const read = new Set<string>();
  const store: GraphStore = {
    query: (sparql: string, asked: QueryOptions = {}) => {
      for (const graph of asked.readable ?? []) read.add(graph);
      return pool.query(sparql, asked);
    },
    commit: () => pool.commit(),
    status: () => pool.status(),
    close: () => pool.close(),
  };
  const facts = new GraphFacts({ store, base: made.corpus.baseIri, now: () => performance.now() });
  const analysed = analyseQuestion(question);
  for await (const event of facts.find(analysed, options)) {
    if (event.type !== 'links') continue;
    for await (const _ of facts.textualNodes(analysed, event.links, options));
  }
  return read;
}

describe('a question to some papers', () => {
  const question = 'Which papers cite other papers?';

  it('follows what is known across papers', async () => {
    const { corpus, keys } = made;
    const [first = ''] = keys;
    const base = corpus.baseIri;
    expect(await readFor(question, { papers: [first] })).toEqual(
      new Set([
        graphIri(base, first),
        statusGraphIri(base, first),
        linksGraphIri(base),
        peopleGraphIri(base),
        entitiesGraphIri(base),
      ]),
    );
  });

  it('keeps to these papers where nothing of others may show', async () => {
    const { corpus, keys } = made;
    const [first = ''] = keys;
    expect(await readFor(question, { papers: [first], isConfined: true })).toEqual(
      new Set([graphIri(corpus.baseIri, first), statusGraphIri(corpus.baseIri, first)]),
    );
  });
});
