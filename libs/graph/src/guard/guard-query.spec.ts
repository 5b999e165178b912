import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { GraphError, type GraphErrorCode } from '../graph-error.ts';
import { guardQuery } from './guard-query.ts';
import type { GuardOptions } from './guarded-query.ts';

type Refusal = { code: GraphErrorCode; detail: string };

function refusalOf(sparql: string, options?: GuardOptions): Refusal | undefined {
  try {
    guardQuery(sparql, options);
    return undefined;
  } catch (error) {
    if (error instanceof GraphError) return { code: error.code, detail: error.message };
    throw error;
  }
}

const triples = '?s ?p ?o';
const nested = (open: string, close: string, depth: number, inside = '') =>
  open.repeat(depth) + inside + close.repeat(depth);

const updates: [string, string][] = [
  ['an insertion', 'INSERT DATA { <http://a> <http://b> 1 }'],
  ['a deletion', 'DELETE DATA { <http://a> <http://b> 1 }'],
  ['DELETE WHERE', 'DELETE WHERE { ?s ?p ?o }'],
  ['DELETE and INSERT', 'DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }'],
  ['WITH', 'WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }'],
  ['LOAD', 'LOAD <http://127.0.0.1:9/>'],
  ['LOAD from a file', 'LOAD SILENT <file:///etc/passwd> INTO GRAPH <http://g>'],
  ['DROP ALL', 'DROP ALL'],
  ['CLEAR', 'CLEAR SILENT DEFAULT'],
  ['CREATE', 'CREATE GRAPH <http://g>'],
  ['ADD', 'ADD <http://a> TO <http://b>'],
  ['MOVE', 'MOVE <http://a> TO <http://b>'],
  ['COPY', 'COPY DEFAULT TO <http://b>'],
  ['an update after a prologue', 'BASE <http://b/> PREFIX a: <http://a/> INSERT DATA { a:a a:b 1 }'],
  ['an update after a comment', '# SELECT\nDROP ALL'],
  ['an update in escapes', '\\u0044ROP ALL'],
  ['an update in long escapes', '\\U00000044\\u0052OP ALL'],
  ['an update in lower case', 'insert data { <http://a> <http://b> 1 }'],
  ['an update that is not even correct', 'DELETE rubbish'],
  ['several updates', 'DROP ALL ; CLEAR ALL'],
];

