import { expect, it } from '@jest/globals';
import { CitablePaper } from '../evidence/citable-paper.ts';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { quote } from '../evidence/quote.ts';
import { telescopePaper } from '../testing/test-papers.ts';
import { chooseSentences } from './choose-sentences.ts';

const paper = new CitablePaper(telescopePaper, 'argus', 'c'.repeat(64));

function evidence(id: string, score: number): EvidenceUnit {
  const [unit] = paper.unitsAt(id);
  if (!unit) throw new Error(`No unit at ${id}.`);
  const placed = { paper, unit, iri: `http://localhost:3000/id/paper/argus/${id}` };
  return { placed, quote: quote(placed), similarity: score, coverage: score, score, methods: [] };
}
const units = [
  evidence('s2/p1/t1', 1),
  evidence('s1/p1/t1', 0.9),
  evidence('s2/p1/t2', 0.8),
  evidence('s2/p1/t3', 0.5),
];
const chosen = (isOnePaper: boolean) => chooseSentences({ units, isOnePaper }).map(({ placed }) => placed.unit.id);

it('quotes what comes near the best, wherever it stands', () => {
  expect(chosen(false)).toEqual(['s2/p1/t1', 's1/p1/t1', 's2/p1/t2']);
});

it('keeps to the best paragraph when one paper is asked', () => {
  expect(chosen(true)).toEqual(['s2/p1/t1', 's2/p1/t2']);
});

it('quotes two paragraphs of one paper that are as good', () => {
  const both = [evidence('s2/p1/t1', 1), evidence('s1/p1/t1', 0.97)];
  expect(chooseSentences({ units: both, isOnePaper: true })).toHaveLength(2);
});
