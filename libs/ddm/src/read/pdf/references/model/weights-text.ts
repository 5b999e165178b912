import { labels } from './labels.ts';
import { transitionCount, type Weights } from './tagger.ts';

/*
 * The text form of weights: a line with the labels, a line with the transitions, then a line for each feature, a tab, and
 * its weights as a letter for the label (a is the first) and a whole number.
 */

export function formatWeights({ features, transitions }: Weights): string {
  const lines = [labels.join(' '), [...transitions].map((weight) => Math.round(weight)).join(' ')];
  for (const [feature, weights] of [...features].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const parts = [...weights]
      .map((weight, at) => (Math.round(weight) === 0 ? '' : `${letterOf(at)}${Math.round(weight)}`))
      .join('');
    if (parts !== '') lines.push(`${feature}\t${parts}`);
  }
  return `${lines.join('\n')}\n`;
}

/** @throws Error if the text is of another set of labels */
export function parseWeights(text: string): Weights {
  const [named = '', transitionLine = '', ...lines] = text.split('\n');
  const transitions = Float32Array.from(transitionLine.split(' '), Number);
  if (named !== labels.join(' ') || transitions.length !== transitionCount) {
    throw new Error('the weights are of another tagger');
  }
  const features = new Map<string, Float32Array>();
  for (const line of lines) {
    const tab = line.lastIndexOf('\t');
    if (tab < 0) continue;
    const weights = new Float32Array(labels.length);
    for (const [, letter = '', value] of line.slice(tab + 1).matchAll(/([a-z])(-?\d+)/g)) {
      weights[letter.charCodeAt(0) - 97] = Number(value);
    }
    features.set(line.slice(0, tab), weights);
  }
  return { features, transitions };
}

function letterOf(index: number): string {
  return String.fromCharCode(97 + index);
}