const services: [string, string][] = [
  ['at the top', `SELECT * { SERVICE <http://x/> { ${triples} } }`],
  ['SILENT', `SELECT * { SERVICE SILENT <http://x/> { ${triples} } }`],
  ['a variable', `SELECT * { BIND(<http://x/> AS ?e) SERVICE ?e { ${triples} } }`],
  ['a variable from VALUES', `SELECT * { VALUES ?e { <http://x/> } SERVICE SILENT ?e { ${triples} } }`],
  ['in OPTIONAL', `SELECT * { ${triples} OPTIONAL { SERVICE <http://x/> { ${triples} } } }`],
  ['in MINUS', `SELECT * { ${triples} MINUS { SERVICE <http://x/> { ${triples} } } }`],
  ['in UNION', `SELECT * { { ${triples} } UNION { SERVICE <http://x/> { ${triples} } } }`],
  ['in GRAPH', `SELECT * { GRAPH ?g { SERVICE <http://x/> { ${triples} } } }`],
  ['in EXISTS', `SELECT * { ${triples} FILTER EXISTS { SERVICE <http://x/> { ${triples} } } }`],
  ['in NOT EXISTS', `ASK { FILTER NOT EXISTS { SERVICE <http://x/> { ${triples} } } }`],
  ['in an expression of BIND', `SELECT * { BIND(EXISTS { SERVICE <http://x/> { ${triples} } } AS ?b) }`],
  ['in an expression of SELECT', `SELECT (EXISTS { SERVICE <http://x/> {} } AS ?b) {}`],
  ['in HAVING', `SELECT ?s { ${triples} } GROUP BY ?s HAVING (EXISTS { SERVICE <http://x/> {} })`],
  ['in ORDER BY', `SELECT ?s { ${triples} } ORDER BY (EXISTS { SERVICE <http://x/> {} })`],
  ['in GROUP BY', `SELECT (COUNT(*) AS ?n) { ${triples} } GROUP BY (EXISTS { SERVICE <http://x/> {} } AS ?e)`],
  ['in a sub-query', `SELECT * { { SELECT * { SERVICE <http://x/> { ${triples} } } } }`],
  ['in a sub-query of a sub-query', `SELECT * { { SELECT * { { SELECT * { SERVICE <http://x/> {} } } } } }`],
  ['in another SERVICE', `SELECT * { SERVICE <http://ok/> { SERVICE <http://x/> { ${triples} } } }`],
  ['in CONSTRUCT', `CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://x/> { ${triples} } }`],
  ['in DESCRIBE', `DESCRIBE ?s { SERVICE <http://x/> { ${triples} } }`],
  ['in lower case', `select * { service <http://x/> { ${triples} } }`],
  ['by a prefix', `PREFIX x: <http://x/> SELECT * { SERVICE x: { ${triples} } }`],
  ['by BASE', `BASE <http://x/> SELECT * { SERVICE <y> { ${triples} } }`],
  ['in escapes', `SELECT * { \\u0053ERVICE <http://x/> { ${triples} } }`],
  ['all in escapes', `SELECT * { \\u0053\\u0045\\u0052\\u0056\\u0049\\u0043\\u0045 <http://x/> { ${triples} } }`],
  ['broken over comments', `SELECT * { SERVICE # a\n SILENT # b\n <http://x/> # c\n { ${triples} } }`],
  ['of a file', `SELECT * { SERVICE <file:///etc/passwd> { ${triples} } }`],
];

const invalid: [string, string, RegExp][] = [
  ['nothing', '', /empty/u],
  ['a comment only', '# SELECT * {}', /empty/u],
  ['a prologue only', 'PREFIX a: <http://a/>', /empty/u],
  ['a word', 'foo', /Line 1, column 1/u],
  ['SQL', 'SELECT name FROM papers', /Line 1, column 8/u],
  ['an open group', 'SELECT * {', /Line 1, column 11: expected “\}”, found the end of the query/u],
  ['a group too many', 'SELECT *\n{ ?s ?p ?o } }', /Line 2, column 14: expected the end of the query, found “\}”/u],
  ['a triple without object', 'ASK { ?s ?p }', /Line 1, column 13: expected a variable, an IRI/u],
  ['a query after a query', 'ASK {} ; ASK {}', /column 8/u],
  ['an update after a query', 'ASK {} ; DROP ALL', /column 8/u],
  ['an unknown prefix', 'ASK {\n ?s foo:bar ?o }', /“foo:” at line 2, column 5/u],
  ['a name of Object.prototype as prefix', 'ASK { ?s constructor:x ?o }', /“constructor:”/u],
  ['a relative IRI without BASE', 'ASK { <a> ?p ?o }', /<a> at line 1, column 7/u],
  ['a string that is not closed', 'ASK { ?s ?p "abc }', /column 13.*not closed/u],
  ['a wrong string escape', 'ASK { ?s ?p "\\q" }', /column 13/u],
  ['an IRI with a space', 'ASK { ?s ?p <http://a b> }', /column/u],
  ['an IRI with an escaped space', 'ASK { ?s ?p <http://a\\u0020b> }', /column/u],
  ['an escape beyond Unicode', 'ASK { ?s ?p "\\UFFFFFFFF" }', /outside of Unicode/u],
  ['half a surrogate pair, escaped', 'ASK { ?s ?p "\\uD800" }', /surrogate/u],
  ['half a surrogate pair', 'ASK { ?s ?p "\uD800" }', /surrogate/u],
  ['a variable chosen twice', 'SELECT (1 AS ?x) (2 AS ?x) {}', /x/u],
  ['a blank node in two groups', 'ASK { _:a ?p ?o . { _:a ?q ?r } }', /blank node/u],
  ['a quoted triple of SPARQL 1.2', 'ASK { << ?s ?p ?o >> ?q ?r }', /Line 1/u],
  ['a negative LIMIT', 'SELECT * {} LIMIT -1', /Line 1, column 19/u],
  ['a LIMIT that is a variable', 'SELECT * {} LIMIT ?x', /Line 1, column 19/u],
  ['two LIMITs', 'SELECT * {} LIMIT 1 LIMIT 2', /Line 1, column 21/u],
  ['a line count that the added prefixes do not move', 'SELECT * {\n ?s a ddm:Paper', /^Line 2, column 16/u],
];

