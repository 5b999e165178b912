import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GraphError } from '../graph-error.ts';
import { guardQuery } from '../guard/guard-query.ts';
import { resultFormats } from '../results/media-types.ts';
import type { DatasetGraphs } from '../store.ts';
import { type Answered, answerQuery } from './answer-query.ts';
import { countRows } from './count-rows.ts';
import type { GraphFeed } from './graph-feed.ts';
import { convertTriples, LoadedGraphs } from './loaded-graphs.ts';

const awkward = 'a\\nb\\tc, \\"d\\" <e> & <result> {}[] \\\\ é 论文 😀';

const files: Record<string, string> = {
  'http://g/1': `<http://e/a> <http://e/p> "${awkward}" <http://g/1> .\n<http://e/a> <http://e/q> <http://e/b> <http://g/1> .\n`,
  'http://g/2': `<http://e/b> <http://e/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <http://g/2> .\n<http://e/b> <http://e/p> "hallo"@de <http://g/2> .\n`,
};

const feed: GraphFeed = {
  commitNumber: () => 1,
  snapshot: () => ({ commit: 1, graphs: Object.keys(files).map((name) => ({ name, digest: name })) }),
  changesSince: () => ({ commit: 1, changes: [] }),
  readGraph: async (digest) => files[digest] ?? '',
};

const graphs = new LoadedGraphs(feed, (nquads) => nquads);
await graphs.load();

type Asked = { mediaType?: string; rows?: number; bytes?: number; dataset?: DatasetGraphs };

function answer(sparql: string, { mediaType, rows = 1000, bytes = 1_000_000, dataset }: Asked = {}): Answered {
  const { text, kind, cost, addedPrefixes, dataset: from } = guardQuery(sparql, { rows });
  return answerQuery(graphs, {
    text,
    kind,
    cost,
    mediaType: mediaType ?? resultFormats[kind][0]?.mediaType ?? '',
    dataset: dataset ?? from,
    rows,
    bytes,
    addedLines: addedPrefixes.length,
  });
}

function values(sparql: string, dataset?: DatasetGraphs): string[] {
  const csv = answer(sparql, { mediaType: 'text/csv', ...(dataset === undefined ? {} : { dataset }) });
  return csv.text.trim().split('\r\n').slice(1).toSorted();
}

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'none';
  } catch (error) {
    return error instanceof GraphError ? error.code : String(error);
  }
}

describe('the dataset of a query', () => {
  const subjects = 'SELECT DISTINCT ?s';
  const pattern = '{ ?s ?p ?o }';
  const named = '{ GRAPH ?s { ?x ?p ?o } }';

  it('is the union of all graphs by default, with each graph by its name', () => {
    expect(values(`${subjects} ${pattern}`)).toEqual(['http://e/a', 'http://e/b']);
    expect(values(`${subjects} ${named}`)).toEqual(['http://g/1', 'http://g/2']);
  });

  it('is what FROM and FROM NAMED say, and nothing else', () => {
    expect(values(`${subjects} FROM <http://g/1> ${pattern}`)).toEqual(['http://e/a']);
    expect(values(`${subjects} FROM <http://g/1> ${named}`)).toEqual([]);
    expect(values(`${subjects} FROM NAMED <http://g/2> ${pattern}`)).toEqual([]);
    expect(values(`${subjects} FROM NAMED <http://g/2> ${named}`)).toEqual(['http://g/2']);
  });

  it('is what the protocol says, over FROM', () => {
    const dataset = { default: ['http://g/2'], named: ['http://g/1'] };
    expect(values(`${subjects} FROM <http://g/1> ${pattern}`, dataset)).toEqual(['http://e/b']);
    expect(values(`${subjects} ${named}`, dataset)).toEqual(['http://g/1']);
    expect(values(`${subjects} ${pattern}`, { default: [], named: [] })).toEqual([]);
    expect(values(`${subjects} ${named}`, { default: [], named: [] })).toEqual([]);
  });

  it('has nothing in a graph that does not exist', () => {
    expect(values(`${subjects} { GRAPH <http://nowhere/> { ?s ?p ?o } }`)).toEqual([]);
  });
});

describe('limits', () => {
  it('refuse a result instead of cutting it, in each format', () => {
    for (const { mediaType } of resultFormats.bindings) {
      expect(answer('SELECT * { ?s ?p ?o }', { rows: 4, mediaType }).rows).toBe(4);
      expect(codeOf(() => answer('SELECT * { ?s ?p ?o }', { rows: 3, mediaType }))).toBe('graph/too-many-rows');
      expect(answer('SELECT * { ?s ?p ?o } LIMIT 3', { rows: 3, mediaType }).rows).toBe(3);
      expect(codeOf(() => answer('SELECT * { ?s ?p ?o }', { bytes: 20, mediaType }))).toBe('graph/result-too-large');
    }
    for (const { mediaType } of resultFormats.graph) {
      const sparql = 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }';
      expect(answer(sparql, { rows: 4, mediaType }).rows).toBe(4);
      expect(codeOf(() => answer(sparql, { rows: 3, mediaType }))).toBe('graph/too-many-rows');
      expect(codeOf(() => answer(sparql, { bytes: 20, mediaType }))).toBe('graph/result-too-large');
    }
  });

  it('count bytes, not characters', () => {
    const { text, bytes } = answer('SELECT ("é论😀" AS ?x) {}', { mediaType: 'text/csv' });
    expect(bytes).toBe(new TextEncoder().encode(text).length);
  });
});

