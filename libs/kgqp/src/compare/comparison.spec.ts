import { randomUUID } from 'node:crypto';
import type { Answer, AskEvent } from '@askg/contract';
import { quadsToDocument } from '@askg/ddm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.ts';
import { GraphFacts } from '../graph-facts.ts';
import { KgqpError } from '../kgqp-error.ts';
import { QuestionAnswering, type QuestionAnsweringParts } from '../run/question-answering.ts';
import { type DemoGraph, openDemoGraph } from '../testing/demo-graph.ts';
import { MemoryPassages, MemoryRetriever } from '../testing/memory-passages.ts';
import { StubChat } from '../testing/stub-chat.ts';
import type { PaperFacts } from './paper-facts.ts';

let graph: DemoGraph;
let parts: QuestionAnsweringParts & { facts: GraphFacts };
let qa: QuestionAnswering;
beforeAll(async () => {
  graph = await openDemoGraph();
  const { corpus, store, base } = graph;
  const papers = [];
  for (const { key, digest } of corpus.snapshot().graphs) {
    if (key === undefined) continue;
    papers.push({ key, graphDigest: digest, document: quadsToDocument(await corpus.readGraph(digest), { base }) });
  }
  const passages = new MemoryPassages(papers, base);
  const now = (): number => performance.now();
  const facts = new GraphFacts({ store, base, now });
  await facts.prepare();
  const retriever = new MemoryRetriever(passages);
  parts = { corpus, facts, passages, retriever, now, newId: () => randomUUID() };
  qa = new QuestionAnswering(parts);
}, 60_000);
afterAll(async () => {
  await graph.close();
});

type More = { papers?: string[]; chat?: StubChat; from?: QuestionAnswering };

async function eventsOf(question: string, { from = qa, ...more }: More = {}): Promise<AskEvent[]> {
  const events: AskEvent[] = [];
  for await (const event of from.ask({ question, ...more })) events.push(event);
  return events;
}

async function ask(question: string, more: More = {}): Promise<Answer> {
  const last = (await eventsOf(question, more)).at(-1);
  if (last?.event !== 'done') throw new Error(`${question} ended with ${last?.event ?? 'nothing'}.`);
  return last.answer;
}

/** The cells of a table as text, a line for each paper. */
function cells({ table }: Answer): string[] | undefined {
  return table?.rows.map((row) => [row.title.split(':')[0], ...row.cells.map(({ text }) => text)].join(' | '));
}

