import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from '@askg/contract';
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

const surveyPaper: Document = {
  ...breadPaper,
  title: 'A survey of wide surveys',
  identifiers: { doi: '10.1000/survey' },
  digest: 'c'.repeat(64),
  references: [
    {
      id: 'ref1',
      raw: 'Lind, A. Argus.',
      authors: ['Lind, A.'],
      doi: '10.1000/argus',
      title: telescopePaper.title,
      boxes: [],
    },
  ],
};

const citingElsewhere: Document = {
  ...breadPaper,
  references: [
    { id: 'ref1', raw: 'Elm, C.', authors: ['Elm, C.'], doi: '10.9/X', title: 'A study elsewhere', boxes: [] },
  ],
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'askg-status-'));
  corpus = Corpus.create(join(folder, 'corpus'), { baseIri: base });
  store = new OxigraphPool({ folder: join(folder, 'corpus'), feed: corpus, now: () => performance.now(), engines: 1 });
  for (const paper of [telescopePaper, citingElsewhere, surveyPaper]) await add(paper);
  await corpus.statuses.set('10.1000/argus', {
    status: 'retracted',
    date: '2022-05-06',
    reason: 'Wrong lenses',
    notice: '10.1000/n',
  });
  corpus.statuses.record([{ works: ['doi:10.9/x'], said: { status: 'retracted' } }], 'feed');
  await corpus.statuses.follow('feed');
  await store.start();
  facts = new GraphFacts({ store, base, now: () => performance.now() });
}, 60_000);

afterAll(async () => {
  await store.close();
  corpus.close();
  rmSync(folder, { recursive: true, force: true });
});

async function add(paper: Document): Promise<void> {
  const { digest: source } = corpus.addSource(Buffer.from(paper.title));
  const { format, identifiers } = paper;
  corpus.jobs.enqueue([{ source, path: '/papers/test.xml', format }], 'test');
  const key = corpus.keyFor(identifiers, source);
  const graph = await corpus.writeGraph(documentToNQuads({ ...paper, key, digest: source }, { base, key }));
  corpus.commitPaper({ key, source, format, pipeline: 'test', graph, facts: documentFacts(paper), ms: {} });
}

/** The first column of what is answered; the query where nothing is. */
async function ask(question: string, papers?: readonly string[]): Promise<string[]> {
  for await (const event of facts.find(analyseQuestion(question), papers === undefined ? {} : { papers })) {
    if (event.type === 'answer') {
      return event.answer.rows.flatMap(({ bindings }) => Object.values(bindings)[0]?.value ?? []);
    }
  }
  return ['no query'];
}

const argus = telescopePaper.title;

describe('A question about what became of papers', () => {
  it.each([
    ['Which papers are retracted?', [argus]],
    ['Which papers were retracted?', [argus]],
    ['Which papers have been retracted?', [argus]],
    ['List all retracted papers.', [argus]],
    ['How many retracted papers are there?', ['1']],
    ['Are there retracted papers?', ['true']],
    ['Is Argus retracted?', ['true']],
    ['Has the Argus paper been retracted?', ['true']],
    [`Is “${breadPaper.title}” retracted?`, ['false']],
    ['Which papers cite retracted papers?', [surveyPaper.title]],
    ['Which papers cite a retracted paper?', [surveyPaper.title]],
    ['Who wrote retracted papers?', ['Ada Lind', 'Ben Osei']],
    ['Which papers are withdrawn?', []],
    ['What is the publication status of Argus?', ['retracted']],
    ['When was Argus retracted?', ['2022-05-06']],
    ['Which papers were retracted in 2022?', [argus]],
    ['Which papers were retracted in 2021?', []],
    ['Which papers were retracted before 2023?', [argus]],
    ['How many papers were retracted since 2022?', ['1']],
    ['When was Argus published?', ['2021-03']],
    ['What is the retraction reason of Argus?', ['Wrong lenses']],
    ['Which papers are not retracted?', [surveyPaper.title, breadPaper.title]],
    ['Which retracted papers were published in 2021?', [argus]],
    ['Which papers have an expression of concern?', []],
    ['How many papers cite retracted work?', ['2']],
    ['Which references are retracted?', ['A study elsewhere', argus]],
    ['Which papers have retracted references?', [surveyPaper.title, breadPaper.title]],
    ['Which retracted papers are cited?', [argus]],
    ['Which papers have a retraction notice?', [argus]],
    ['Which papers are corrected?', []],
  ])('%s', async (question, expected) => {
    expect(await ask(question)).toEqual(expected);
  });

  it('is answered from papers that may be asked only', async () => {
    expect(await ask('Which papers are retracted?', ['10.1000_survey'])).toEqual([]);
    expect(await ask('Which papers are retracted?', ['10.1000_argus'])).toEqual([argus]);
  });
});
