import { describe, expect, it } from '@jest/globals';
import { dictionarySpans, phraseSpans } from './baselines.ts';
import type { LabelledDocument } from './labelled/labelled.ts';
import { overlapF1, spanF1 } from './span-f1.ts';
import type { Span } from './spans.ts';

const span = (id: string, start: number, end: number, type = 'Method'): Span => ({ id, start, end, type });

describe('F1 of spans', () => {
  const expected = [span('a', 0, 4), span('a', 5, 9), span('b', 0, 4)];

  it('counts those that are the same in place, and in type if asked', () => {
    const found = [span('a', 0, 4), span('a', 5, 9, 'Task')];
    expect(spanF1(found, expected, false)).toMatchObject({ precision: 1, recall: 2 / 3, f1: 0.8 });
    expect(spanF1(found, expected, true)).toMatchObject({ precision: 0.5, f1: 0.4 });
  });

  it('counts a span once, and is 0 where there is nothing', () => {
    expect(spanF1([span('a', 0, 4), span('a', 0, 4)], expected, false).precision).toBe(1);
    expect(spanF1([], [], false).f1).toBe(0);
  });

  it('takes overlaps where places need not be the same', () => {
    expect(overlapF1([span('a', 3, 6)], expected)).toMatchObject({ precision: 1, recall: 2 / 3 });
    expect(overlapF1([span('a', 4, 5)], expected).f1).toBe(0);
  });
});

describe('Baselines', () => {
  const documents = (text: string, ...spans: [number, number, string][]): LabelledDocument[] => [
    { id: 'd', sentences: [{ text, spans: spans.map(([start, end, type]) => ({ start, end, type })) }] },
  ];

  it('find again what the training part marks more often than not', () => {
    const training = documents('deep nets and data and data', [0, 9, 'Method'], [14, 18, 'Material']);
    const found = dictionarySpans(training, documents('data of Deep nets'), (type) => type);
    expect(found).toEqual([span('d#1', 8, 17)]);
  });

  it('take what stands between function words for names', () => {
    const found = phraseSpans(documents('the deep nets of speech .'), 'Method');
    expect(found).toEqual([span('d#1', 4, 13), span('d#1', 17, 23)]);
  });
});
