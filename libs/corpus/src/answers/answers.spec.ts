import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Answer, type Citation } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { migrations } from '../catalog/migrations.ts';
import { createCatalog, openCatalog } from '../catalog/open-catalog.ts';
import { Corpus } from '../corpus.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, base } from '../testing/test-paper.ts';
import { hashOfAnswer, isSealed } from './seal-answer.ts';

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
    evidence: papers.map((paper, i) => citation(i + 1, paper)),
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
    const kept = { ...answer, hash: hashOfAnswer(answer) };
    expect(answers.put(answer)).toEqual(kept);
    expect(answers.get('run-1')).toEqual(kept);
    expect(answers.get('run-2')).toBeUndefined();
  });

  it('loses the words of a paper that is removed, and no others', async () => {
    const corpus = corpora.create();
    const gone = await add(corpus, { text: 'one', identifiers: { doi: '10.1/a' } });
    const stays = await add(corpus, { text: 'two', identifiers: { doi: '10.1/b' } });
    const papers = [gone.key, stays.key].map((paper) => {
      return { paper, title: `Title of ${paper}`, reading: 'yes' as const, probability: 0.9, claims: [0] };
    });
    const polarity = { reading: 'yes' as const, probability: 0.9, told: true as const, papers };
    const parts = [{ question: 'What?', verdict: 'supported' as const, claims: [0], polarity }];
    corpus.answers.put({ ...answerOn([gone.key, stays.key]), polarity, parts });
    await corpus.removePaper(gone.key);
    const answer = Answer.parse(corpus.answers.get('run-1'));
    expect(JSON.stringify(answer)).not.toMatch(/(Words|Title) of 10\.1_a/);
    expect(answer.polarity?.papers.map(({ title }) => title)).toEqual(['[removed]', `Title of ${stays.key}`]);
    expect(answer.parts?.[0]?.polarity).toEqual(answer.polarity);
    expect(answer.claims[1]).toEqual(answerOn([gone.key, stays.key]).claims[1]);
    expect(answer.claims[0]?.citations[0]).toMatchObject({ paper: gone.key, quote: '[removed]', n: 1 });
    expect(answer.claims[0]?.rows[0]?.bindings).toEqual({});
    expect(answer.degraded).toMatchObject([{ step: 'redaction', wanted: gone.key }]);
    expect(isSealed(answer)).toBe(true);
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

  describe('is known to those who read some collections', () => {
    async function corpusOf(...papers: string[]) {
      const corpus = corpora.create();
      for (const doi of papers) await add(corpus, { text: doi, identifiers: { doi } });
      const ids = papers.map((doi, i) => {
        corpus.collections.add(`c${i}`, [`doi:${doi}`]);
        return corpus.collections.requireId(`c${i}`);
      });
      return { corpus, answers: corpus.answers, ids };
    }

    it('where it was sought in these only', async () => {
      const { answers, ids } = await corpusOf('10.1/a', '10.1/b');
      answers.put(answerOn(['10.1_a']), ids.slice(0, 1));
      expect(answers.getWithin('run-1', ids)).toEqual(answers.get('run-1'));
      expect(answers.getWithin('run-1', ids.slice(0, 1))).toEqual(answers.get('run-1'));
      expect(answers.getWithin('run-1', ids.slice(1))).toBeUndefined();
      expect(answers.getWithin('run-1', [])).toBeUndefined();
      expect(answers.getWithin('run-2', ids)).toBeUndefined();
    });

    it('not where it was given before there were collections', () => {
      const folder = corpora.folder();
      mkdirSync(folder);
      const path = join(folder, 'catalog.sqlite');
      const schema5 = migrations.slice(0, 5);
      createCatalog(path, { base_iri: base, id: 'x' }, schema5);
      const before = openCatalog(path, false, schema5);
      const bundle = JSON.stringify(answerOn([]));
      before.prepare("INSERT INTO answers (id, at, bundle) VALUES ('run-1', '2025', ?)").run(bundle);
      before.close();
      const upgraded = Corpus.open(folder);
      const { answers } = upgraded;
      expect([answers.get('run-1')?.id, answers.getWithin('run-1', [1])]).toEqual(['run-1', undefined]);
      upgraded.close();
    });

    it('not where all papers were asked, whatever it quotes', async () => {
      const { answers, ids } = await corpusOf('10.1/a');
      answers.put(answerOn(['10.1_a']));
      expect(answers.getWithin('run-1', ids)).toBeUndefined();
    });

    it('not once a paper that it quotes was taken out of them, but still when that was removed and redacted', async () => {
      const { corpus, answers, ids } = await corpusOf('10.1/a', '10.1/b');
      answers.put(answerOn(['10.1_a', '10.1_b']), ids);
      await corpus.removePaper('10.1_b');
      expect(answers.getWithin('run-1', ids)?.claims[1]?.text).toBe('[removed]');
      corpus.collections.remove('c0', ['10.1_a']);
      expect(answers.getWithin('run-1', ids)).toBeUndefined();
    });
  });
});
