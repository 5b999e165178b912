import { expect, it } from '@jest/globals';
import { telescopePaper } from '../testing/test-papers.ts';
import { CitablePaper } from './citable-paper.ts';
import type { EvidenceUnit } from './evidence.ts';
import { quote } from './quote.ts';
import { withCompanions } from './with-companions.ts';

const paper = new CitablePaper(telescopePaper, 'argus', 'a'.repeat(64));

function evidence(id: string): EvidenceUnit {
  const [unit] = paper.unitsAt(id);
  if (!unit) throw new Error(`No unit at ${id}.`);
  const placed = { paper, unit, iri: `http://localhost:3000/id/paper/argus/${id}` };
  return { placed, quote: quote(placed), similarity: 1, coverage: 1, score: 1, methods: ['bm25'] };
}
const shown = (ids: readonly string[]) => withCompanions(ids.map(evidence)).map(({ placed }) => placed.unit.id);

it('puts what a unit points back at before it, with a quote of its own', () => {
  const units = withCompanions([evidence('s1/p1/t2')]);
  expect(units.map(({ quote: each }) => each.quote)).toEqual([
    'The lenses were ground from recycled glass by a workshop in Accra.',
    'This kept the cost of a lens below 40 euros.',
  ]);
  expect(units[0]?.methods).toEqual(['companion']);
});

it('shows no sentence twice, and keeps a unit as it was found', () => {
  expect(shown(['s1/p1/t2', 's1/p1/t1'])).toEqual(['s1/p1/t1', 's1/p1/t2']);
  expect(shown(['s1/p1/t1', 's1/p1/t2'])).toEqual(['s1/p1/t1', 's1/p1/t2']);
  expect(withCompanions([evidence('s1/p1/t2'), evidence('s1/p1/t1')])[0]?.methods).toEqual(['bm25']);
});

it('leaves units that stand alone as they are', () => {
  expect(shown(['s2/p1/t1', 's1/p1/t3'])).toEqual(['s2/p1/t1', 's1/p1/t3']);
});
