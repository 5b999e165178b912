import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Answer } from '@askg/contract';
import { answerLines } from './answer-lines.ts';

const example = Answer.parse(
  JSON.parse(readFileSync(new URL('../../../../docs/examples/answer.json', import.meta.url), 'utf8')),
);

describe('an answer for a person', () => {
  it('begins with its words and quotes each sentence that it cites, once, with its address', () => {
    const lines = answerLines(example);
    expect(lines[0]).toBe(example.answer.split('\n')[0]);
    const cited = example.claims.flatMap(({ citations }) => citations);
    expect(cited.length).toBeGreaterThan(0);
    for (const { n, quote, iri } of cited) {
      expect(lines.filter((line) => line === `[${n}] “${quote}”`)).toHaveLength(1);
      expect(lines).toContain(`    ${iri}`);
    }
  });

  it('shows the nearest sentences only where the papers do not answer', () => {
    const citation = { ...example.claims.flatMap(({ citations }) => citations)[0], n: 1, quote: 'A near miss.' };
    const answer = Answer.parse({ ...example, verdict: 'not-in-corpus', claims: [], nearest: [citation] });
    expect(answerLines(answer)).toEqual(
      expect.arrayContaining(['The nearest that these papers say:', '[1] “A near miss.”']),
    );
    expect(answerLines({ ...answer, nearest: [] })).not.toContain('The nearest that these papers say:');
  });

  it('tells of each part of a question what came of it', () => {
    const parts = [
      { question: 'Who wrote it?', verdict: 'supported' as const, claims: [0] },
      { question: 'What does it cost?', verdict: 'not-in-corpus' as const, claims: [] },
    ];
    const lines = answerLines({ ...example, verdict: 'partly-supported', parts });
    const at = lines.indexOf('Only partly supported by the sentences cited.');
    expect(lines.slice(at + 1, at + 3)).toEqual([
      '  1. Who wrote it? Supported by the sentences cited.',
      '  2. What does it cost? Nothing here supports an answer.',
    ]);
  });

  it('offers what a phrase may name as well, until one of them was taken', () => {
    const near = { iri: 'http://e/paper/a/kw1', label: 'Python', score: 1, kind: 'Keyword' };
    const far = { iri: 'http://e/paper/a/ref2', label: 'Argopy', score: 0.7 };
    const link = { phrase: 'Python', chosen: 'http://e/paper/a/ent4', alternatives: [near, far] };
    const offers = (answer: Answer) => answerLines(answer).filter((line) => line.includes('may also be'));
    expect(offers({ ...example, links: [link] })).toEqual([
      "“Python” may also be Python (Keyword): --take 'http://e/paper/a/kw1=Python'",
    ]);
    expect(offers({ ...example, links: [{ ...link, confirmed: true }] })).toEqual([]);
  });

  it('tells what could not run as wanted', () => {
    const degraded = [{ step: 'retrieval', wanted: 'vectors', used: 'words', reason: 'There is no model.' }];
    expect(answerLines({ ...example, degraded }).at(-1)).toBe(
      'Note: retrieval used words instead of vectors. There is no model.',
    );
  });

  it('names a model whose licence forbids commercial use', () => {
    const model = {
      role: 'reranker' as const,
      name: 'closed',
      digest: 'd',
      licence: 'CC-BY-NC-4.0',
      commercial: false,
    };
    const open = { role: 'embedder' as const, name: 'open', digest: 'd', licence: 'MIT' };
    expect(answerLines({ ...example, degraded: [], models: [open, model] }).at(-1)).toBe(
      'Note: closed took part, which is under CC-BY-NC-4.0: for use that earns no money.',
    );
  });
});
