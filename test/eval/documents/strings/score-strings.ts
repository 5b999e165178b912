import { round } from '../../../../bench/statistics.ts';
import type { ReferenceFields } from '../../../../libs/ddm/src/read/pdf/references/parse-reference.ts';
import type { Figure } from '../../main.ts';
import { letters } from '../measures/letters.ts';
import { f1, nothing, sum, type Tally } from '../measures/tally.ts';
import type { LabelledReference } from './labelled-references.ts';

const fields = ['authors', 'title', 'container', 'year', 'volume', 'issue', 'pages', 'doi', 'url'] as const;
type Field = (typeof fields)[number];
export type StringFault = { field: Field; expected: string | undefined; got: string | undefined; text: string };

/** F1 of all fields and of each, over all references and source by source; and what was wrong. */
export function scoreStrings(
  references: readonly LabelledReference[],
  parsed: readonly ReferenceFields[],
): { figures: Figure[]; faults: StringFault[] } {
  const sources = [...new Set(references.map(({ source }) => source))];
  const tallies = references.map((reference, i) => tallyOf(reference, parsed[i] ?? { authors: [] }));
  const figures = ['', ...sources].flatMap((source) => {
    const chosen = tallies.filter((_, i) => source === '' || references[i]?.source === source);
    const suffix = source === '' ? '' : `, ${source}`;
    const value = (tally: Tally): number => round(f1(tally) ?? 0, 4);
    return [
      { name: `references${suffix}`, value: chosen.length, unit: '' },
      {
        name: `fields F1${suffix}`,
        value: value(sum(chosen.flatMap((each) => [...each.values()]))),
        unit: '',
        bar: '0.9',
      },
      ...fields.map((field) => ({
        name: `${field} F1${suffix}`,
        value: value(sum(chosen.map((each) => each.get(field) ?? nothing))),
        unit: '',
      })),
    ];
  });
  return { figures, faults: faultsOf(references, parsed) };
}

function tallyOf(reference: LabelledReference, parsed: ReferenceFields): Map<Field, Tally> {
  return new Map(
    fields.map((field) => {
      const want = key(field, reference[field]);
      const got = key(field, valueOf(parsed, field));
      const matched = Number(want !== '' && want === got);
      return [field, { matched, predicted: Number(got !== ''), expected: Number(want !== '') }];
    }),
  );
}

function valueOf(parsed: ReferenceFields, field: Field): string | undefined {
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

function faultsOf(references: readonly LabelledReference[], parsed: readonly ReferenceFields[]): StringFault[] {
  return references.flatMap((reference, i) =>
    fields.flatMap((field) => {
      const got = valueOf(parsed[i] ?? { authors: [] }, field);
      const isSame = key(field, reference[field]) === key(field, got);
      return isSame ? [] : [{ field, expected: reference[field], got, text: reference.text }];
    }),
  );
}
