import type { HostileQuery } from './attack.ts';

const nested = (open: string, close: string, depth: number, inside = ''): string =>
  open.repeat(depth) + inside + close.repeat(depth);
const doubled = (times: number): string =>
  Array.from({ length: times }, (_, n) => `BIND(CONCAT(?x${n}, ?x${n}) AS ?x${n + 1})`).join(' ');
const any = '?s ?p ?o';

/** Small texts that would take a parser or an engine for ever, or all memory. */
export function bombs(): HostileQuery[] {
  const refused: Record<string, string> = {
    'groups 10,000 deep': `SELECT * ${nested('{', '}', 10_000)}`,
    'groups that never close': `SELECT * ${'{'.repeat(50_000)}`,
    'calls 1,000 deep': `ASK { FILTER(${nested('STR(', ')', 1000, '1')}) }`,
    'sub-selects 200 deep': `SELECT * ${nested('{ SELECT * ', '}', 200, '{}')}`,
    'EXISTS 100 deep': `ASK { ${nested('FILTER EXISTS { ', '}', 100)} }`,
    'lists 500 deep': `ASK { ?s ?p ${nested('(', ')', 500, '1')} }`,
    'a path of 1,000 steps': `ASK { ?s ${'<http://a>/'.repeat(1000)}<http://a> ?o }`,
    'a path of 2,000 alternatives': `ASK { ?s ${'<http://a>|'.repeat(2000)}<http://a> ?o }`,
    'repetitions of repetitions': `ASK { ?s ${nested('(', ')*', 30, '<http://a>')} ?o }`,
    '20,000 VALUES': `SELECT * { VALUES ?x { ${'1 '.repeat(20_000)} } }`,
    '900 triple patterns': `SELECT * { ${`${any} . `.repeat(900)} }`,
    '400 UNIONs': `SELECT * { ${`{ ${any} } UNION `.repeat(400)} {} }`,
    '400 OPTIONALs': `SELECT * { ${`OPTIONAL { ${any} } `.repeat(400)} }`,
    'a sum of 5,000 terms': `ASK { FILTER(${'1+'.repeat(5000)}1) }`,
    '15,000 objects': `ASK { ?s ?p ${'?o,'.repeat(15_000)}?o }`,
  };
  const tooLong = `ASK { ?s ?p "${'x'.repeat(120_000)}" }`;
  const heavy: Record<string, string> = {
    'a product of four': 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }',
    '100 million rows': 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } OFFSET 100000000',
    'rows without end, sorted': 'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i',
    'distinct rows without end': 'SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }',
    'groups without end': 'SELECT ?a ?d ?g (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a ?d ?g',
    'a string doubled 40 times': `SELECT (STRLEN(?x40) AS ?n) { BIND("0123456789" AS ?x0) ${doubled(40)} }`,
    'a string replaced into itself': `SELECT (STRLEN(?y) AS ?n) { BIND("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" AS ?x0) ${doubled(18)} BIND(REPLACE(?x18, "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") AS ?z) BIND(REPLACE(?z, "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") AS ?y) }`,
    'all texts in one string, again and again': `SELECT (GROUP_CONCAT(CONCAT(STR(?c), STR(?f))) AS ?x) { ?a ?b ?c . ?d ?e ?f }`,
    'a regular expression on everything':
      'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), "(a+)+(b+)+(c|d)*$", "i")) }',
    'a huge repetition in a regular expression':
      'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(REGEX(STR(?o), "((a{1,100}){1,100}){1,100}$")) }',
    'paths from all to all': `SELECT (COUNT(*) AS ?n) { ?a (!<x:y>|^<x:y>)* ?b . ?b (!<x:y>)* ?c }`,
    'VALUES times VALUES times VALUES': `SELECT (COUNT(*) AS ?n) { ${['a', 'b', 'c', 'd'].map((name) => `VALUES ?${name} { ${'1 '.repeat(900)} }`).join(' ')} }`,
    'a construction of everything twice': 'CONSTRUCT { ?a ?e ?f . ?d ?b ?c } WHERE { ?a ?b ?c . ?d ?e ?f }',
    'a description of everything': 'DESCRIBE ?s ?o { ?s ?p ?o }',
    'OPTIONALs that multiply': `SELECT (COUNT(*) AS ?n) { ?a ?b ?c ${['d', 'e', 'f'].map((name) => `OPTIONAL { ?${name} ?${name}p ?${name}o }`).join(' ')} }`,
    'a product that begins at a known place': `SELECT (COUNT(*) AS ?n) { VALUES ?t { ddm:Paper } ${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `?${name} a ?t .`).join(' ')} }`,
  };
  return [
    ...Object.entries(refused).map(([name, query]) => ({ group: 'size', name, query, expect: [422] })),
    { group: 'size', name: 'a query of 120,000 characters', query: tooLong, expect: [413] },
    ...Object.entries(heavy).map(([name, query]) => ({
      group: 'bomb',
      name,
      query,
      // Refused, too large, out of time, or out of memory; never an answer cut short. Some are small enough to be answered.
      expect: [200, 400, 422, 503, 504],
      isHeavy: true,
    })),
  ];
}

/** Texts that are no SPARQL at all, and have to be told so. */
export function malformed(): HostileQuery[] {
  const texts: Record<string, string> = {
    'a string that does not end': 'ASK { ?s ?p "abc }',
    SQL: "SELECT * FROM papers; DROP TABLE papers; --'",
    'half a surrogate pair': 'ASK { ?s ?p "\\uD800" }',
    'a null byte': 'ASK { ?s ?p "\0 }',
    'an IRI with a line break': 'ASK { <http://a\n> ?p ?o }',
    'a name of every object': 'ASK { ?s __proto__:x constructor:y }',
    markup: '<script>alert(1)</script>',
  };
  return Object.entries(texts).map(([name, query]) => ({ group: 'malformed', name, query, expect: [400] }));
}
