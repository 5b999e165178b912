import { describe, expect, it } from '@jest/globals';
import { bestLabels, sumPaths, transitionCount } from './chain.ts';
import { formOf } from './features.ts';
import { firstOf, innerOf, kinds, labelCount, outside } from './labels.ts';
import { loadTagger } from './load-model.ts';
import { PathChances, transitionFactors } from './path-chances.ts';
import { Tagger } from './tagger.ts';
import { type Example, train } from './train.ts';
import { formatWeights, parseWeights } from './weights-text.ts';
import { WordClasses } from './word-classes.ts';
import { wordsOf } from './words.ts';

const classes = new WordClasses(new Map());
const method = kinds.indexOf('method');

/** Words with an underscore before them are a method, apart from the first of a span marked with two. */
function example(text: string): Example {
  const words = text.split(' ');
  const masks = Uint32Array.from(words, (word) =>
    word.startsWith('__') ? 1 << firstOf(method) : word.startsWith('_') ? 1 << innerOf(method) : 1 << outside,
  );
  return { forms: words.map((word) => formOf(word.replace(/^_+/, ''), classes)), masks, weight: 1 };
}

const examples = [
  'we use __neural _networks for text',
  'they use __random _forests for speech',
  'we use __markov _chains for images',
  'people read papers for fun',
].map(example);
const weights = train(examples, { rounds: 20, fewest: 1, rate: 0.2, sparsity: 0 });

describe('Training the tagger', () => {
  it('learns spans that stand like those it has seen', () => {
    const [span, ...others] = new Tagger(weights, classes).tag('we use decision trees for music'.split(' '));
    expect(span).toMatchObject({ from: 2, to: 4, kind: 'method' });
    expect(others).toEqual([]);
  });

  it('gives weights that read back as they were written, and the same each time', () => {
    const text = formatWeights(weights);
    expect(formatWeights(parseWeights(text))).toBe(text);
    expect(formatWeights(train(examples, { rounds: 20, fewest: 1, rate: 0.2, sparsity: 0 }))).toBe(text);
  });

  it('refuses weights of another tagger', () => {
    expect(() => parseWeights('a b c\n1 2 3\n')).toThrow('another tagger');
  });

  it('leaves open what is not known: words that may be anything teach nothing', () => {
    const open = examples.map((each) => ({ ...each, masks: each.masks.map(() => 2 ** labelCount - 1) }));
    const { features } = train(open, { rounds: 2, fewest: 1, rate: 0.2, sparsity: 0 });
    expect([...features.values()].every((row) => row.every((weight) => Math.abs(weight) < 1e-3))).toBe(true);
  });
});

describe('Chains of labels', () => {
  /** Scores without order, the same each time. */
  const scores = Float64Array.from({ length: 4 * labelCount }, (_, i) => Math.sin(i * 12.9898) * 2);
  const transitions = Float32Array.from({ length: transitionCount }, (_, i) => Math.cos(i * 78.233));

  it('give each span the chance that sums over all paths give it', () => {
    const { forward, backward, total } = sumPaths(scores, transitions);
    const chances = new PathChances(scores, transitionFactors(transitions));
    for (let i = 0; i < 4; i++) {
      for (let label = 0; label < labelCount; label++) {
        const at = i * labelCount + label;
        expect(chances.of(i, i + 1, label, label)).toBeCloseTo(Math.exp(forward[at]! + backward[at]! - total), 10);
      }
    }
  });

  it('never go on with a span that has not begun', () => {
    const inner = new Float64Array(3 * labelCount);
    for (let i = 0; i < 3; i++) inner[i * labelCount + innerOf(method)] = 5;
    const labels = [...bestLabels(inner, new Float32Array(transitionCount))];
    expect(labels[0]).not.toBe(innerOf(method));
  });
});

describe('The tagger that comes with the package', () => {
  const found = (text: string): string[] => {
    const words = wordsOf(text).map((word) => word.text);
    return loadTagger()
      .tag(words)
      .map(({ from, to, kind }) => `${kind}: ${words.slice(from, to).join(' ')}`);
  };

  it('finds methods, tasks and measures in a sentence of a paper', () => {
    expect(
      found('We train a long short-term memory network for machine translation and report the F1 score .'),
    ).toEqual(['method: long short-term memory network', 'task: machine translation', 'metric: F1 score']);
  });

  it('finds nothing in a sentence without terms', () => {
    expect(found('The authors thank their families .')).toEqual([]);
  });

  it('gives scores from 0 to 1', () => {
    for (const { score } of loadTagger().tag('We use support vector machines and random forests .'.split(' '))) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });
});
