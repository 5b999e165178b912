import type { Role } from '@askg/contract';
import { searchableText } from '../passages/context-text.ts';
import type { Passage, PassageKind } from '../passages/passage.ts';
import type { EmbeddedPassage } from '../vectors/embedded-passage.ts';

/** What both the passages and the vectors hold of a passage. */
type Filtered = {
  iri: string;
  ordinal: number;
  paper: string;
  graph: string;
  role?: string;
  year?: number;
  unitIris: string[];
};

/** A passage as the server gives it back. */
export type PassageSource = Omit<Filtered, 'unitIris'> & {
  title: string;
  section?: string;
  kind: string;
  text: string;
  units: { packed: PackedUnits };
};

/** What all IRIs begin with, then the rest of each with its offsets. */
type PackedUnits = [string, [string, number, number][]];

export function passageDocument(passage: Passage): object {
  const { title, section, kind, text } = passage;
  return {
    ...filtered(passage),
    title,
    ...(section === undefined ? {} : { section }),
    kind,
    text,
    units: { packed: pack(passage) },
    words: searchableText(passage),
  };
}

export function vectorDocument({ passage, vector }: EmbeddedPassage): object {
  // Nine digits tell any two 32-bit floats apart.
  return { ...filtered(passage), vector: Array.from(vector, (x) => Number(x.toPrecision(9))) };
}

export function toPassage(source: PassageSource): Passage {
  const { iri, ordinal, paper, graph, title, section, role, year, kind, text, units } = source;
  return {
    iri,
    ordinal,
    paper,
    graphDigest: graph,
    title,
    ...(section === undefined ? {} : { section }),
    ...(role === undefined ? {} : { role: role as Role }),
    ...(year === undefined ? {} : { year }),
    kind: kind as PassageKind,
    text,
    units: unpack(units.packed),
  };
}

function filtered({ iri, ordinal, paper, graphDigest, role, year, units }: Passage): Filtered {
  return {
    iri,
    ordinal,
    paper,
    graph: graphDigest,
    ...(role === undefined ? {} : { role }),
    ...(year === undefined ? {} : { year }),
    unitIris: units.map((unit) => unit.iri),
  };
}

function pack({ units }: Passage): PackedUnits {
  const [first = ''] = units.map(({ iri }) => iri);
  let shared = first.length;
  for (const { iri } of units) while (!iri.startsWith(first.slice(0, shared))) shared--;
  return [first.slice(0, shared), units.map(({ iri, start, end }) => [iri.slice(shared), start, end])];
}

function unpack([shared, units]: PackedUnits): Passage['units'] {
  return units.map(([rest, start, end]) => ({ iri: shared + rest, start, end }));
}
