import { expect, it } from '@jest/globals';
import type { Citation, Claim, StatusName } from '@askg/contract';
import { cautionOf, withCaution } from './caution.ts';

function citation(paper: string, status?: StatusName, unit: Citation['unit'] = 'sentence'): Citation {
  const digest = 'a'.repeat(64);
  const quoted = { n: 1, iri: `http://a/${paper}`, title: paper, unit, quote: 'It is so.', boxes: [] };
  const own = status ? { status: { status, source: 'feed' } } : {};
  return { ...quoted, paper, textDigest: digest, graphDigest: digest, ...own };
}

function claim(...citations: Citation[]): Claim {
  return { text: 'It is so.', support: { label: 'supported', score: 1, method: 'verbatim' }, citations, rows: [] };
}

it.each([
  ['one retracted paper', [claim(citation('a', 'retracted'))], 'The one paper that this rests on was retracted.'],
  [
    'several that were taken back',
    [claim(citation('a', 'withdrawn')), claim(citation('b', 'retracted'))],
    'All papers that this rests on were retracted or withdrawn.',
  ],
  ['one of them in good standing', [claim(citation('a', 'retracted')), claim(citation('b'))], undefined],
  ['papers in doubt or corrected', [claim(citation('a', 'expression-of-concern', 'sentence'))], undefined],
  ['metadata of a retracted paper', [claim(citation('a', 'retracted', 'metadata'))], undefined],
  ['no paper', [claim()], undefined],
])('tells what an answer that rests on %s is worth', (_, claims, expected) => {
  expect(cautionOf(claims)).toBe(expected);
});

it('lowers the verdict of a part and of a cell by its own claims', () => {
  const claims = [claim(citation('a', 'retracted')), claim(citation('b'))];
  const part = (i: number) => ({ question: 'Why?', verdict: 'supported' as const, claims: [i] });
  const cell = (i: number) => ({ text: 'It is so.', verdict: 'supported' as const, claims: [i] });
  const table = { aspects: ['x', 'y'], rows: [{ paper: 'a', title: 'A', cells: [cell(0), cell(1)] }] };
  const extras = { parts: [part(0), part(1)], table };
  const said = withCaution({ verdict: 'supported', answer: '', claims, nearest: [], extras });
  expect(said.verdict).toBe('supported');
  expect(said.extras?.parts?.map(({ verdict }) => verdict)).toEqual(['partly-supported', 'supported']);
  expect(said.extras).toMatchObject({
    table: { rows: [{ cells: [{ verdict: 'partly-supported' }, { verdict: 'supported' }] }] },
  });
});
