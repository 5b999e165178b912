import { describe, expect, it } from '@jest/globals';
import { CitablePaper } from '../evidence/citable-paper.ts';
import type { EvidenceUnit } from '../evidence/evidence.ts';
import { quote } from '../evidence/quote.ts';
import { telescopePaper } from '../testing/test-papers.ts';
import { checkClaim, type Nearness } from './check-claim.ts';

const paper = new CitablePaper(telescopePaper, '10.1000_argus', 'a'.repeat(64));
const units = ['s1/p1/t1', 's2/p1/t1', 's1/p1/t3'].map((id): EvidenceUnit => {
  const [unit] = paper.unitsAt(id);
  if (!unit) throw new Error(`no unit ${id}`);
  const placed = { paper, unit, iri: `http://localhost:3000/id/paper/${paper.key}/${id}` };
  return { placed, quote: quote(placed), similarity: 1, coverage: 1, score: 1, methods: [] };
});
const noNearness: Nearness = () => Promise.resolve(undefined);
const near =
  (value: number): Nearness =>
  (_, texts) =>
    Promise.resolve(texts.map(() => value));

const label = async (text: string, quotes: number[], nearness = noNearness) =>
  (await checkClaim({ text, quotes }, units, nearness))?.label;

/** What becomes of a claim on a quote that says this. */
async function resting(claim: string, text: string): Promise<string | undefined> {
  const [first] = units;
  if (!first) throw new Error('no unit');
  const placed = { ...first.placed, unit: { ...first.placed.unit, text } };
  const unit = { ...first, placed, quote: quote(placed) };
  return (await checkClaim({ text: claim, quotes: [0] }, [unit], near(1)))?.label;
}

describe('a claim', () => {
  it('that says what its quote says is supported', async () => {
    expect(await label('In its first year Argus found 31 supernovae.', [1])).toBe('supported');
    expect(await label('A workshop in Accra ground the lenses from recycled glass.', [0])).toBe('supported');
  });

  it('without a quote that exists is dropped', async () => {
    expect(await label('Argus found 31 supernovae.', [])).toBeUndefined();
    expect(await label('Argus found 31 supernovae.', [7])).toBeUndefined();
  });

  it('with a number of its own is dropped, however near it is', async () => {
    expect(await label('In its first year Argus found 32 supernovae.', [1], near(1))).toBeUndefined();
    expect(await label('Cooling needs twelve litres of water an hour.', [2])).toBe('supported');
  });

  it('that counts other things by the number of its quote is dropped', async () => {
    expect(await label('In its first year Argus found 31 telescopes.', [1], near(1))).toBeUndefined();
    expect(await label('Argus found 31 of the supernovae.', [1], near(1))).toBe('supported');
  });

  it('with a name of its own is dropped', async () => {
    expect(await label('A workshop in Lagos ground the lenses from recycled glass.', [0], near(1))).toBeUndefined();
  });

  it('may use the name in the title above its quote', async () => {
    expect(await label('The lenses of Argus were ground from recycled glass by a workshop.', [0])).toBe('supported');
  });

  it('that turns its quote round is at most partly supported', async () => {
    expect(await label('In the first year Argus never found 31 supernovae.', [1], near(1))).toBe('partly');
  });

  it('that shares neither words nor meaning with its quote is dropped', async () => {
    expect(await label('Bread tastes better with butter.', [0], near(0.1))).toBeUndefined();
  });

  it('that measures with another unit than its quote is dropped', async () => {
    expect(await resting('Reading takes 20 s.', 'Reading takes 20 ms.')).toBeUndefined();
    expect(await resting('Reading takes 20 milliseconds.', 'Reading takes 20 ms.')).toBe('supported');
  });

  it('that is surer, wider or more exact than its quote is at most partly supported', async () => {
    expect(await resting('The lens improves contrast.', 'The lens may improve contrast.')).toBe('partly');
    expect(await resting('All lenses have a heater.', 'Most lenses have a heater.')).toBe('partly');
    expect(await resting('The lens costs 40 euros.', 'The lens costs less than 40 euros.')).toBe('partly');
  });

  it('that says the opposite of its quote is at most partly supported', async () => {
    expect(await resting('The lens makes images darker and smaller.', 'The lens makes images darker and larger.')).toBe(
      'partly',
    );
  });
});
