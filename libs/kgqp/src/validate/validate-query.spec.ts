import { describe, expect, it } from '@jest/globals';
import { defaultLexicon } from '../linking/default-lexicon.ts';
import { extractQuery } from './repair-text.ts';
import { validateQuery } from './validate-query.ts';

const { vocabulary } = defaultLexicon();
const strictly = (text: string) => validateQuery(text, vocabulary, { mend: false });
const mending = (text: string) => validateQuery(text, vocabulary, { mend: true });

describe('The validator', () => {
  it('lets a query over the schema pass as it is', () => {
    const text = 'PREFIX ddm: <https://w3id.org/askg/ddm#>\nSELECT ?y WHERE { ?p a ddm:Paper ; ddm:year ?y }';
    expect(strictly(text)).toEqual({ isValid: true, text, form: 'select', projected: ['y'], repairs: [] });
  });

  it('adds prefixes that everybody knows', () => {
    expect(strictly('ASK { ?p ddm:year 2020 }')).toMatchObject({
      isValid: true,
      text: 'PREFIX ddm: <https://w3id.org/askg/ddm#>\nASK { ?p ddm:year 2020 }',
    });
  });

  it.each([
    ['an update', 'DELETE WHERE { ?s ?p ?o }', 'read-only|DELETE'],
    ['a SERVICE', 'SELECT * { SERVICE <http://e/> { ?s ?p ?o } }', 'SERVICE'],
    ['prose', 'The authors are Ada and Ben.', '.'],
    ['a query that gives no rows', 'DESCRIBE <http://e/>', 'does not give rows'],
    [
      'a property that is made up',
      'SELECT ?x { ?p ddm:hasAuthor ?x }',
      'no property <https://w3id.org/askg/ddm#hasAuthor>',
    ],
    ['a made-up property in a path', 'SELECT ?x { ?p ddm:hasPart+/ddm:text ?x }', 'ddm#hasPart'],
    ['a property that stays in the files', 'SELECT ?x { ?r ddm:raw ?x }', 'ddm#raw'],
    ['a class without nodes', 'SELECT ?x { ?x a ddm:Method }', 'ddm#Method'],
    ['an edge between the wrong classes', 'SELECT ?x { ?x a ddm:Venue ; ddm:hasKeyword ?k }', 'ddm#hasKeyword'],
    ['a text where a thing must stand', 'SELECT ?x { ?x ddm:venue "JOSE" }', 'ddm#venue'],
    ['a column that nothing binds', 'SELECT ?x ?y { ?x a ddm:Paper }', 'nothing binds ?y'],
  ])('refuses %s', (_, text, reason) => {
    const checked = strictly(text);
    expect(checked).toMatchObject({ isValid: false });
    expect(checked.isValid ? '' : checked.reasons.join('\n')).toMatch(new RegExp(reason.replace('?', '\\?')));
  });

  it('turns an edge round that is read the wrong way', () => {
    const checked = mending('SELECT ?n { ?k a ddm:Keyword ; rdfs:label ?n . ?k ddm:hasKeyword ?p . ?p a ddm:Paper }');
    expect(checked).toMatchObject({ isValid: true, repairs: ['an edge was turned round'] });
    expect(checked.text).toContain('?k ^ddm:hasKeyword ?p');
  });

  it('names the nearest that it knows of a property, a class and a concept that it does not know', () => {
    const reasons = (text: string) => {
      const checked = mending(text);
      return checked.isValid ? '' : checked.reasons.join('\n');
    };
    expect(reasons('SELECT ?x { ?p ddm:citePaper ?x }')).toMatch(/nearest: <\S+ddm#citesPaper>/);
    expect(reasons('SELECT ?x { ?x a ddm:TableRows }')).toMatch(/nearest: <\S+ddm#TableRow>/);
    expect(reasons('SELECT ?x { ?x ddm:role ddm:role-methods }')).toMatch(/nearest: <\S+ddm#role-method>/);
    expect(reasons('SELECT ?x { ?x ddm:zzz 1 }')).not.toContain('nearest');
  });

  it('takes a property of the same name for one of the wrong namespace', () => {
    const checked = mending('PREFIX dct: <https://w3id.org/askg/ddm#> SELECT ?t { ?p a dct:Paper ; dct:title ?t }');
    expect(checked).toMatchObject({ isValid: true, repairs: ['names of the wrong namespace were replaced'] });
    expect(checked.text).toContain('?p a dct:Paper ; <http://purl.org/dc/terms/title> ?t');
  });

  it('replaces such a property whatever signs its address has', () => {
    const checked = mending('SELECT ?t { ?p a ddm:Paper ; <http://example.org/my-own+terms#title> ?t }');
    expect(checked.text).toContain('?p a ddm:Paper ; <http://purl.org/dc/terms/title> ?t');
  });

  it('bounds the rows of a query that does not, and says so', () => {
    expect(mending('SELECT ?p { ?p a ddm:Paper }')).toMatchObject({ isValid: true, repairs: [], limit: 1000 });
    expect(mending('SELECT ?p { ?p a ddm:Paper } LIMIT 5')).not.toHaveProperty('limit');
  });

  it.each([
    ['SELECT ?p ?k { ?p a ddm:Paper . ?k a ddm:Keyword }', false],
    ['SELECT ?p ?k { ?p a ddm:Paper ; dcterms:title ?t . ?k a ddm:Keyword ; rdfs:label ?l FILTER(?t = ?l) }', true],
    ['SELECT ?p ?k { ?p a ddm:Paper . ?k a ddm:Keyword . ?p ddm:hasKeyword ?k }', true],
    [
      'SELECT ?n ?m { { SELECT (COUNT(?p) AS ?n) { ?p a ddm:Paper } } { SELECT (COUNT(?k) AS ?m) { ?k a ddm:Keyword } } }',
      true,
    ],
    ['SELECT ?p ?y { ?p a ddm:Paper VALUES ?y { 2020 2021 } }', true],
  ])('lets pass only conditions that hang together: %s', (text, isValid) => {
    expect(strictly(text)).toMatchObject({ isValid });
  });

  it('leaves out columns that nothing binds', () => {
    const checked = mending('SELECT ?t ?year { ?p a ddm:Paper ; dcterms:title ?t }');
    expect(checked).toMatchObject({ isValid: true, projected: ['t'] });
  });

  it.each([
    'SELECT ?y WHERE { ?p ddm:year ?y . LIMIT 5 }',
    'SELECT ?y WHERE { ?p ddm:year ?y ORDER BY ?y LIMIT 5 }',
    'SELECT ?y WHERE { ?p ddm:year ?y } LIMIT 5 ORDER BY ?y',
    'SELECT ?y (COUNT(?p) AS ?n) WHERE { ?p ddm:year ?y } ORDER BY DESC(?n) GROUP BY ?y',
    'SELECT ?y WHERE { ?p ddm:year ?y',
    'SELECT ?y WHERE { ?p ddm:year ?y } This query lists the years.',
  ])('puts clauses where they belong: %s', (text) => {
    expect(strictly(text)).toMatchObject({ isValid: false });
    expect(mending(text)).toMatchObject({ isValid: true, repairs: ['clauses were put where they belong'] });
  });

  it('mends nothing of the planner', () => {
    expect(strictly('SELECT ?y WHERE { ?p ddm:year ?y . LIMIT 5 }')).toMatchObject({ isValid: false });
  });
});

describe('A reply', () => {
  it.each([
    ['```sparql\nSELECT * { ?s ?p ?o }\n```', 'SELECT * { ?s ?p ?o }'],
    ['Here it is:\n```\nASK {}\n```\nI hope it helps.', 'ASK {}'],
    ['Sure!\nPREFIX a: <http://a/>\nSELECT * {}', 'PREFIX a: <http://a/>\nSELECT * {}'],
    ['select * {}', 'select * {}'],
  ])('%j holds a query', (reply, query) => {
    expect(extractQuery(reply)).toBe(query);
  });

  it('of prose holds none', () => {
    expect(extractQuery('I cannot select anything from that.')).toBeUndefined();
    expect(extractQuery('')).toBeUndefined();
  });
});
