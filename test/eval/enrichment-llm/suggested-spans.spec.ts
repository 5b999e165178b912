import { describe, expect, it } from '@jest/globals';
import type { LabelledDocument } from '../entities/labelled/labelled.ts';
import { namedThings } from './named-things.ts';
import { suggestedSpans } from './suggested-spans.ts';

const document: LabelledDocument = {
  id: 'document 1',
  sentences: [
    { text: 'We train CNNs.', spans: [] },
    { text: 'A CNN is better than a CNNs or CNN.', spans: [] },
  ],
};

describe('What a model suggests', () => {
  const spans = suggestedSpans(document, {
    entities: [{ label: 'CNN', type: 'method', sentences: ['abstract/p1/t2'] }],
    relations: [],
    dropped: {},
  });

  it('is a span at each place of the label in the sentence that it names, but not inside words', () => {
    expect(spans).toEqual([
      { id: 'document 1#2', start: 2, end: 5, type: 'Method' },
      { id: 'document 1#2', start: 31, end: 34, type: 'Method' },
    ]);
  });

  it('names one thing, however often it is said', () => {
    expect(new Set(namedThings([document], spans).map(({ id }) => id))).toEqual(new Set(['document 1 cnn']));
  });
});
