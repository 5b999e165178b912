import { type PropertyShape, resourceKind, type ValueKind } from './graph-description.ts';
import { rdfNamespace } from './naming.ts';
import type { DescribedRow } from './rows-of.ts';
import { kindsQuery, propertiesQuery } from './shape-queries.ts';

type Asking = {
  /** @throws GraphError as the store does */
  rows: (sparql: string) => Promise<DescribedRow[]>;
  /** What work gives; undefined, with the reason kept, when it fails. */
  attempt: <T>(part: string, work: () => Promise<T>) => Promise<T | undefined>;
};

const mostRows = 2_000;
/** Nodes that are looked at where a class has too many for one query. */
const sampleSize = 500;
const mostSamples = 3;
const longestSample = 80;

/** Reads the properties of the nodes of a class, of some of them where all are too many. */
export class PropertyReader {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  async read(cls: string): Promise<{ properties: PropertyShape[]; sampled?: number }> {
    const whole = await this.#asking.attempt(`all nodes of ${cls}`, () => this.#properties(cls));
    if (whole !== undefined) return { properties: whole };
    const some = await this.#asking.attempt(`properties of ${cls}`, () => this.#properties(cls, sampleSize));
    return { properties: some ?? [], sampled: some === undefined ? 0 : sampleSize };
  }

  async #properties(cls: string, sample?: number): Promise<PropertyShape[]> {
    const rows = await this.#asking.rows(propertiesQuery(cls, mostRows, sample));
    const kinds = Map.groupBy(await this.#asking.rows(kindsQuery(cls, mostRows, sample)), ({ p }) => p?.value);
    return rows
      .filter(({ p }) => p !== undefined && p.value !== `${rdfNamespace}type`)
      .map((row) => {
        const [triples, subjects, objects] = [row['triples'], row['subjects'], row['objects']].map((n) =>
          Number(n?.value ?? 0),
        ) as [number, number, number];
        const samples = [row['sample'], row['min'], row['max']].flatMap((term) =>
          term === undefined ? [] : [term.value.slice(0, longestSample)],
        );
        return {
          property: row['p']?.value ?? '',
          triples,
          subjects,
          objects,
          kinds: (kinds.get(row['p']?.value) ?? []).map(kindOf),
          samples: [...new Set(samples)].toSorted().slice(0, mostSamples),
          isFunctional: triples === subjects,
        };
      });
  }
}

const datatypes = ['http://www.w3.org/2001/XMLSchema#', `${rdfNamespace}langString`, `${rdfNamespace}HTML`];

function kindOf({ kind, triples }: DescribedRow): ValueKind {
  const iri = kind?.value ?? resourceKind;
  // A datatype of its own is told from a class by its values only; those of XML Schema and RDF are what graphs use.
  return { iri, isLiteral: datatypes.some((start) => iri.startsWith(start)), triples: Number(triples?.value ?? 0) };
}
