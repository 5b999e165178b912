import type { Answer, Citation, Document } from '@askg/contract';
import { type Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads, unitIri } from '@askg/ddm';
import { keptGraphs, openKeptGraphs } from '@askg/graph';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { useTestCorpora } from '../testing/test-corpus.ts';
import { telescopePaper } from '../testing/test-papers.ts';
import { rerunKept } from './rerun-kept.ts';
import { UnitReader } from './unit-texts.ts';

// Each engine is a process.
jest.setTimeout(60_000);

const testCorpus = useTestCorpora();
const stores: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const titles = 'SELECT ?title { ?paper a <https://w3id.org/askg/ddm#Paper> ; <http://purl.org/dc/terms/title> ?title }';
const sentence = 'In the first year Argus found 31 supernovae.';

/** Reads the telescope paper again, with another title and another number in its sentence. */
async function change(corpus: Corpus): Promise<void> {
  const text = JSON.stringify(telescopePaper).replaceAll('31 supernovae', '32 supernovae');
  const document: Document = { ...(JSON.parse(text) as Document), title: 'Argus, second version' };
  const { digest: source } = corpus.addSource(Buffer.from('second'));
  const { format, identifiers } = document;
  corpus.jobs.enqueue([{ source, path: '/papers/second.xml', format }], 'test');
  const key = corpus.keyFor(identifiers, source);
  const graph = await corpus.writeGraph(
    documentToNQuads({ ...document, key, digest: source }, { base: corpus.baseIri, key }),
  );
  corpus.commitPaper({ key, source, format, pipeline: 'test 2', graph, facts: documentFacts(document), ms: {} });
}

function answerOf(corpus: Corpus, key: string, rows: readonly string[], quote = sentence): Answer {
  const graphDigest = corpus.paper(key)?.graphDigest ?? '';
  const iri = unitIri(corpus.baseIri, key, 's2/p1/t1');
  const place = { n: 1, iri, paper: key, title: 'T', unit: 'sentence' as const, boxes: [] };
  const citation: Citation = { ...place, quote, textDigest: graphDigest, graphDigest };
  const kept = rows.map((value) => ({
    query: 0,
    bindings: { title: { type: 'literal' as const, value } },
    sources: [citation],
  }));
  return {
    schema: 'askg.answer/1',
    id: 'a',
    question: 'Which papers are there?',
    mode: 'answer',
    corpus: { version: corpus.commitNumber() },
    verdict: 'supported',
    answer: '',
    claims: [
      { text: 'C', support: { label: 'supported', score: 1, method: 'rows' }, citations: [citation], rows: kept },
    ],
    nearest: [],
    sparql: [
      { kind: 'fact', origin: 'planner', text: titles, rows: 2, ms: 1, state: 'ok', relaxed: [] },
      { kind: 'fact', origin: 'model', text: 'SELECT nonsense', rows: 0, ms: 0, state: 'invalid', relaxed: [] },
    ],
    links: [],
    passages: [],
    degraded: [],
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0 },
    timings: {},
  };
}

async function rerun(corpus: Corpus, answer: Answer, readable?: ReadonlySet<string>) {
  const { version: commit } = answer.corpus;
  const store = await openKeptGraphs({ folder: corpus.folder, commit, now: () => performance.now() });
  stores.push(store);
  return rerunKept(answer, { store, units: new UnitReader(corpus), options: readable ? { readable } : {} });
}

const both = [telescopePaper.title, 'Sourdough in glass ovens'];

describe('the queries of an answer, run again on the graphs of its commit', () => {
  it('give the same rows and quotes, also when the paper has changed since', async () => {
    const { corpus, keys } = await testCorpus();
    const answer = answerOf(corpus, keys[0] ?? '', both);
    await change(corpus);
    expect(await rerun(corpus, answer)).toMatchObject({
      on: 'kept',
      same: true,
      from: { id: 'a', version: answer.corpus.version },
      to: { version: answer.corpus.version },
      rows: [],
      quotes: [],
      queries: [],
    });
  });

  it('show rows that were never there, and quotes that were altered', async () => {
    const { corpus, keys } = await testCorpus();
    const answer = answerOf(corpus, keys[0] ?? '', [...both, 'Made up'], `${sentence} Really.`);
    const { same, rows, quotes } = await rerun(corpus, answer);
    expect(same).toBe(false);
    expect(rows).toEqual([{ change: 'went', bindings: { title: { type: 'literal', value: 'Made up' } } }]);
    expect(quotes).toMatchObject([{ change: 'changed', from: `${sentence} Really.`, to: sentence }]);
  });

  it('see nothing of a paper that was removed since, nor of graphs that may not be read', async () => {
    const { corpus, keys } = await testCorpus();
    const [telescope = '', bread = ''] = keys;
    const answer = answerOf(corpus, telescope, both);
    const confined = await rerun(corpus, answer, new Set([corpus.graphName(telescope)]));
    expect(confined.queries).toMatchObject([{ from: { rows: 2 }, to: { rows: 1 } }]);
    await corpus.removePaper(bread);
    expect(keptGraphs(corpus, answer.corpus.version).removed).toEqual([bread]);
    const { queries, rows } = await rerun(corpus, answer);
    expect(queries).toMatchObject([{ from: { rows: 2 }, to: { rows: 1 } }]);
    expect(rows).toMatchObject([{ change: 'went', bindings: { title: { value: both[1] } } }]);
  });

  it('cannot be run once the commit is forgotten', async () => {
    const { corpus, keys } = await testCorpus();
    const answer = answerOf(corpus, keys[0] ?? '', both);
    const later = { ...answer, corpus: { version: answer.corpus.version + 5 } };
    expect(() => keptGraphs(corpus, later.corpus.version)).toThrow(
      expect.objectContaining({ code: 'corpus/unknown-commit' }),
    );
  });
});

it('a quote whose version of the paper is not kept is told, and counts for nothing', async () => {
  const { corpus, keys } = await testCorpus();
  const answer = answerOf(corpus, keys[0] ?? '', both);
  const gone = {
    ...answer,
    sparql: [],
    claims: answer.claims.map((claim) => ({
      ...claim,
      rows: [],
      citations: claim.citations.map((each) => ({ ...each, graphDigest: 'f'.repeat(64) })),
    })),
  };
  const { same, notes } = await rerunKept(gone, { units: new UnitReader(corpus), options: {} });
  expect([same, notes.at(-1)]).toEqual([true, `The version of ${keys[0]} that was quoted is not kept any more.`]);
});
