import { type GraphStore, GraphError, resourceKind, writeQuery } from '@askg/graph';
import { rdfType } from '../linking/rdf-reader.ts';
import { selectRows } from '../linking/select-rows.ts';
import type { ClassNaming } from './naming-of.ts';
import type { Schema } from './schema.ts';
import { localName } from './term-words.ts';

export type LoadNamesOptions = {
  /** Names of one property of one class; default 20,000. */
  most?: number;
  /** Milliseconds of a monotone clock. */
  now: () => number;
  /** Milliseconds for all of them; default 120,000. */
  deadlineMs?: number;
  signal?: AbortSignal;
};

/** A name of a node, or a value by which things are told apart; `iri` is the value itself for the latter. */
export type GraphName = {
  cls: string;
  property: string;
  label: string;
  iri: string;
  kind: 'name' | 'identifier' | 'value';
};
export type LoadedNames = { names: GraphName[]; missing: { part: string; reason: string }[] };

/** The property of a name that is the end of an IRI. */
export const byIri = 'urn:askg:local-name';
const mostDifferent = 3_000;
const longestValue = 80;

/**
 * Reads what the nodes of a graph are called, and the values of properties that few values have, property by property.
 * What fails or comes too late is named in `missing`.
 * @throws GraphError `graph/cancelled`
 */
export async function loadNames(
  store: Pick<GraphStore, 'query'>,
  schema: Schema,
  namings: ReadonlyMap<string, ClassNaming>,
  { most = 20_000, now, deadlineMs = 120_000, signal }: LoadNamesOptions,
): Promise<LoadedNames> {
  const names: GraphName[] = [];
  const missing: LoadedNames['missing'] = [];
  const endAt = now() + deadlineMs;
  const read = async (
    part: string,
    sparql: string,
    add: (row: Record<string, { type: string; value: string } | undefined>) => void,
  ) => {
    try {
      const left = endAt - now();
      if (left <= 0) throw new GraphError('graph/timeout', 'The time for reading names is over.');
      const options = {
        deadlineMs: Math.min(left, 15_000),
        limits: { rows: most },
        ...(signal === undefined ? {} : { signal }),
      };
      const { rows } = await selectRows(store as GraphStore, sparql, options);
      rows.forEach(add);
      if (rows.length >= most) missing.push({ part, reason: `only ${most} were read` });
    } catch (error) {
      if (!(error instanceof GraphError) || error.code === 'graph/cancelled') throw error;
      missing.push({ part, reason: error.message });
    }
  };
  for (const [cls, { name, aliases, identifiers }] of namings) {
    if (schema.classes.get(cls)?.members.includes(cls) !== true) continue;
    const kinds = [...(name === undefined ? [] : [name]), ...aliases].map((property) => [property, 'name'] as const);
    for (const [property, kind] of [...kinds, ...identifiers.map((each) => [each, 'identifier'] as const)]) {
      await read(`names of ${cls}`, namesQuery(cls, property, most), ({ s, o }) => {
        if (s === undefined || o === undefined) return;
        // A blank node has no name of its own to be asked by: its label tells it apart.
        names.push(
          s.type === 'uri'
            ? { cls, property, label: o.value, iri: s.value, kind }
            : { cls, property, label: o.value, iri: o.value, kind: 'value' },
        );
      });
    }
    const said = new Set([name, ...aliases, ...identifiers]);
    for (const { property, objects, type } of schema.attributes.filter((each) => each.cls === cls)) {
      if (said.has(property) || type !== 'text' || objects > mostDifferent) continue;
      await read(`values of ${property}`, valuesQuery(cls, property, mostDifferent), ({ o }) => {
        if (o !== undefined && o.value.length <= longestValue) {
          names.push({ cls, property, label: o.value, iri: o.value, kind: 'value' });
        }
      });
    }
  }
  for (const { from, property } of schema.edges.filter(({ to }) => to === resourceKind)) {
    await read(`things that ${property} leads to`, valuesQuery(from, property, mostDifferent), ({ o }) => {
      if (o?.type === 'uri') {
        names.push({ cls: resourceKind, property: byIri, label: localName(o.value), iri: o.value, kind: 'name' });
      }
    });
  }
  return { names, missing };
}

function namesQuery(cls: string, property: string, limit: number): string {
  const [s, o] = [{ variable: 's' }, { variable: 'o' }];
  const where = [
    { subject: s, path: rdfType, object: { iri: cls } },
    { subject: s, path: { iri: property }, object: o },
  ];
  return writeQuery({ project: ['s', 'o'], where, limit });
}

function valuesQuery(cls: string, property: string, limit: number): string {
  const [s, o] = [{ variable: 's' }, { variable: 'o' }];
  const where = [
    { subject: s, path: rdfType, object: { iri: cls } },
    { subject: s, path: { iri: property }, object: o },
  ];
  return writeQuery({ distinct: true, project: ['o'], where, limit });
}