describe('A question that compares papers', () => {
  it('becomes a table of what the graph holds, each value quoted from its paper', async () => {
    const answer = await ask('Compare EvoDynamics.jl and VisualTorch on programming language, year and licence.');
    expect(answer.table?.aspects).toEqual(['programming language', 'year', 'licence']);
    expect(cells(answer)).toEqual([
      'EvoDynamics.jl | Julia | 2022 | CC BY 4.0',
      'VisualTorch | Python | 2024 | CC BY 4.0',
    ]);
    for (const row of answer.table?.rows ?? []) {
      const claims = row.cells.flatMap((cell) => cell.claims.flatMap((at) => answer.claims[at] ?? []));
      expect(claims.length).toBe(3);
      expect(claims.every((claim) => claim.citations.length > 0)).toBe(true);
      expect(claims.flatMap((claim) => claim.citations).every(({ paper }) => paper === row.paper)).toBe(true);
    }
  });

  it('tells at a glance what the papers share and where they differ', async () => {
    const { answer } = await ask('Compare EvoDynamics.jl and VisualTorch on year and licence.');
    expect(answer.replaceAll(/ \[\d+\]/g, '')).toBe(
      'EvoDynamics.jl and VisualTorch by year and licence. Both have in common: licence CC BY 4.0. ' +
        'They differ in year: 2022 (EvoDynamics.jl) and 2024 (VisualTorch).',
    );
  });

  it('quotes sentences word for word where the text tells, and leaves a cell empty where it does not', async () => {
    const answer = await ask('Compare VisualTorch and Ecological Forecasting and Dynamics by purpose and funding.');
    const [visual, course] = answer.table?.rows ?? [];
    expect(visual?.cells.map(({ verdict }) => verdict)).toEqual(['supported', 'not-in-corpus']);
    expect(visual?.cells[1]).toEqual({ text: '', verdict: 'not-in-corpus', claims: [] });
    expect(course?.cells[1]?.text).toContain('supported by the National Science Foundation');
    const quoted = course?.cells[1]?.claims.flatMap((at) => answer.claims[at]?.citations ?? []) ?? [];
    expect(quoted.map(({ quote }) => quote).join(' … ')).toBe(course?.cells[1]?.text);
    expect(answer.answer).toContain('1 of 4 cells is empty');
  });

  it('asks each paper for an aspect that nothing is known about, and leaves the cell empty where it does not answer', async () => {
    const answer = await ask(
      'Compare VisualTorch and cuallee in terms of visualization styles and number of authors in Peru.',
    );
    expect(answer.table?.aspects).toEqual(['visualization styles', 'number of authors in Peru']);
    const [visual, other] = answer.table?.rows ?? [];
    expect(visual?.cells[0]?.text).toContain('visualizations using various styles');
    expect([visual?.cells[1], ...(other?.cells ?? [])].map((cell) => cell?.text)).toEqual(['', '', '']);
  });

  it('finds papers by what they have in common', async () => {
    const answer = await ask('Make a table of year and journal for the papers of 2022.');
    expect(answer.table?.rows.map(({ cells: [year] }) => year?.text)).toEqual(['2022', '2022', '2022', '2022']);
    const [query] = answer.claims.flatMap(({ rows }) => rows.map((row) => row.query));
    expect(answer.sparql[query ?? -1]?.text).toContain('?field');
  });

  it('asks no paper that may not be asked', async () => {
    const keys = graph.corpus.snapshot().graphs.flatMap(({ key }) => key ?? []);
    const [one = '', other = ''] = keys;
    const answer = await ask('Compare the papers by year.', { papers: [one, other] });
    expect(answer.table?.rows.map(({ paper }) => paper).toSorted()).toEqual([one, other].toSorted());
  });

  it('is cut to a table that can be read, and says so', async () => {
    const answer = await ask('Compare all papers by year, authors, journal, licence, keywords, purpose and funding.');
    expect(answer.table?.rows).toHaveLength(12);
    expect(answer.table?.aspects).toHaveLength(6);
    const cut = answer.degraded.filter(({ step }) => step === 'table');
    expect(cut.map(({ wanted, used }) => `${wanted}: ${used}`)).toEqual([
      '22 papers: the first 12',
      '7 aspects: the first 6',
    ]);
  });

  it('lets a chat model word a summary in one call, and shows of it what the quotes of the cells support', async () => {
    const claims = [
      { text: 'cuallee employs a heuristic-based approach to define quality rules for each dataset.', quotes: [2] },
      { text: 'cuallee was written by 45 people in Paris.', quotes: [2] },
      { text: 'Nothing is cited here.', quotes: [99] },
    ];
    const chat = new StubChat(JSON.stringify({ answered: true, claims }));
    const question = 'Compare CART and cuallee by method.';
    const [without, answer] = [await ask(question), await ask(question, { chat })];
    expect(chat.asked).toHaveLength(1);
    expect(answer.answer).toMatch(
      /^CART and cuallee by method\. cuallee employs a heuristic-based approach .* \[\d+\]$/,
    );
    expect(answer.answer).not.toMatch(/Paris|Nothing is cited/);
    expect(cells(answer)).toEqual(cells(without));
    const [cell] = answer.table?.rows[1]?.cells ?? [];
    expect(cell?.claims.map((at) => answer.claims[at]?.text).join(' … ')).toBe(cell?.text);
  });

  it('stays as it is when the chat model fails', async () => {
    const chat = new StubChat('no JSON');
    const answer = await ask('Compare CART and cuallee by method.', { chat });
    expect(answer.table?.rows).toHaveLength(2);
    expect(answer.degraded.map(({ step }) => step)).toContain('summary');
  });

  it('tells what happens in the order of the contract', async () => {
    const names = (await eventsOf('Compare VisualTorch and cuallee by year.')).map(({ event }) => event);
    expect([...new Set(names)]).toEqual(['started', 'plan', 'query', 'evidence', 'text', 'claim', 'done']);
  });

  it('ends at once when it is cancelled while its cells are filled', async () => {
    const question = 'Compare all papers by purpose and year.';
    const controller = new AbortController();
    const { facts } = parts;
    let isRead = false;
    const papers: PaperFacts = {
      named: (...asked) => facts.papers.named(...asked),
      fields: async (...asked) => {
        const values = await facts.papers.fields(...asked);
        if (isRead) setImmediate(() => controller.abort());
        return values;
      },
    };
    const cancelled: Facts = {
      prepare: () => facts.prepare(),
      find: (...asked) => facts.find(...asked),
      textualNodes: (...asked) => facts.textualNodes(...asked),
      papers,
    };
    const from = new QuestionAnswering({ ...parts, facts: cancelled });
    await ask(question, { from });
    // From here on nothing of the papers is waited for: only a pause lets the cancelling in.
    isRead = true;
    const told: string[] = [];
    for await (const { event } of from.ask({ question }, { signal: controller.signal })) told.push(event);
    expect(told.at(-1)).toBe('cancelled');
    expect(told).not.toContain('text');
  });

  it('says that it could not search, and not that nothing is there, when no paper can be read', async () => {
    const { corpus } = graph;
    const broken = {
      baseIri: corpus.baseIri,
      commitNumber: () => corpus.commitNumber(),
      snapshot: () => corpus.snapshot(),
      readGraph: () => Promise.reject(new KgqpError('kgqp/timeout', 'The disk is slow.')),
    };
    const [last] = (
      await eventsOf('Compare VisualTorch and cuallee by purpose.', {
        from: new QuestionAnswering({ ...parts, corpus: broken }),
      })
    ).slice(-1);
    expect(last).toMatchObject({
      event: 'done',
      answer: { verdict: 'no-answer', problem: { code: 'kgqp/no-evidence' } },
    });
  });

  it('keeps a title whole that holds a word which could lead to aspects', async () => {
    const { table } = await ask('How do VisualTorch and Practical machine learning with PyTorch differ?');
    expect(table?.rows.map(({ title }) => title.split(':')[0])).toEqual([
      'VisualTorch',
      'Practical machine learning with PyTorch',
    ]);
    expect(table?.aspects[0]).toBe('year');
  });

  it('says which name is that of no paper', async () => {
    const answer = await ask('Compare VisualTorch, Wallaby-9 and cuallee by year.');
    expect(answer.table?.rows).toHaveLength(2);
    expect(answer.degraded.map(({ wanted }) => wanted)).toEqual(['a paper called “Wallaby-9”']);
  });

  it.each([
    'How does VisualTorch compare to visualkeras?',
    'What is the difference between ManimGL and ManimCE?',
    'Which paper has more references, EvoDynamics.jl or cuallee?',
  ])('is not %s', async (question) => {
    expect((await ask(question)).table).toBeUndefined();
  });
});
