import { describe, expect, it } from '@jest/globals';
import type { Quote } from '../../evidence/quote.ts';
import { claimText } from '../draft-answer.ts';
import type { Outcome } from '../outcome.ts';
import { verbatim } from '../support.ts';
import type { Similarity } from './told-sentence.ts';
import { withPolarity } from './with-polarity.ts';

const question = 'Does dropout increase recall?';
const up = 'Dropout significantly increased recall (p < 0.01).';
const down = 'Dropout did not increase recall: no significant effect was found.';

function quoteOf(text: string, paper: string, section = 'Introduction'): Quote {
  return { iri: `${paper} ${text}`, paper, title: `Paper ${paper}`, unit: 'sentence', quote: text, section } as Quote;
}

function quoted(...said: [text: string, paper: string][]): Outcome {
  const claims = said.map(([text, paper]) => ({
    separator: ' ',
    parts: [{ text, quotes: [quoteOf(text, paper)] }],
    support: verbatim,
    rows: [],
  }));
  return { verdict: 'supported', claims, nearest: [], degraded: [] };
}

/** As an embedder has it that tells a denial, and of neither is certain. */
const similarity: Similarity = (statement, texts) =>
  Promise.resolve(
    texts.map((text) => {
      if (text.includes('may')) return 0.7;
      return text.includes('not') === statement.includes('decrease') ? 0.74 : 0.7;
    }),
  );

const open = async (...said: [string, string][]) => {
  const { claims, polarity } = await withPolarity(question, [], quoted(...said), similarity);
  return { text: claims[0] && claimText(claims[0]), claims, polarity };
};

describe('an answer to a question for yes or no', () => {
  it('opens with the word, which rests on the quotes', async () => {
    const { text, claims, polarity } = await open([up, 'a']);
    expect(text).toBe('Yes.');
    expect(claims[0]?.parts[0]?.quotes.map(({ quote }) => quote)).toEqual([up]);
    expect(claims[1]).toMatchObject({ separator: '\n\n', parts: [{ text: up }] });
    expect(polarity).toMatchObject({
      reading: 'yes',
      told: true,
      papers: [{ paper: 'a', reading: 'yes', claims: [0, 1] }],
    });
  });

  it('is read from what came out where the evidence has it, quoted or not', async () => {
    const units = [{ quote: quoteOf(up, 'a', 'Results'), placed: { unit: {} } }];
    const { claims, polarity } = await withPolarity(question, units, quoted([down, 'a']), similarity);
    expect(claims[0]).toMatchObject({ parts: [{ text: 'Yes', quotes: [{ quote: up }] }, { text: '.' }] });
    expect(polarity?.papers[0]?.claims).toEqual([0]);
  });

  it('tells how many papers agree', async () => {
    expect((await open([up, 'a'], [up, 'b'], [up, 'b'])).text).toBe('Yes: 2 papers agree.');
    expect((await open([down, 'a'])).text).toBe('No.');
  });

  it('sets papers against each other where they do not', async () => {
    const { text, claims, polarity } = await open([up, 'a'], [down, 'b'], [up, 'c']);
    expect(text).toBe('The evidence is mixed: 2 papers say yes, 1 says no.');
    expect(claims[0]?.parts.map(({ quotes }) => quotes.map(({ paper }) => paper))).toEqual([['a', 'c'], ['b'], []]);
    expect(polarity).toMatchObject({ reading: 'maybe', told: true });
  });

  it('does not tell what a paper that is less sure speaks against', async () => {
    const doubt = 'No significant effect on precision.';
    const { claims, polarity } = await open([up, 'a'], [doubt, 'b']);
    expect(polarity?.papers.map(({ reading }) => reading)).toEqual(['yes', 'no']);
    expect(polarity).toMatchObject({ reading: 'yes' });
    expect(polarity?.told).toBeUndefined();
    expect(claims).toHaveLength(2);
  });

  it('does not count a paper that was taken back', async () => {
    const retracted = { ...quoteOf(up, 'a'), status: { status: 'retracted' as const, source: 'by hand' } };
    const [claim] = quoted([up, 'a']).claims;
    const claims = claim ? [{ ...claim, parts: [{ text: up, quotes: [retracted] }] }] : [];
    expect((await withPolarity(question, [], { ...quoted(), claims }, similarity)).polarity).toBeUndefined();
  });

  it('leaves the quotes alone where it is not sure, and says which way they lean', async () => {
    const { claims, polarity } = await open(['Although limited, some change in recall may be seen.', 'a']);
    expect(claims).toHaveLength(1);
    expect(polarity?.told).toBeUndefined();
    expect(polarity?.papers[0]?.claims).toEqual([0]);
  });

  it('says nothing to another question, nor from a sentence that only asks', async () => {
    const outcome = quoted([up, 'a']);
    expect(await withPolarity('What does dropout do?', [], outcome, similarity)).toBe(outcome);
    expect((await open(['We examined whether dropout increases recall.', 'a'])).polarity).toBeUndefined();
  });
});
