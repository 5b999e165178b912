import { readFileSync } from 'node:fs';
import { Answer, AnswerDiff, type Citation, type Claim } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { diffAnswers } from './diff-answers.ts';

const example = Answer.parse(
  JSON.parse(readFileSync(new URL('../../../../docs/examples/answer.json', import.meta.url), 'utf8')),
);

function citation(n: number, quote: string, at = n): Citation {
  const textDigest = Buffer.from(quote).toString('hex').padEnd(64, '0').slice(0, 64);
  const iri = `http://localhost:3000/id/paper/10.1_a/s1/p1/t${at}`;
  return {
    n,
    iri,
    paper: '10.1_a',
    title: 'T',
    unit: 'sentence',
    quote,
    boxes: [],
    textDigest,
    graphDigest: textDigest,
  };
}

function claim(text: string, citations: Citation[], values: string[] = []): Claim {
  const rows = values.map((value) => ({ query: 0, bindings: { x: { type: 'literal' as const, value } }, sources: [] }));
  return { text, support: { label: 'supported', score: 1, method: 'verbatim' }, citations, rows };
}

const answer = (id: string, claims: Claim[], more: Partial<Answer> = {}): Answer => ({
  ...example,
  id,
  claims,
  ...more,
});
const diff = (from: Answer, to: Answer, ...now: [ReadonlyMap<string, string[]>?]) =>
  AnswerDiff.parse(diffAnswers({ from, to }, ...now));

describe('two answers', () => {
  it('that say the same are the same, whatever numbers and times they carry', () => {
    const one = answer('a', [claim('A.', [citation(1, 'A.', 5)])]);
    const two = answer('b', [claim('A.', [citation(9, 'A.', 5)])], { timings: { all: 5 } });
    expect(diff(one, two)).toMatchObject({
      same: true,
      from: { id: 'a' },
      to: { id: 'b' },
      claims: [],
      rows: [],
      quotes: [],
      queries: [],
    });
  });

  it('differ by claims that came, went, or changed on the same ground, and by their support', () => {
    const shared = citation(1, 'Shared.');
    const one = answer('a', [claim('Old words.', [shared]), claim('Goes.', []), claim('Stays.', [])]);
    const weaker = { ...claim('Stays.', []), support: { label: 'partly' as const, score: 0.5, method: 'words' } };
    const two = answer('b', [claim('New words.', [shared]), weaker, claim('Comes.', [])]);
    const { claims, same } = diff(one, two);
    expect(same).toBe(false);
    expect(claims).toEqual([
      { change: 'changed', from: 'Old words.', to: 'New words.' },
      { change: 'went', from: 'Goes.' },
      { change: 'changed', from: 'Stays.', to: 'Stays.', support: { from: 'supported', to: 'partly' } },
      { change: 'came', to: 'Comes.' },
    ]);
  });

  it('differ by the values of rows, not by which query gave them', () => {
    const one = answer('a', [claim('C', [], ['1', '2'])]);
    const two = answer('b', [claim('C', [], ['2', '3'])]);
    expect(diff(one, two).rows.map(({ change, bindings }) => [change, bindings['x']?.value])).toEqual([
      ['went', '1'],
      ['came', '3'],
    ]);
  });

  it('differ by quotes: another sentence, or other words at the same address', () => {
    const one = answer('a', [claim('C', [citation(1, 'One.'), citation(2, 'Two.'), citation(3, 'Three.')])]);
    const two = answer('b', [claim('C', [citation(1, 'One changed.', 1), citation(4, 'Four.')])]);
    const now = new Map([
      [citation(2, '').iri, ['Two.']],
      [citation(3, '').iri, ['Three is other now.']],
    ]);
    expect(diff(one, two, now).quotes.map(({ change, from, to }) => [change, from, to])).toEqual([
      ['changed', 'One.', 'One changed.'],
      ['went', 'Two.', undefined],
      ['changed', 'Three.', 'Three is other now.'],
      ['came', undefined, 'Four.'],
    ]);
  });

  it('differ by their verdict', () => {
    const one = answer('a', []);
    const two = answer('b', [], { verdict: 'not-in-corpus' });
    expect(diff(one, two)).toMatchObject({ same: false, verdict: { from: 'supported', to: 'not-in-corpus' } });
  });

  it('name queries whose rows are others, which by itself makes no other answer', () => {
    const [query] = example.sparql;
    const two = answer('b', example.claims, { sparql: query ? [{ ...query, rows: 13 }] : [] });
    expect(diff(example, two)).toMatchObject({
      same: true,
      queries: [{ text: query?.text, from: { rows: 12, state: 'ok' }, to: { rows: 13, state: 'ok' } }],
    });
  });

  it('of which one was redacted are compared as far as that goes', () => {
    const degraded = [{ step: 'redaction', wanted: 'k', used: 'nothing', reason: 'r' }];
    const one = answer('a', [claim('[removed]', [citation(1, '[removed]')])], { degraded });
    const { quotes, notes } = diff(one, answer('b', []));
    expect([quotes, notes]).toEqual([[], ['Quotes of papers that were removed are not compared.']]);
  });
});
