import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Answer, Citation } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { Prompt } from '../answer/prompt.ts';
import { MemoryRetriever } from '../testing/memory-passages.ts';
import { StubChat } from '../testing/stub-chat.ts';
import { StubFacts } from '../testing/stub-facts.ts';
import { useTestCorpora } from '../testing/test-corpus.ts';
import { QuestionAnswering } from './question-answering.ts';
import { RunRecord } from './run-record.ts';

const file = new URL('../../prompts/repair-query.v1.md', import.meta.url);
const answer = { id: 'a' } as Answer;
const testCorpus = useTestCorpora();
const numbered = (n: number) => ({ n }) as Citation;

describe('the record of a run', () => {
  it('tells with what was asked, the plan, and each quote that was chosen once', () => {
    const record = new RunRecord({
      question: 'Q',
      papers: ['10.1_a'],
      choices: [{ phrase: 'maps', iri: 'https://a.example/maps' }],
    });
    record.complete({ event: 'plan', steps: ['one', 'two'] });
    record.complete({ event: 'evidence', evidence: [numbered(2), numbered(1)] });
    record.complete({ event: 'evidence', evidence: [numbered(2), numbered(3)] });
    expect(record.complete({ event: 'done', answer })).toEqual({
      event: 'done',
      answer: {
        id: 'a',
        settings: { paper: '10.1_a', links: [{ phrase: 'maps', chosen: 'https://a.example/maps' }], model: 'none' },
        plan: ['one', 'two'],
        evidence: [numbered(1), numbered(2), numbered(3)],
      },
    });
  });

  it('names the prompt files that the model was sent, also where their messages stand among others', async () => {
    const record = new RunRecord({ question: 'Q', papers: ['a', 'b'], chat: new StubChat('yes') });
    const messages = new Prompt(file, ['query', 'findings']).messages({ query: 'Q', findings: 'F' });
    await record.request.chat?.complete({ messages: [{ role: 'assistant', content: 'before' }, ...messages] });
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(record.complete({ event: 'done', answer })).toMatchObject({
      answer: { settings: { model: 'stub' }, prompts: [{ file: 'repair-query.v1.md', digest }] },
    });
  });

  it('names no prompt that was not sent', () => {
    const record = new RunRecord({ question: 'Q', chat: new StubChat('yes') });
    new Prompt(file, ['query', 'findings']).messages({ query: 'Q', findings: 'F' });
    expect(record.complete({ event: 'done', answer })).toEqual({
      event: 'done',
      answer: { id: 'a', settings: { model: 'stub' } },
    });
  });
});

it('a whole run keeps its plan, its evidence, and the prompts that its model was sent', async () => {
  const { corpus, passages } = await testCorpus();
  const answering = new QuestionAnswering({
    corpus,
    passages,
    retriever: new MemoryRetriever(passages),
    facts: new StubFacts(),
    now: () => 0,
    newId: () => 'id',
  });
  const chat = new StubChat('no JSON');
  let done: Answer | undefined;
  for await (const event of answering.ask({ question: 'How many supernovae did Argus find?', chat })) {
    if (event.event === 'done') done = event.answer;
  }
  expect(chat.asked.length).toBeGreaterThan(0);
  expect(done?.settings).toEqual({ model: 'stub' });
  expect(done?.plan?.length).toBeGreaterThan(0);
  expect(done?.evidence?.map(({ quote }) => quote)).toContain('In the first year Argus found 31 supernovae.');
  expect(done?.prompts?.length).toBeGreaterThan(0);
  for (const { file: name, digest } of done?.prompts ?? []) {
    const content = readFileSync(new URL(`../../prompts/${name}`, import.meta.url));
    expect(createHash('sha256').update(content).digest('hex')).toBe(digest);
  }
});