const complex: [string, string][] = [
  ['deep groups', `SELECT * ${nested('{', '}', 65)}`],
  ['very deep groups', `SELECT * ${nested('{', '}', 40_000)}`],
  ['groups that never close', `SELECT * ${'{'.repeat(50_000)}`],
  ['deep parentheses', `ASK { FILTER(${nested('(', ')', 10_000, '1')}) }`],
  ['deep calls', `ASK { FILTER(${nested('STR(', ')', 500, '1')}) }`],
  ['deep blank nodes', `ASK { ?s ?p ${nested('[ ?p ', ']', 200, '1')} }`],
  ['deep lists', `ASK { ?s ?p ${nested('(', ')', 200, '1')} }`],
  ['deep paths', `ASK { ?s ${nested('(', ')*', 200, '<http://a>')} ?o }`],
  ['deep EXISTS', `ASK { ${nested('FILTER EXISTS { ', '}', 128)} }`],
  ['deep sub-queries', `SELECT * ${nested('{ SELECT * ', '}', 100, '{}')}`],
  ['a long path', `ASK { ?s ${'<http://a>/'.repeat(100)}<http://b> ?o }`],
  ['a path that repeats repetitions', `ASK { ?s ${nested('(', ')*', 9, '<http://a>')} ?o }`],
  ['a path of many alternatives', `ASK { ?s ${'<http://a>|'.repeat(2_000)}<http://b> ?o }`],
  ['many VALUES', `SELECT * { VALUES ?x { ${'1 '.repeat(10_001)} } }`],
  ['wide VALUES', `SELECT * { VALUES (?a ?b ?c) { ${'(1 2 3) '.repeat(3_400)} } }`],
  ['many OPTIONALs', `SELECT * { ${'OPTIONAL { ?s ?p ?o } '.repeat(300)} }`],
  ['many UNIONs', `SELECT * { ${'{ ?s ?p ?o } UNION '.repeat(300)} {} }`],
  ['many triples', `SELECT * { ${'?s ?p ?o . '.repeat(501)} }`],
  ['many BINDs', `SELECT * { ${Array.from({ length: 501 }, (_, n) => `BIND(1 AS ?x${n})`).join(' ')} }`],
  ['a long disjunction', `ASK { FILTER(${'?x || '.repeat(1_500)} ?x) }`],
  ['a sum of many terms', `ASK { FILTER(${'1 + '.repeat(9_000)} 1) }`],
  ['a long IN list', `ASK { FILTER(?x IN (${'1, '.repeat(1_200)} 1)) }`],
  ['many tokens', `SELECT * { ?s ?p ${'?o , '.repeat(20_000)} ?o }`],
];

