import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { round } from '../../bench/statistics.ts';
import { parseReference } from '../../libs/ddm/src/read/pdf/references/parse-reference.ts';
import { letters } from './documents/measures/letters.ts';
import { f1, nothing, sum, type Tally } from './documents/measures/tally.ts';
import { sampleOf } from './documents/pairs.ts';
import { type LabelledReference, labelledReferences } from './documents/strings/labelled-references.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';

const root = join(import.meta.dirname, '..', '..');
const fields = ['authors', 'title', 'container', 'year', 'volume', 'issue', 'pages', 'doi', 'url'] as const;
type Field = (typeof fields)[number];
type Parsed = ReturnType<typeof parseReference>;

/**
 * The parser's tagger has learned from AnyStyle's core set and GROBID's training files (`scripts/train-reference-tagger.ts`):
 * on those the figures are too good. They are fair on references it has not seen.
 */
export const evaluation: Evaluation = {
  describe: 'Labelled reference strings, parsed one by one: F1 of each field.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  if (options.data === undefined) throw new Error('--data DIR: a folder with labelled references (XML)');
  const references = sampleOf(labelledReferences(options.gold ?? options.data), options.sample);
  const start = performance.now();
  const parsed = references.map(({ text }) => parseReference(text));
  const seconds = (performance.now() - start) / 1000;
  const file = options.predictions ?? join(root, 'data', 'eval', 'reference-strings.jsonl');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, parsed.map((each, i) => `${JSON.stringify({ id: i, ...each })}\n`).join(''));

  const sources = [...new Set(references.map(({ source }) => source))];
  const tallies = references.map((reference, i) => tallyOf(reference, parsed[i] ?? { authors: [] }));
  const figures = ['', ...sources].flatMap((source) => {
    const chosen = tallies.filter((_, i) => source === '' || references[i]?.source === source);
    const suffix = source === '' ? '' : `, ${source}`;
    const value = (tally: Tally): number => round(f1(tally) ?? 0, 4);
    const all = sum(chosen.flatMap((each) => [...each.values()]));
    return [
      { name: `references${suffix}`, value: chosen.length, unit: '' },
      { name: `fields F1${suffix}`, value: value(all), unit: '', bar: '0.9' },
      ...fields.map((field) => ({
        name: `${field} F1${suffix}`,
        value: value(sum(chosen.map((each) => each.get(field) ?? nothing))),
        unit: '',
      })),
    ];
  });
  const speed = { name: 'speed', value: round(references.length / seconds, 0), unit: 'references a second' };
  return { figures: [...figures, speed], details: { faults: faultsOf(references, parsed).slice(0, 400) } };
}

function tallyOf(reference: LabelledReference, parsed: Parsed): Map<Field, Tally> {
  return new Map(
    fields.map((field) => {
      const want = key(field, reference[field]);
      const got = key(field, valueOf(parsed, field));
      const matched = Number(want !== '' && want === got);
      return [field, { matched, predicted: Number(got !== ''), expected: Number(want !== '') }];
    }),
  );
}

function valueOf(parsed: Parsed, field: Field): string | undefined {
  const value = field === 'authors' ? parsed.authors.join(' ') : parsed[field];
  return value === undefined ? undefined : `${value}`;
}

/** Of authors only which letters belong to them: the labels do not part them. Links to DOIs and preprints say nothing more. */
function key(field: Field, text = ''): string {
  if (field === 'url' && /(?:doi|arxiv)\.org/iu.test(text)) return '';
  if (field === 'container') return letters(text.replace(/^\s*in\b:?/iu, ''));
  if (field !== 'authors') return letters(text);
  const names = text.replaceAll(/\bet\s+al\b|\band others\b|\b(?:and|und|et|y|e|eds?|hrsg)\b/giu, ' ');
  return [...letters(names)].toSorted().join('');
}

function faultsOf(references: readonly LabelledReference[], parsed: readonly Parsed[]): unknown[] {
  return references.flatMap((reference, i) =>
    fields.flatMap((field) => {
      const got = valueOf(parsed[i] ?? { authors: [] }, field);
      const isSame = key(field, reference[field]) === key(field, got);
      return isSame ? [] : [{ field, expected: reference[field], got, text: reference.text }];
    }),
  );
}
