import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkDocument,
  ddm,
  documentToNQuads,
  fileOnly,
  leanNQuads,
  linksGraphIri,
  namespaces,
  paperIri,
  unitIri,
} from '@askg/ddm';
import * as terms from '@askg/ddm';
import { describe, expect, it } from '@jest/globals';
// oxlint-disable-next-line no-restricted-imports -- the queries run on a bare store here, without the server around it.
import oxigraph from 'oxigraph';
import { linkingFacts } from '../../libs/corpus/src/links/facts/linking-facts.ts';
import { entityGraph } from '../../libs/corpus/src/links/entities/entity-graph.ts';
import { linkEntities } from '../../libs/corpus/src/links/entities/link-entities.ts';
import { linkPeople } from '../../libs/corpus/src/links/people/link-people.ts';
import { personGraph } from '../../libs/corpus/src/links/people/person-graph.ts';
import { type Cell, expectedRows } from './expected-rows.ts';
import { links, papers } from './papers.ts';

const base = 'http://localhost:3000/id/';
const folder = join(import.meta.dirname, '..', '..', 'ontology', 'queries');
const queries = readdirSync(folder)
  .filter((name) => name.endsWith('.rq'))
  .map((name): [string, string] => [name.slice(0, -'.rq'.length), readFileSync(join(folder, name), 'utf8')]);

/** The three papers as the store sees them, the links between them, their people, and the things that several name. */
function smallGraph(): oxigraph.Store {
  const store = new oxigraph.Store();
  for (const paper of papers) {
    const options = { base, key: paper.key ?? '', stages: { reader: '1', sentences: '2' } };
    store.load(leanNQuads(documentToNQuads(paper, options)), { format: 'application/n-quads' });
  }
  const graph = oxigraph.namedNode(linksGraphIri(base));
  const add = (subject: string, predicate: string, object: string): void => {
    const [s, p, o] = [subject, predicate, object].map((iri) => oxigraph.namedNode(iri));
    if (s && p && o) store.add(oxigraph.quad(s, p, o, graph));
  };
  for (const [citing, reference, cited] of links) {
    add(unitIri(base, citing, reference), ddm.resolvesTo, paperIri(base, cited));
    add(paperIri(base, citing), ddm.citesPaper, paperIri(base, cited));
  }
  const linkable = papers.map((paper) => ({ key: paper.key ?? '', dois: [], facts: linkingFacts(paper) }));
  store.load(personGraph(linkPeople(linkable, [], []), base), { format: 'application/n-quads' });
  store.load(entityGraph(linkEntities(linkable, []), base), { format: 'application/n-quads' });
  return store;
}

function cell(term: oxigraph.Term | undefined): Cell {
  if (term === undefined) return null;
  if (term.termType === 'NamedNode') return term.value.replace(namespaces.ddm, 'ddm:');
  const numeric = term.termType === 'Literal' && /#(?:integer|decimal)$/.test(term.datatype.value);
  return numeric ? Math.round(Number(term.value) * 1000) / 1000 : term.value;
}

function run(store: oxigraph.Store, query: string): Cell[][] | boolean {
  const result: unknown = store.query(query, { use_default_graph_as_union: true });
  if (typeof result === 'boolean') return result;
  const [, list = ''] = /SELECT (?:DISTINCT )?(.*) WHERE/.exec(query) ?? [];
  const selected = list.replaceAll(/\(.*? AS (\?\w+)\)/g, '$1');
  const variables = selected.split(' ').map((variable) => variable.slice(1));
  return (result as (Map<string, oxigraph.Term> | oxigraph.Quad)[]).map((row) =>
    row instanceof Map ? variables.map((name) => cell(row.get(name))) : [cell(row.predicate), cell(row.object)],
  );
}

describe('The queries of the ontology', () => {
  it('run over papers that are valid', () => {
    expect(papers.flatMap(checkDocument)).toEqual([]);
  });

  it('are all expected to give something, and nothing is expected of a query that is not there', () => {
    expect(queries.map(([name]) => name).toSorted()).toEqual(Object.keys(expectedRows).toSorted());
  });

  const store = smallGraph();
  it.each(queries)('%s gives what the papers say', (name, query) => {
    const expected = expectedRows[name];
    const rows = run(store, query);
    if (query.includes('CONSTRUCT')) expect(new Set(rows as Cell[][])).toEqual(new Set(expected as Cell[][]));
    else expect(rows).toEqual(expected);
  });

  it.each(queries)('%s states its question and what it gives', (_, query) => {
    expect(query).toMatch(/^# question: [A-Z].*\?\n# expects: .+\nPREFIX /);
  });

  it.each(queries)('%s uses terms of the ontology that the store holds', (_, query) => {
    const known = new Set(
      Object.keys(namespaces).flatMap((prefix) =>
        Object.values((terms as unknown as Record<string, Record<string, string>>)[prefix] ?? {}),
      ),
    );
    const prefixes = new Map(
      [...query.matchAll(/^PREFIX (\w+): <([^>]+)>$/gm)].map(([, prefix, iri]) => [prefix, iri]),
    );
    const body = query.replaceAll(/^(?:#|PREFIX).*$/gm, '').replaceAll(/"[^"]*"|<[^>]*>/g, '');
    const used = [...body.matchAll(/\b(\w+):([\w-]+)/g)].map(([, prefix, name]) => `${prefixes.get(prefix)}${name}`);
    expect(used).not.toEqual([]);
    expect(used.filter((iri) => !known.has(iri) || fileOnly.has(iri))).toEqual([]);
  });
});