const valid: [string, string][] = [
  ['the shortest SELECT', 'SELECT*{}'],
  ['a keyword in escapes', '\\u0053ELECT * {}'],
  ['SERVICE in a comment', 'SELECT * { # SERVICE <http://x/> {}\n ?s ?p ?o }'],
  ['SERVICE in a comment that an escaped line break does not end', 'ASK { #\\u000A SERVICE <http://x/> {} \n}'],
  ['SERVICE in a string', 'SELECT * { ?s ?p "SERVICE <http://x/> { }" }'],
  ['SERVICE as a variable', 'SELECT ?service { ?service ?p ?o }'],
  ['SERVICE in an IRI', 'SELECT * { ?s <http://e/SERVICE> ?o }'],
  ['DROP in a string', 'ASK { ?s ?p "; DROP ALL" }'],
  ['an escaped quote', 'ASK { ?s ?p "a\\u0022b" }'],
  ['an escaped backslash before a u', 'ASK { ?s ?p "a\\\\u0041" }'],
  ['a graph that nobody knows', 'ASK { GRAPH <http://nowhere/> { ?s ?p ?o } }'],
  ['a path', 'SELECT * { ?s (<http://a>/^<http://b>|!(<http://c>|^<http://d>))+ ?o }'],
  [
    'aggregates',
    'SELECT ?a (COUNT(DISTINCT ?b) AS ?n) { ?a ?p ?b } GROUP BY ?a HAVING(COUNT(*) > 1) ORDER BY DESC(?n)',
  ],
  ['GROUP_CONCAT', 'SELECT (GROUP_CONCAT(?b; SEPARATOR=", ") AS ?n) { ?a ?p ?b }'],
  ['a trailing VALUES', 'SELECT * { ?s ?p ?o } VALUES (?s ?o) { (UNDEF 1) }'],
  ['all kinds of literals', `ASK { ?s ?p 1, 1.5, -1e0, true, "a"@en-GB, '''it's''', "1"^^<http://e/t> }`],
  ['lists and blank nodes', 'ASK { ?s ?p ( 1 [ ?q 2 ] _:b ) }'],
  ['CONSTRUCT WHERE', 'CONSTRUCT WHERE { ?s ?p ?o }'],
  ['CONSTRUCT with a template', 'CONSTRUCT { ?s a [] } WHERE { ?s ?p ?o } LIMIT 3'],
  ['DESCRIBE', 'DESCRIBE <http://a> ?x { ?x ?p <http://a> }'],
  ['all the time functions', 'SELECT (NOW() AS ?n) (YEAR(?n) AS ?y) (TZ(?n) AS ?z) {}'],
  ['Chinese', 'SELECT ?论文 { ?论文 ?p "语义"@zh }'],
  ['an emoji by its escape', 'ASK { ?s ?p "\\U0001F600" }'],
  ['Windows line ends', 'SELECT *\r\n{ ?s ?p ?o }\r\nLIMIT 5\r\n'],
  ['64 levels', `SELECT * ${nested('{', '}', 64)}`],
  ['a long list of values', `SELECT * { VALUES ?x { ${'<http://e/a> '.repeat(3_000)} } }`],
];

describe('the guard refuses', () => {
  it.each(updates)('updates: %s', (_, sparql) => {
    expect(refusalOf(sparql)?.code).toBe('graph/update-refused');
  });

  it.each(services)('SERVICE %s', (_, sparql) => {
    expect(refusalOf(sparql, { allowedServices: new Set(['http://ok/']) })?.code).toBe('graph/service-refused');
  });

  it.each(invalid)('what is not SPARQL 1.1: %s', (_, sparql, detail) => {
    const refusal = refusalOf(sparql);
    expect(refusal?.code).toBe('graph/invalid-query');
    expect(refusal?.detail).toMatch(detail);
    expect(refusal?.detail).not.toContain('\n');
  });

  it.each(complex)('what could overflow a parser or an engine: %s', (_, sparql) => {
    expect(refusalOf(sparql, { maxLength: 1_000_000 })?.code).toBe('graph/query-too-complex');
  });

  it('a text above the limit without looking at it', () => {
    expect(refusalOf(' '.repeat(100_001))?.code).toBe('graph/query-too-large');
  });

  it('FROM and FROM NAMED of graphs that the caller may not read', () => {
    const mayRead = (graph: string) => graph === 'http://g/1';
    expect(refusalOf('SELECT * FROM <http://g/1> { ?s ?p ?o }', { mayRead })).toBeUndefined();
    for (const clause of ['FROM <http://g/2>', 'FROM NAMED <http://g/2>', 'FROM <file:///etc/passwd>']) {
      expect(refusalOf(`SELECT * ${clause} { ?s ?p ?o }`, { mayRead })?.code).toBe('graph/unknown-graph');
    }
  });
});

