import type { LinearWeights } from './linear-weights.ts';

/** Weights of features are kept as whole numbers of this size. */
const step = 0.1;

/*
 * The text form of weights: a line with the labels, one with their biases, one for each place with what it adds; an empty
 * line; then a line for each feature: the feature, a tab, and its weight in tenths for each label.
 */

export function formatLinearWeights({ labels, bias, places, features }: LinearWeights): string {
  const numbers = (values: readonly number[]): string => values.map((value) => value.toFixed(3)).join(' ');
  const lines = [labels.join(' '), numbers(bias)];
  for (const [place, added] of sorted(places)) lines.push(`${place} ${numbers(added)}`);
  lines.push('');
  for (const [feature, weights] of sorted(features)) {
    const steps = weights.map((weight) => Math.round(weight / step) + 0);
    if (steps.some((count) => count !== 0)) lines.push(`${feature}\t${steps.join(' ')}`);
  }
  return `${lines.join('\n')}\n`;
}

export function parseLinearWeights(text: string): LinearWeights {
  const [head = '', body = ''] = text.split('\n\n');
  const [named = '', biases = '', ...expected] = head.split('\n');
  const places = new Map<string, number[]>();
  for (const line of expected) {
    const [place = '', ...added] = line.split(' ');
    places.set(place, added.map(Number));
  }
  const features = new Map<string, number[]>();
  for (const line of body.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const weights = line.slice(tab + 1).split(' ');
    features.set(
      line.slice(0, tab),
      weights.map((count) => Number(count) * step),
    );
  }
  return { labels: named.split(' '), bias: biases.split(' ').map(Number), places, features };
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
