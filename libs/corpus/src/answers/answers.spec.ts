import { Answer, type Citation } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { useCorpora } from '../testing/test-corpus.ts';
import { add } from '../testing/test-paper.ts';

const corpora = useCorpora();
const digest = '0'.repeat(64);

function citation(n: number, paper: string): Citation {
  return {
    n,
    iri: `http://localhost:3000/id/paper/${paper}/s1/p1/t1`,
    paper,
    title: `Title of ${paper}`,
    section: 'Methods',
    unit: 'sentence',
    quote: `Words of ${paper}.`,
    boxes: [],
    textDigest: digest,
    graphDigest: digest,
  };
}

/** One claim on each paper, a row on each, and a nearest unit of each. */
function answerOn(papers: readonly string[]): Answer {
  return Answer.parse({
    schema: 'askg.answer/1',
    id: 'run-1',
    question: 'What?',
    mode: 'answer',
    corpus: { version: 1 },
    verdict: 'supported',
    answer: papers.map((paper) => `Words of ${paper}.`).join(' '),
    claims: papers.map((paper, i) => ({
      text: `Words of ${paper}.`,
      support: { label: 'supported', score: 1, method: 'verbatim' },
      citations: [citation(i + 1, paper)],
      rows: [
        {
          query: 0,
          bindings: { title: { type: 'literal', value: `Words of ${paper}.` } },
          sources: [citation(9, paper)],
        },
      ],
    })),
    nearest: papers.map((paper, i) => citation(i + 20, paper)),
    sparql: [],
    links: [],
    passages: [],
    degraded: [],
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0 },
    timings: {},
  });
}

describe('an answer that was given', () => {
  it('is kept whole', () => {
    const { answers } = corpora.create();
    const answer = answerOn(['10.1_a']);
    expect(answers.put(answer)).toEqual(answer);
    expect(answers.get('run-1')).toEqual(answer);
    expect(answers.get('run-2')).toBeUndefined();
  });

  it('loses the words of a paper that is removed, and no others', async () => {
    const corpus = corpora.create();
    const gone = await add(corpus, { text: 'one', identifiers: { doi: '10.1/a' } });
    const stays = await add(corpus, { text: 'two', identifiers: { doi: '10.1/b' } });
    corpus.answers.put(answerOn([gone.key, stays.key]));
    await corpus.removePaper(gone.key);
    const answer = Answer.parse(corpus.answers.get('run-1'));
    expect(JSON.stringify(answer)).not.toMatch(/(Words|Title) of 10\.1_a/);
    expect(answer.claims[1]).toEqual(answerOn([gone.key, stays.key]).claims[1]);
    expect(answer.claims[0]?.citations[0]).toMatchObject({ paper: gone.key, quote: '[removed]', n: 1 });
    expect(answer.claims[0]?.rows[0]?.bindings).toEqual({});
    expect(answer.degraded).toMatchObject([{ step: 'redaction', wanted: gone.key }]);
  });

  it('does not bring back words of a paper that was removed while it was made', async () => {
    const corpus = corpora.create();
    const { key } = await add(corpus, { text: 'one', identifiers: { doi: '10.1/a' } });
    await corpus.removePaper(key);
    expect(corpus.answers.put(answerOn([key])).answer).toBe('[removed]');
    expect(JSON.stringify(corpus.answers.get('run-1'))).not.toContain(`Words of ${key}`);
  });

  it('keeps its own words when only one of the nearest units is removed', async () => {
    const corpus = corpora.create();
    const { key } = await add(corpus, { text: 'one', identifiers: { doi: '10.1/a' } });
    corpus.answers.put({ ...answerOn(['10.1_b']), nearest: [citation(1, key)] });
    await corpus.removePaper(key);
    expect(corpus.answers.get('run-1')).toMatchObject({
      answer: 'Words of 10.1_b.',
      nearest: [{ quote: '[removed]' }],
    });
  });
});
