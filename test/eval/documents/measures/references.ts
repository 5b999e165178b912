import type { ReferenceFact } from '../facts.ts';
import { letters } from './letters.ts';
import { nameKey } from './names.ts';
import { commonSubsequence } from './ordered.ts';
import { bagTally, nothing, sum, type Tally } from './tally.ts';

export const referenceFields = [
  'authors',
  'title',
  'container',
  'year',
  'volume',
  'issue',
  'pages',
  'doi',
  'url',
] as const;
export type ReferenceField = (typeof referenceFields)[number];

/** Titles with fewer letters stand in other entries by chance. */
const shortestTitle = 8;

/** For each true entry the position of the predicted one that is the same work, -1 if none is. */
export function alignReferences(predicted: readonly ReferenceFact[], expected: readonly ReferenceFact[]): number[] {
  const taken = new Set<number>();
  const raws = predicted.map(({ raw, title }) => letters(raw ?? title ?? ''));
  return expected.map((truth, i) => {
    const marks = predicted.map((candidate, j) =>
      taken.has(j) ? 0 : sameness(truth, candidate, raws[j] ?? '') - Math.abs(i - j) / (10 * predicted.length + 10),
    );
    const best = marks.reduce((top, mark, j) => (mark > (marks[top] ?? 0) ? j : top), 0);
    if ((marks[best] ?? 0) < 0.5) return -1;
    taken.add(best);
    return best;
  });
}

function sameness(truth: ReferenceFact, candidate: ReferenceFact, raw: string): number {
  if (truth.doi !== undefined && candidate.doi !== undefined && letters(truth.doi) === letters(candidate.doi)) return 4;
  const family = familyOf(nameKey(truth.authors?.[0] ?? ''));
  const isBySame =
    family.length > 1 && raw.includes(family) && truth.year !== undefined && raw.includes(`${truth.year}`);
  const title = letters(truth.title ?? '');
  const isTitled = title.length >= shortestTitle && raw.includes(title);
  return (isTitled ? 2 : 0) + (isBySame ? 1 : 0);
}

/** True titles that stand in exactly one predicted entry, which holds no other true title. */
export function scoreEntries(predicted: readonly ReferenceFact[], expected: readonly ReferenceFact[]): Tally {
  const titles = expected.map(({ title }) => letters(title ?? '')).filter((title) => title !== '');
  const raws = predicted.map(({ raw }) => letters(raw ?? ''));
  const matched = titles.filter((title) =>
    raws.some(
      (raw) =>
        raw.includes(title) &&
        !titles.some((other) => other !== title && !title.includes(other) && raw.includes(other)),
    ),
  ).length;
  return { matched, predicted: titles.length, expected: titles.length };
}

export type FieldFault = { field: ReferenceField; expected: string; got: string; raw: string };

/**
 * Right values field by field, over entries that are the same work and those that are missing. What the truth knows but
 * the entry does not print (its letters are not in the entry's text) does not count; a title does.
 */
export function scoreFields(
  predicted: readonly ReferenceFact[],
  expected: readonly ReferenceFact[],
  pairs: readonly number[] = alignReferences(predicted, expected),
): { fields: Map<ReferenceField, Tally>; names: Tally; faults: FieldFault[] } {
  const fields = new Map<ReferenceField, Tally>(referenceFields.map((field) => [field, nothing]));
  const faults: FieldFault[] = [];
  let names = nothing;
  for (const [i, truth] of expected.entries()) {
    const candidate = predicted[pairs[i] ?? -1];
    const text = letters(candidate?.raw ?? '');
    for (const field of referenceFields) {
      // A truth that does not have this field at all says nothing of it.
      if (field === 'authors' && truth.authors === undefined) continue;
      const want = candidate ? printedValue(truth, field, text) : valueOf(truth, field);
      const got = candidate ? valueOf(candidate, field) : '';
      // The truth knows it from elsewhere: nothing can be said of what was read.
      if (want === undefined) continue;
      const isRight = want !== '' && isSameValue(field, want, got);
      const tally = { matched: Number(isRight), predicted: Number(got !== ''), expected: Number(want !== '') };
      fields.set(field, sum([fields.get(field) ?? nothing, tally]));
      if (!isRight && (want !== '' || got !== '')) {
        faults.push({ field, expected: want, got, raw: candidate?.raw ?? '' });
      }
    }
    const wanted = (truth.authors ?? []).map(nameKey).filter((name) => !candidate || text.includes(familyOf(name)));
    const { missing: _, ...tally } = bagTally((candidate?.authors ?? []).map(nameKey), wanted);
    names = sum([names, tally]);
  }
  return { fields, names, faults };
}

/** The value as it is compared; empty if there is none. */
function valueOf(reference: ReferenceFact, field: ReferenceField): string {
  if (field === 'authors') return (reference.authors ?? []).map(nameKey).join('; ');
  // A link that only repeats the DOI or the number of a preprint says nothing more.
  if (field === 'url' && /(?:doi|arxiv)\.org\//iu.test(reference.url ?? '')) return '';
  return letters(`${reference[field] ?? ''}`);
}

/** What of a true value the entry prints; undefined if that is nothing. Of long lists of authors the middle is left out. */
function printedValue(truth: ReferenceFact, field: ReferenceField, text: string): string | undefined {
  const value = valueOf(truth, field);
  if (value === '' || field === 'title') return value;
  if (field !== 'authors') return text.includes(value) ? value : undefined;
  const printed = value.split('; ').filter((name) => text.includes(familyOf(name)));
  return printed.length === 0 ? undefined : printed.join('; ');
}

function familyOf(key: string): string {
  return key.split(' ')[0] ?? '';
}

function isSameValue(field: ReferenceField, want: string, got: string): boolean {
  if (field !== 'url') return want === got;
  const bare = (url: string): string => url.replace(/^https?(?:www)?/u, '');
  return bare(want) === bare(got);
}

/** Works that the text cites, in the order of the text, as positions in the true reference list. */
export function scoreCitations(
  predicted: readonly number[],
  expected: readonly number[],
  pairs: readonly number[],
): Tally {
  const known = new Map(pairs.map((at, i) => [at, i]));
  const mapped = predicted.map((at, i) => (at < 0 ? -1 - i : (known.get(at) ?? -1 - i)));
  const matched = commonSubsequence(mapped, expected).filter((at) => at >= 0).length;
  return { matched, predicted: predicted.length, expected: expected.length };
}
