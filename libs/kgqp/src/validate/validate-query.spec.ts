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
