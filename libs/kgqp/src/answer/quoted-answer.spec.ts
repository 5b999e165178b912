import { expect, it } from '@jest/globals';
import { CitablePaper } from '../evidence/citable-paper.ts';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { quote } from '../evidence/quote.ts';
import { breadPaper, telescopePaper } from '../testing/test-papers.ts';
import { claimText } from './draft-answer.ts';
import { quotedAnswer } from './quoted-answer.ts';

const telescope = new CitablePaper(telescopePaper, 'argus', 'a'.repeat(64));
const bread = new CitablePaper(breadPaper, 'bread', 'b'.repeat(64));

function evidence(paper: CitablePaper, id: string, score: number): EvidenceUnit {
  const [unit] = paper.unitsAt(id);
  if (!unit) throw new Error(`No unit at ${id}.`);
  const placed = { paper, unit, iri: `http://localhost:3000/id/paper/${paper.key}/${id}` };
  return { placed, quote: quote(placed), similarity: score, coverage: score, score, methods: [] };
}

it('says what several places say once, and cites them all', () => {
  const same = [evidence(bread, 's1/p1/t1', 1).quote];
  const [claim, agreement, ...others] = quotedAnswer('What was found?', {
    units: [{ ...evidence(telescope, 's2/p1/t1', 1), same }],
    method: 'words',
  });
  expect(others).toEqual([]);
  expect(agreement && claimText(agreement)).toMatch(/^2 papers agree on this: Argus.* and Sourdough/);
  expect(claim && claimText(claim)).toBe('In the first year Argus found 31 supernovae.');
  expect(claim?.parts.flatMap(({ quotes }) => quotes.map(({ paper }) => paper))).toEqual(['argus', 'bread']);
});

it('begins a new paragraph with each paper', () => {
  const units = [
    evidence(telescope, 's2/p1/t1', 1),
    evidence(telescope, 's1/p1/t1', 0.9),
    evidence(bread, 's1/p1/t1', 0.8),
  ];
  expect(quotedAnswer('What was found?', { units, method: 'words' }).map(({ separator }) => separator)).toEqual([
    '',
    ' ',
    '\n\n',
  ]);
});
