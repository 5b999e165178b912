import { describe, expect, it } from '@jest/globals';
import { CitablePaper } from '../evidence/citable-paper.ts';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { quote } from '../evidence/quote.ts';
import { breadPaper, telescopePaper } from '../testing/test-papers.ts';
import { readingOrder } from './reading-order.ts';

const telescope = new CitablePaper(telescopePaper, '10.1000_argus', 'a'.repeat(64));
const bread = new CitablePaper(breadPaper, '10.1000_bread', 'b'.repeat(64));

function evidence(paper: CitablePaper, id: string): EvidenceUnit {
  const [unit] = paper.unitsAt(id);
  if (!unit) throw new Error(`no unit ${id}`);
  const placed = { paper, unit, iri: `http://localhost:3000/id/paper/${paper.key}/${id}` };
  return { placed, quote: quote(placed), similarity: 1, coverage: 1, score: 1, methods: [] };
}

const order = (question: string, units: EvidenceUnit[]) => readingOrder(question, units).map(({ unit }) => unit.id);

describe('reading order', () => {
  it('follows the paper, and takes papers by their best unit', () => {
    const units = [evidence(telescope, 's2/p1/t1'), evidence(bread, 's1/p1/t1'), evidence(telescope, 's1/p1/t1')];
    expect(order('What was found?', units)).toEqual(['s1/p1/t1', 's2/p1/t1', 's1/p1/t1']);
  });

  it('puts the neighbour before a sentence that points back', () => {
    const placed = readingOrder('How much does a lens cost?', [evidence(telescope, 's1/p1/t2')]);
    expect(placed.map(({ unit }) => unit.id)).toEqual(['s1/p1/t1', 's1/p1/t2']);
    expect(placed[0]?.iri).toBe('http://localhost:3000/id/paper/10.1000_argus/s1/p1/t1');
  });

  it('brings what the neighbour points back at, too', () => {
    expect(order('?', [evidence(telescope, 's2/p1/t4')])).toEqual(['s2/p1/t3', 's2/p1/t4']);
    expect(order('?', [evidence(telescope, 's2/p1/t5')])).toEqual(['s2/p1/t3', 's2/p1/t4', 's2/p1/t5']);
  });

  it('puts no neighbour twice, and none from another paragraph', () => {
    expect(order('?', [evidence(telescope, 'abstract/p1/t2'), evidence(telescope, 'abstract/p1/t1')])).toEqual([
      'abstract/p1/t1',
      'abstract/p1/t2',
    ]);
    expect(order('?', [evidence(telescope, 's2/p1/t1')])).toEqual(['s2/p1/t1']);
  });

  it('begins with the definition of what was asked for', () => {
    const units = [evidence(bread, 'abstract/p1/t1'), evidence(telescope, 'abstract/p1/t1')];
    expect(order('What is Argus?', units)).toEqual(['abstract/p1/t1', 'abstract/p1/t1']);
    expect(readingOrder('What is Argus?', units)[0]?.paper).toBe(telescope);
  });
});
