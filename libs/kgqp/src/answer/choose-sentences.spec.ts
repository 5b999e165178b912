import { expect, it } from '@jest/globals';
import { CitablePaper } from '../evidence/citable-paper.ts';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { quote } from '../evidence/quote.ts';
import { breadPaper, telescopePaper } from '../testing/test-papers.ts';
import { chooseSentences } from './choose-sentences.ts';

const paper = new CitablePaper(telescopePaper, 'argus', 'c'.repeat(64));
const bread = new CitablePaper(breadPaper, 'bread', 'd'.repeat(64));

function evidence(id: string, score: number, of = paper): EvidenceUnit {
  const [unit] = of.unitsAt(id);
  if (!unit) throw new Error(`No unit at ${id}.`);
  const placed = { paper: of, unit, iri: `http://localhost:3000/id/paper/${of.key}/${id}` };
  return { placed, quote: quote(placed), similarity: score, coverage: score, score, methods: [] };
}
const units = [
  evidence('s2/p1/t1', 1),
  evidence('s1/p1/t1', 0.9),
  evidence('s2/p1/t2', 0.8),
  evidence('s2/p1/t3', 0.5),
];
const chosen = (isOnePaper: boolean, from = units, question = 'What was found?') =>
  chooseSentences(question, { units: from, isOnePaper }).map(({ placed }) => placed.unit.id);

it('quotes what comes near the best, wherever it stands', () => {
  expect(chosen(false)).toEqual(['s2/p1/t1', 's1/p1/t1', 's2/p1/t2']);
});

it('keeps to the best paragraph when one paper is asked', () => {
  expect(chosen(true)).toEqual(['s2/p1/t1', 's2/p1/t2']);
});

it('quotes two paragraphs of one paper that are as good', () => {
  expect(chosen(true, [evidence('s2/p1/t1', 1), evidence('s1/p1/t1', 0.97)])).toHaveLength(2);
});

it('hears each of several papers before it quotes one of them a fourth time', () => {
  const both = [
    evidence('s2/p1/t1', 1),
    evidence('s1/p1/t1', 0.9),
    evidence('s2/p1/t2', 0.8),
    evidence('s2/p1/t3', 0.75),
    evidence('s1/p1/t2', 0.7, bread),
  ];
  expect(chosen(false, both)).toEqual(['s2/p1/t1', 's1/p1/t1', 's2/p1/t2', 's1/p1/t2', 's2/p1/t3']);
  expect(chosen(false, both, 'What did Argus find?')).toEqual(['s2/p1/t1', 's1/p1/t1', 's2/p1/t2', 's2/p1/t3']);
});

it('quotes only what tells of the aspect asked for', () => {
  const both = [evidence('s2/p1/t1', 1), evidence('s2/p1/t4', 0.3)];
  expect(chosen(false, both, 'What are the limitations of Argus?')).toEqual(['s2/p1/t4']);
});

it('quotes no metadata, and nothing where there is nothing', () => {
  expect(chosen(false, [])).toEqual([]);
  expect(chosen(false, [evidence('venue', 1)])).toEqual([]);
});
