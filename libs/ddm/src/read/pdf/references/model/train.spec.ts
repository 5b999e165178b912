import { describe, expect, it } from '@jest/globals';
import type { Label } from './labels.ts';
import { tag } from './tagger.ts';
import { tokenize } from './tokens.ts';
import { type Example, train } from './train.ts';
import { formatWeights, parseWeights } from './weights-text.ts';

const example = (author: string, title: string, year: string): Example => {
  const parts: [string, Label][] = [
    [author, 'author'],
    [title, 'title'],
    [year, 'date'],
  ];
  const labels = parts.flatMap(([text, label]) => tokenize(text).map(() => label));
  return { tokens: tokenize(parts.map(([text]) => text).join(' ')), labels };
};

const examples = [
  example('Doe, J.', 'Files of the sea.', '2019.'),
  example('Roe, R. S.', 'The small file.', '2020.'),
  example('Poe, E.', 'A bird and a room.', '1845.'),
  example('Moe, T.', 'On the origin of files.', '2001.'),
];
const weights = train(examples, { rounds: 20, fewest: 1, rate: 0.1, sparsity: 0.01, decay: 0.1 });

describe('train', () => {
  it('learns to label references like those it has seen', () => {
    const unseen = example('Noe, K.', 'The origin of the room.', '1999.');
    expect(tag(unseen.tokens, weights)).toEqual(unseen.labels);
  });

  it('keeps labels that are given', () => {
    const tokens = tokenize('Noe, K. 1999.');
    expect(tag(tokens, weights, new Map([[0, 'title']]))[0]).toBe('title');
  });

  it('writes weights that read back the same', () => {
    const text = formatWeights(weights);
    expect(formatWeights(parseWeights(text))).toBe(text);
  });
});
