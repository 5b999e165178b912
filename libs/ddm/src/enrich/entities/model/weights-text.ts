import { transitionCount } from './chain.ts';
import { kinds, labelCount } from './labels.ts';
import type { Weights } from './weights.ts';

/*
 * The text form of weights: a line with the kinds, a line with the transitions, then a line for each feature, a tab, and its
 * weights, each as a letter for the label (a is the first) and a whole number of hundredths.
 */

const scale = 100;

export function formatWeights({ features, transitions }: Weights): string {
  const lines = [kinds.join(' '), [...transitions].map(hundredths).join(' ')];
  for (const [feature, weights] of [...features].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const parts = [...weights].map((weight, at) => {
      const value = hundredths(weight);
      return value === 0 ? '' : String.fromCharCode(97 + at) + value;
    });
    if (parts.some((part) => part !== '')) lines.push(`${feature}\t${parts.join('')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** @throws Error if the text is of another tagger */
export function parseWeights(text: string): Weights {
  const [named = '', transitionLine = '', ...lines] = text.split('\n');
  const transitions = Float32Array.from(transitionLine.split(' '), (value) => Number(value) / scale);
  if (named !== kinds.join(' ') || transitions.length !== transitionCount) {
    throw new Error('the weights are of another tagger');
  }
  const features = new Map<string, Float32Array>();
  for (const line of lines) {
    const tab = line.lastIndexOf('\t');
    if (tab < 0) continue;
    features.set(line.slice(0, tab), parseRow(line, tab + 1));
  }
  return { features, transitions };
}

function parseRow(line: string, from: number): Float32Array {
  const weights = new Float32Array(labelCount);
  let label = 0;
  let value = 0;
  let sign = 1;
  for (let i = from; i <= line.length; i++) {
    const code = i < line.length ? line.charCodeAt(i) : 97;
    if (code === 45) sign = -1;
    else if (code < 97) value = value * 10 + code - 48;
    else {
      if (i > from) weights[label] = (sign * value) / scale;
      label = code - 97;
      value = 0;
      sign = 1;
    }
  }
  return weights;
}

function hundredths(weight: number): number {
  return Math.round(weight * scale) || 0;
}
