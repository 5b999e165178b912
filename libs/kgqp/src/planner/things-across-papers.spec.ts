import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Contributor, Document } from '@askg/contract';
import { Corpus, documentFacts } from '@askg/corpus';
import { documentToNQuads } from '@askg/ddm';
import { OxigraphPool } from '@askg/graph';
import { GraphFacts } from '../graph-facts.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import { breadPaper, telescopePaper } from '../testing/test-papers.ts';

const base = 'http://localhost:3000/id/';
let folder: string;
let corpus: Corpus;
let store: OxigraphPool;
let facts: GraphFacts;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askg-across-'));
  corpus = Corpus.create(join(folder, 'corpus'), { baseIri: base });
  store = new OxigraphPool({
    folder: join(folder, 'corpus'),
    feed: corpus,
    now: () => performance.now(),
    engines: 1,
    pollMs: 10,
  });
  await add({ ...telescopePaper, contributors: [author('Ada Lind', '0000-0001-5109-3700'), author('Ben Osei')] });
  await add({
    ...breadPaper,
    contributors: [author('A. Lind', '0000-0001-5109-3700'), author('B. Osei'), author('Eva Roth')],
  });
  await corpus.updateLinks();
  await store.start();
  facts = new GraphFacts({ store, base, now: () => performance.now() });
}, 60_000);

afterEach(async () => {
  await store.close();
  corpus.close();
  rmSync(folder, { recursive: true, force: true });
});

function author(name: string, orcid?: string): Contributor {
  return { name, affiliations: [], role: 'author', ...(orcid === undefined ? {} : { orcid }) };
}

async function add(paper: Document): Promise<number> {
  const { digest: source } = corpus.addSource(Buffer.from(paper.title));
  const { format, identifiers } = paper;
  corpus.jobs.enqueue([{ source, path: '/papers/test.xml', format }], 'test');
  const key = corpus.keyFor(identifiers, source);
  const graph = await corpus.writeGraph(documentToNQuads({ ...paper, key, digest: source }, { base, key }));
  return corpus.commitPaper({ key, source, format, pipeline: 'test', graph, facts: documentFacts(paper), ms: {} })
    .commit;
}

/** The first column of what is answered. */
async function ask(question: string, papers?: readonly string[]): Promise<string[]> {
  for await (const event of facts.find(analyseQuestion(question), papers === undefined ? {} : { papers })) {
    if (event.type !== 'answer') continue;
    return event.answer.rows.flatMap(({ bindings }) => Object.values(bindings)[0]?.value ?? []);
  }
  return [];
}

const argus = 'Argus: a telescope that watches the whole sky';
const bread = 'Sourdough in glass ovens';

describe('A person whom papers call by different names', () => {
  it('is found with all papers, whichever name is asked for', async () => {
    expect(await ask('Which papers did Ada Lind write?')).toEqual([argus, bread]);
    expect(await ask('Which papers did A. Lind write?')).toEqual([argus, bread]);
  });

  it('is counted once, and listed once', async () => {
    expect(await ask('How many co-authors does Eva Roth have?')).toEqual(['2']);
    expect(await ask('How many papers did Ada Lind write?')).toEqual(['2']);
    expect(await ask('Who wrote the most papers?')).toContain('Ada Lind');
  });

  it('is followed only into papers that may be asked', async () => {
    const [key = ''] = corpus.papers().flatMap((paper) => (paper.title === bread ? [paper.key] : []));
    expect(await ask('Which papers did A. Lind write?', [key])).toEqual([bread]);
  });

  it('becomes one with another when that is decided, and two again when the decision is undone', async () => {
    const people = await corpus.people.list();
    const [ben, eva] = ['Ben Osei', 'Eva Roth'].map((name) => people.find((person) => person.name === name)?.iri ?? '');
    const { decision, commit } = await corpus.people.merge([ben ?? '', eva ?? '']);
    await loaded(commit);
    expect(await ask('Which papers did Eva Roth write?')).toEqual([argus, bread]);
    const undone = await corpus.people.undo(decision.id);
    await loaded(undone.commit);
    expect(await ask('Which papers did Eva Roth write?')).toEqual([bread]);
  }, 30_000);

  it('is told by the name while the links of a new paper are missing', async () => {
    await loaded(
      await add({ ...breadPaper, title: 'Rye in glass ovens', identifiers: {}, contributors: [author('Eva Roth')] }),
    );
    expect(await ask('Which papers did Eva Roth write?')).toEqual(['Rye in glass ovens', bread]);
    expect(await ask('How many co-authors does Ben Osei have?')).toEqual(['1']);
  }, 30_000);
});

/** Waits until the engine has a commit, and the names are read anew. */
async function loaded(commit: number): Promise<void> {
  while (store.status().engines.some((engine) => engine.commit < commit)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await facts.prepare();
}
