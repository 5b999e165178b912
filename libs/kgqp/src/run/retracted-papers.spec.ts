import { describe, expect, it } from '@jest/globals';
import { type Answer, AskEvent } from '@askg/contract';
import type { FactAnswer } from '../facts.ts';
import { MemoryRetriever } from '../testing/memory-passages.ts';
import { StubFacts } from '../testing/stub-facts.ts';
import { type TestCorpus, useTestCorpora } from '../testing/test-corpus.ts';
import { breadPaper, telescopePaper } from '../testing/test-papers.ts';
import type { AskRequest } from './ask-request.ts';
import { QuestionAnswering } from './question-answering.ts';

const testCorpus = useTestCorpora();
const supernovae = 'How many supernovae did Argus find in the first year?';
const found = 'In the first year Argus found 31 supernovae.';

async function ask({ corpus, passages }: TestCorpus, request: AskRequest, facts = new StubFacts()): Promise<Answer> {
  let ids = 0;
  const parts = { corpus, passages, retriever: new MemoryRetriever(passages), facts, now: () => 0 };
  const answering = new QuestionAnswering({ ...parts, newId: () => `id-${++ids}` });
  let last: AskEvent | undefined;
  const text: string[] = [];
  for await (const event of answering.ask(request)) {
    last = AskEvent.parse(event);
    if (last.event === 'text') text.push(last.delta);
  }
  if (last?.event !== 'done') throw new Error(`ended with ${last?.event}`);
  expect(text.join('')).toBe(last.answer.answer);
  return last.answer;
}

const statuses = (answer: Answer): unknown[] =>
  answer.claims.flatMap(({ citations }) => citations.map(({ status }) => status?.status));

describe('an answer from papers that were taken back', () => {
  it('says so beside each quote and in its words, and is partly supported at most', async () => {
    const made = await testCorpus([telescopePaper]);
    await made.corpus.statuses.set('10.1000/argus', { status: 'retracted', date: '2022', notice: '10.1000/n' });
    const answer = await ask(made, { question: supernovae });
    expect(answer.verdict).toBe('partly-supported');
    expect(answer.answer).toMatch(/31 supernovae\. \[1\][^]*\n\nThe one paper that this rests on was retracted\.$/);
    expect(answer.claims[0]?.citations[0]).toMatchObject({
      quote: found,
      status: { status: 'retracted', date: '2022', notice: 'https://doi.org/10.1000/n', source: 'by hand' },
    });
    const retrieved = await ask(made, { question: supernovae, mode: 'retrieve' });
    expect(retrieved).toMatchObject({ verdict: 'partly-supported', answer: '' });
  });

  it('is as sure as before where the paper was only corrected, and again when that is taken back', async () => {
    const made = await testCorpus();
    const { entry } = await made.corpus.statuses.set('10.1000/argus', { status: 'corrected' });
    const corrected = await ask(made, { question: supernovae });
    expect([corrected.verdict, statuses(corrected)[0]]).toEqual(['supported', 'corrected']);
    expect(corrected.answer).not.toContain('rests on');
    await made.corpus.statuses.undo(entry.id);
    const again = await ask(made, { question: supernovae });
    expect([again.verdict, statuses(again)[0]]).toEqual(['supported', undefined]);
  });

  it('quotes a paper in good standing first where both say the same as well', async () => {
    const twin = {
      ...telescopePaper,
      title: 'Argus: a telescope that watches the whole sky again',
      identifiers: { doi: '10.1000/twin' },
      digest: 'd'.repeat(64),
    };
    const made = await testCorpus([telescopePaper, twin, breadPaper]);
    const first = (await ask(made, { question: supernovae })).claims[0]?.citations[0]?.paper ?? '';
    await made.corpus.statuses.set(first, { status: 'retracted' });
    const answer = await ask(made, { question: supernovae });
    expect(answer.claims[0]?.citations[0]?.paper).not.toBe(first);
    expect(answer.verdict).toBe('supported');
    expect(answer.answer).not.toContain('rests on');
  });

  it('is sure where it tells what the graph says of such a paper', async () => {
    const made = await testCorpus();
    await made.corpus.statuses.set('10.1000/argus', { status: 'retracted' });
    const facts: FactAnswer = {
      run: { kind: 'fact', origin: 'planner', text: 'SELECT …', rows: 1, ms: 1, state: 'ok', relaxed: [] },
      shape: 'list',
      columns: ['name'],
      rows: [
        {
          bindings: { name: { type: 'literal', value: 'Ada Lind' } },
          sources: [`http://localhost:3000/id/paper/${made.keys[0]}/person1`],
        },
      ],
      confidence: 0.9,
      reading: 'the authors of the paper “Argus”',
    };
    const answer = await ask(made, { question: 'Who wrote the Argus paper?' }, new StubFacts({ answer: facts }));
    expect(answer.verdict).toBe('supported');
    expect(answer.answer).not.toContain('rests on');
    expect(answer.claims[0]?.rows[0]?.sources[0]?.status).toMatchObject({ status: 'retracted' });
  });
});
