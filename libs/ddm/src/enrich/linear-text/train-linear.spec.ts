import { describe, expect, it } from '@jest/globals';
import { expectedInPlace } from './expected-in-place.ts';
import { bestOf, scoreLabels, softmax } from './linear-weights.ts';
import { trainLinear } from './train-linear.ts';
import { formatLinearWeights, parseLinearWeights } from './weights-text.ts';

const labels = ['sun', 'rain'];
const examples = Array.from({ length: 40 }, (_, i) =>
  i % 2 === 0
    ? { label: 'sun', features: ['warm', 'sky', i % 4 === 0 ? 'beach' : 'park'] }
    : { label: 'rain', features: ['wet', 'sky', i % 3 === 0 ? 'beach' : 'coat'] },
);
const weights = trainLinear(examples, labels, { rounds: 10, fewest: 2, rate: 0.5, penalty: 0.1 });
const labelOf = (features: string[], place?: string): string | undefined =>
  labels[bestOf(scoreLabels(features, weights, place))];

describe('A linear model', () => {
  it('tells texts apart by the features that go with a label', () => {
    expect(labelOf(['warm', 'sky'])).toBe('sun');
    expect(labelOf(['wet', 'sky'])).toBe('rain');
  });

  it('is the same each time, and survives being written', () => {
    const again = trainLinear(examples, labels, { rounds: 10, fewest: 2, rate: 0.5, penalty: 0.1 });
    expect(formatLinearWeights(again)).toBe(formatLinearWeights(weights));
    const placed = { ...weights, places: new Map([['north', [-1.5, 0.25]]]) };
    const text = formatLinearWeights(placed);
    const read = parseLinearWeights(text);
    expect(formatLinearWeights(read)).toBe(text);
    expect(read.places.get('north')).toEqual([-1.5, 0.25]);
  });

  it('leaves out features that few examples have', () => {
    const rare = [...examples, { label: 'sun', features: ['volcano'] }];
    const { features } = trainLinear(rare, labels, { rounds: 2, fewest: 2, rate: 0.5, penalty: 0.1 });
    expect(features.has('volcano')).toBe(false);
  });

  it('lets the place decide where the text says nothing', () => {
    const placed = { ...weights, places: new Map([['north', [-9, 9]]]) };
    expect(labels[bestOf(scoreLabels([], placed, 'north'))]).toBe('rain');
    expect(scoreLabels(['warm'], placed, 'unknown')).toEqual(scoreLabels(['warm'], placed));
  });
});

describe('softmax', () => {
  it('gives probabilities, also for scores that are far apart', () => {
    expect(softmax([1000, 0])).toEqual([1, 0]);
    expect(softmax([0, 0])).toEqual([0.5, 0.5]);
  });
});

describe('expectedInPlace', () => {
  it('finds that a label is met more often where the classifier says so', () => {
    const [sun = 0, rain = 0] = expectedInPlace(
      Array.from({ length: 200 }, () => [0.9, 0.1]),
      [0.5, 0.5],
    );
    expect(sun).toBeGreaterThan(0.4);
    expect(rain).toBeLessThan(-1);
  });

  it('moves little for a few texts, and not at all for none', () => {
    expect(expectedInPlace([], [0.5, 0.5])).toEqual([0, 0]);
    const [sun = 0] = expectedInPlace([[0.9, 0.1]], [0.5, 0.5]);
    expect(sun).toBeLessThan(0.1);
  });
});