describe('the guard lets through', () => {
  it.each(valid)('%s', (_, sparql) => {
    expect(refusalOf(sparql)).toBeUndefined();
  });

  it('SERVICE of the allow-list, by its whole IRI', () => {
    const allowedServices = new Set(['http://x/sparql']);
    expect(refusalOf('ASK { SERVICE <http://x/sparql> { ?s ?p ?o } }', { allowedServices })).toBeUndefined();
    expect(refusalOf('BASE <http://x/> ASK { SERVICE <sparql> {} }', { allowedServices })).toBeUndefined();
    expect(refusalOf('ASK { SERVICE <http://x/sparql2> {} }', { allowedServices })?.code).toBe('graph/service-refused');
  });

  const folder = new URL('../../../../ontology/queries/', import.meta.url);
  it('every query that the ontology publishes', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.rq'));
    expect(files.length).toBeGreaterThanOrEqual(20);
    for (const name of files) {
      expect([name, refusalOf(readFileSync(new URL(name, folder), 'utf8'))]).toEqual([name, undefined]);
    }
  });
});

describe('a guarded query', () => {
  it('names its form and the kind of its result', () => {
    const forms = ['SELECT * {}', 'ASK {}', 'CONSTRUCT WHERE {}', 'DESCRIBE <http://a>'].map((sparql) => {
      const { form, kind } = guardQuery(sparql);
      return `${form} ${kind}`;
    });
    expect(forms).toEqual(['select bindings', 'ask boolean', 'construct graph', 'describe graph']);
  });

  it.each([
    ['SELECT * {}', 'SELECT * {}\nLIMIT 11'],
    ['SELECT * {} # end', 'SELECT * {} # end\nLIMIT 11'],
    ['SELECT * {} LIMIT 10', 'SELECT * {} LIMIT 10'],
    ['SELECT * {} LIMIT 0', 'SELECT * {} LIMIT 0'],
    ['SELECT * {} LIMIT 12', 'SELECT * {} \nLIMIT 11\n'],
    ['SELECT * {} OFFSET 3', 'SELECT * {} \nLIMIT 11 OFFSET 3\n'],
    ['SELECT * {} OFFSET 3 LIMIT 99', 'SELECT * {} \nLIMIT 11 OFFSET 3\n'],
    ['SELECT * {} LIMIT 99999999999999999999999', 'SELECT * {} \nLIMIT 11\n'],
    ['SELECT * {} VALUES ?x { 1 }', 'SELECT * {} \nLIMIT 11\nVALUES ?x { 1 }'],
    ['SELECT * {} ORDER BY ?x LIMIT 99 VALUES ?x { 1 }', 'SELECT * {} ORDER BY ?x \nLIMIT 11\n VALUES ?x { 1 }'],
    ['SELECT * { { SELECT * {} LIMIT 99 } }', 'SELECT * { { SELECT * {} LIMIT 99 } }\nLIMIT 11'],
    ['CONSTRUCT WHERE { ?s ?p ?o }', 'CONSTRUCT WHERE { ?s ?p ?o }'],
  ])('may give one row above its cap, so that the excess shows: %s', (sparql, text) => {
    expect(guardQuery(sparql, { rows: 10 }).text).toBe(text);
  });

  it('declares well-known prefixes that were used without being declared', () => {
    const { text, addedPrefixes } = guardQuery('ASK { ?p a ddm:Paper ; dcterms:title ?t ; a ddm:Unit }');
    expect(addedPrefixes).toEqual(['dcterms', 'ddm']);
    expect(text.split('\n').slice(0, 2)).toEqual([
      'PREFIX dcterms: <http://purl.org/dc/terms/>',
      'PREFIX ddm: <https://w3id.org/askg/ddm#>',
    ]);
  });

  it("keeps the query's own meaning of a well-known prefix", () => {
    expect(guardQuery('PREFIX ddm: <http://other/> ASK { ?p a ddm:Paper }').addedPrefixes).toEqual([]);
  });

  it('names its dataset in absolute IRIs', () => {
    const { dataset } = guardQuery(
      'BASE <http://e/x/> PREFIX g: <../g/> SELECT * FROM g:1 FROM <2> FROM g:1 FROM NAMED <http://G/3> {}',
    );
    expect(dataset).toEqual({ default: ['http://e/g/1', 'http://e/x/2'], named: ['http://G/3'] });
  });

  it.each([
    ['cheap', 'SELECT * { <http://a> ?p ?o }'],
    ['cheap', 'SELECT * { ?s <http://p> "10.1/x" }'],
    ['cheap', 'SELECT * { <http://a> <http://p> ?b . ?b <http://q> ?c OPTIONAL { ?d <http://r> ?c } }'],
    ['cheap', 'SELECT * { VALUES ?s { <http://a> } ?s ?p ?o }'],
    ['cheap', 'DESCRIBE <http://a>'],
    ['normal', 'SELECT * { <http://a> ?p ?o . <http://b> ?q ?r }'],
    ['normal', 'SELECT * { ?a <http://p> <http://hub> . ?b <http://p> <http://hub> }'],
    ['normal', 'SELECT * { <http://a> ?p ?o { SELECT * { ?s ?q ?r } } }'],
    ['normal', 'SELECT (EXISTS { SELECT * { ?s ?q ?r } } AS ?x) { <http://a> ?p ?o }'],
    ['normal', 'SELECT (CONCAT(?o, ?o) AS ?x) { <http://a> ?p ?o }'],
    ['normal', 'SELECT (GROUP_CONCAT(?o) AS ?x) { <http://a> ?p ?o }'],
    ['normal', `SELECT * { VALUES ?s { ${'<http://a> '.repeat(101)} } ?s ?p ?o }`],
    ['normal', 'SELECT * { VALUES ?s { 1 2 3 4 5 6 7 8 9 10 11 } VALUES ?t { 1 2 3 4 5 6 7 8 9 10 } }'],
    ['normal', 'SELECT * { ?s ?p ?o }'],
    ['normal', 'SELECT * { ?s a ddm:Sentence }'],
    ['normal', 'SELECT * { ?s ?p "word" }'],
    ['normal', 'SELECT * { <http://a> <http://p> ?b . ?c <http://q> ?d }'],
    ['normal', 'SELECT * { <http://a> <http://p>+ ?b }'],
    ['normal', 'ASK { <http://a> ?p ?o FILTER EXISTS { ?x ?y ?z } }'],
  ])('is %s by simple rules: %s', (cost, sparql) => {
    expect(guardQuery(sparql).cost).toBe(cost);
  });

  it.each([
    [true, 'SELECT ?t { <http://a> dcterms:title ?t }'],
    [true, 'SELECT ?t { ?b <http://q> ?t . <http://a> <http://p> ?b }'],
    [true, 'DESCRIBE <http://a>'],
    [false, 'SELECT * { ?s <http://p> <http://hub> }'],
    [false, 'SELECT * { VALUES ?a { <http://a> } ?a <http://p> ?b }'],
    [false, 'SELECT * { <http://a> <http://p> ?b, ?c, ?d }'],
    [false, 'SELECT * { <http://a> <http://p> ?b FILTER(REGEX(?b, "x")) }'],
  ])('is small whatever the data are (%s): %s', (isPoint, sparql) => {
    expect(guardQuery(sparql).isPoint).toBe(isPoint);
  });
});