describe('rows are counted in the text', () => {
  const term = fc
    .string({
      unit: fc.constantFrom(
        '"',
        '\\',
        '\n',
        '\r',
        '\t',
        ',',
        '{',
        '}',
        '[',
        ']',
        '<result>',
        '"bindings":[',
        'a',
        '论',
      ),
    })
    .map((value) => JSON.stringify(value).replaceAll(/[{}]/gu, (brace) => brace));

  it('as the engine counts them, whatever stands in the terms', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(term, term), { maxLength: 6 }), (rows) => {
        const sparql = `SELECT * { VALUES (?a ?b) { ${rows.map(([a, b]) => `(${a} ${b})`).join(' ')} (UNDEF UNDEF) } }`;
        for (const { mediaType } of resultFormats.bindings) {
          expect(countRows(answer(sparql, { mediaType }).text, mediaType)).toBe(rows.length + 1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('without variables too', () => {
    for (const { mediaType } of resultFormats.bindings) {
      expect(answer('SELECT * {}', { mediaType }).rows).toBe(1);
      expect(answer('SELECT ?x { FILTER(false) }', { mediaType }).rows).toBe(0);
    }
  });
});

describe('formats', () => {
  const sorted = (ntriples: string) => ntriples.trim().split('\n').toSorted();
  const all = 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }';
  const expected = sorted(answer(all, { mediaType: 'application/n-triples' }).text);

  it.each(resultFormats.graph.map(({ mediaType }) => mediaType))(
    '%s gives the triples back when it is read',
    (mediaType) => {
      const { text } = answer(all, { mediaType });
      const reread = new LoadedGraphs(feed, (nquads) => nquads);
      reread.store.load(text, { format: mediaType });
      expect(sorted(reread.store.dump({ format: 'application/n-quads' }))).toEqual(expected);
    },
  );

  it('JSON-LD is JSON', () => {
    expect(JSON.parse(answer(all, { mediaType: 'application/ld+json' }).text)).toHaveLength(2);
  });

  it('of SELECT and ASK say the same in JSON and XML', () => {
    const sparql = 'SELECT ?o { <http://e/a> <http://e/p> ?o }';
    const json = JSON.parse(answer(sparql).text) as { results: { bindings: { o: { value: string } }[] } };
    expect(json.results.bindings[0]?.o.value).toBe('a\nb\tc, "d" <e> & <result> {}[] \\ é 论文 😀');
    expect(answer(sparql, { mediaType: 'application/sparql-results+xml' }).text).toContain('&lt;result&gt; {}[]');
    expect(JSON.parse(answer('ASK {}').text)).toEqual({ head: {}, boolean: true });
    expect(answer('ASK { FILTER(false) }', { mediaType: 'application/sparql-results+xml' }).text).toContain(
      '<boolean>false<',
    );
  });

  it('DESCRIBE gives what the graph says of a resource', () => {
    expect(sorted(answer('DESCRIBE <http://e/b>', { mediaType: 'application/n-triples' }).text)).toEqual([
      '<http://e/b> <http://e/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
      '<http://e/b> <http://e/p> "hallo"@de .',
    ]);
    expect(answer('DESCRIBE <http://nowhere/>').rows).toBe(0);
  });

  it('an empty graph is a valid document in each format', () => {
    for (const { mediaType } of resultFormats.graph) expect(() => convertTriples('', mediaType)).not.toThrow();
  });
});

describe('what the engine itself refuses', () => {
  it('is reported with the line that the user wrote', () => {
    let detail = '';
    try {
      answer('ASK {\n ?s a ddm:Paper BIND(1 AS ?x) BIND(2 AS ?x) }');
    } catch (error) {
      detail = error instanceof GraphError ? `${error.code} ${error.message}` : '';
    }
    expect(detail).toMatch(/^graph\/invalid-query Line 2, column \d+: /u);
  });

  it('is a failed query for functions that do not exist', () => {
    expect(codeOf(() => answer('SELECT (<http://x/f>(1) AS ?x) {}'))).toBe('graph/query-failed');
  });

  it('SERVICE never leaves the machine, even past the guard', () => {
    const service = 'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }';
    const query = { text: service, kind: 'bindings', cost: 'normal', mediaType: 'text/csv', addedLines: 0 } as const;
    expect(codeOf(() => answerQuery(graphs, { ...query, rows: 10, bytes: 1000 }))).toBe('graph/query-failed');
  });
});
