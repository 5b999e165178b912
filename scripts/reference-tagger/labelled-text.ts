import type { Label } from '../../libs/ddm/src/read/pdf/references/model/labels.ts';
import { tokenize } from '../../libs/ddm/src/read/pdf/references/model/tokens.ts';
import type { Example } from '../../libs/ddm/src/read/pdf/references/model/train.ts';

/** A stretch of a reference; what stands between the parts of one has no label. */
export type Segment = { text: string; label?: Label };

/**
 * Segments as an example for the tagger. Signs without a label go to the part before them, words without one (`In`,
 * `pp.`) to the part after them. Undefined if nothing is labelled.
 */
export function toExample(segments: readonly Segment[]): Example | undefined {
  let text = '';
  const ends: { end: number; label: Label | undefined }[] = [];
  for (const segment of segments) {
    text += text === '' ? segment.text.trimStart() : segment.text;
    ends.push({ end: text.length, label: segment.label });
  }
  const tokens = tokenize(text);
  const given = tokens.map(({ start }) => ends.find(({ end }) => start < end)?.label);
  if (given.every((label) => label === undefined)) return undefined;
  for (const [i, token] of tokens.entries()) {
    if (given[i] === undefined && !/[\p{L}\d([“"«]/u.test(token.text)) given[i] = given[i - 1];
  }
  for (let i = given.length - 1; i >= 0; i--) given[i] ??= given[i + 1];
  const labels: Label[] = [];
  for (const label of given) labels.push(label ?? labels.at(-1) ?? 'note');
  return { tokens, labels };
}

/** "12(3)" and "vol. 12, no. 3" in one part: what stands for the issue gets its own label. */
export function splitIssues({ tokens, labels }: Example): Example {
  const result = [...labels];
  if (labels.includes('issue')) return { tokens, labels: result };
  for (let from = 0; from < labels.length; from++) {
    if (labels[from] !== 'volume' || labels[from - 1] === 'volume') continue;
    const end = labels.findIndex((label, i) => i > from && label !== 'volume');
    const to = end < 0 ? labels.length : end;
    const at = issueStart(tokens.slice(from, to).map(({ text }) => text));
    if (at >= 0) result.fill('issue', from + at, to);
  }
  return { tokens, labels: result };
}

function issueStart(words: readonly string[]): number {
  const issue = /^(?:no|nr|n|num|number|issue|iss)$/i;
  const number = words.findIndex((word) => /\d/.test(word));
  if (issue.test(words[0] ?? '')) return 0;
  if (number < 0) return -1;
  const bracket = words.findIndex((word, i) => i > number && word === '(');
  if (bracket > 0) return bracket;
  const named = words.findIndex((word, i) => i > number && issue.test(word));
  if (named > 0) return named;
  const joint = words.findIndex((word, i) => i > number && /^[:.,/]$/.test(word) && /^\d+$/.test(words[i + 1] ?? ''));
  return joint > 0 ? joint + 1 : -1;
}
