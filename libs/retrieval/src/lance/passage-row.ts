import { Field, Int32, Schema, Utf8 } from 'apache-arrow';
import { contextText, searchableText } from '../passages/context-text.ts';
import type { Passage } from '../passages/passage.ts';

/**
 * A row of the table `passages`: columns to find and filter by, what the word index reads, and `rest`, from which together with
 * the words the passage is made again. Every column that a search reads costs it milliseconds, so it reads these two.
 */
export type PassageRow = {
  iri: string;
  paper: string;
  graph: string;
  role: string | null;
  year: number | null;
  words: string;
  rest: string;
};

const text = (name: string, nullable = false): Field => new Field(name, new Utf8(), nullable);

export const passageSchema = new Schema([
  text('iri'),
  text('paper'),
  text('graph'),
  text('role', true),
  new Field('year', new Int32(), true),
  text('words'),
  text('rest'),
]);

/** What `fromRow` needs. */
export const passageColumns = ['words', 'rest'] as const satisfies (keyof PassageRow)[];

export function toRow(passage: Passage): PassageRow {
  return {
    iri: passage.iri,
    paper: passage.paper,
    graph: passage.graphDigest,
    role: passage.role ?? null,
    year: passage.year ?? null,
    words: searchableText(passage),
    rest: JSON.stringify(restOf(passage)),
  };
}

export function fromRow({ words, rest }: Pick<PassageRow, 'words' | 'rest'>): Passage {
  const { packed, ...passage } = JSON.parse(rest) as Rest;
  // Between context and text stands a line break.
  return { ...passage, text: words.slice(contextText(passage).length + 1), units: unpack(packed) };
}

type Rest = Omit<Passage, 'text' | 'units'> & { packed: PackedUnits };

/** What all IRIs begin with, then the rest of each with its offsets. */
type PackedUnits = [string, ...[string, number, number][]];

/** Named one by one, so that the same passage gives the same bytes. */
function restOf(passage: Passage): Rest {
  const { iri, ordinal, paper, graphDigest, title, section, role, year, kind } = passage;
  return {
    iri,
    ordinal,
    paper,
    graphDigest,
    title,
    ...(section === undefined ? {} : { section }),
    ...(role === undefined ? {} : { role }),
    ...(year === undefined ? {} : { year }),
    kind,
    packed: pack(passage),
  };
}

function pack({ units }: Passage): PackedUnits {
  const [first = ''] = units.map(({ iri }) => iri);
  let shared = first.length;
  for (const { iri } of units) while (!iri.startsWith(first.slice(0, shared))) shared--;
  return [
    first.slice(0, shared),
    ...units.map(({ iri, start, end }): [string, number, number] => [iri.slice(shared), start, end]),
  ];
}

function unpack([shared, ...units]: PackedUnits): Passage['units'] {
  return units.map(([rest, start, end]) => ({ iri: shared + rest, start, end }));
}
