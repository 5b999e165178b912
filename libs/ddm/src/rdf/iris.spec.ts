import { describe, expect, it } from '@jest/globals';
import { checkBase, graphIri, linksGraphIri, paperIri, parseIri, sourceIri, unitIri } from './iris.ts';

const base = 'http://localhost:3000/id/';
const key = '10.1371_journal.pone.0012345';

describe('IRIs of a corpus', () => {
  it('are made by appending to its base', () => {
    expect(paperIri(base, key)).toBe(`${base}paper/${key}`);
    expect(unitIri(base, key, 's2/p3/t1')).toBe(`${base}paper/${key}/s2/p3/t1`);
    expect(graphIri(base, key)).toBe(`${base}graph/${key}`);
    expect(linksGraphIri(base)).toBe(`${base}graph/links`);
    expect(sourceIri(base, 'ab')).toBe(`${base}source/ab`);
  });

  it('tell the paper and the unit they stand for', () => {
    expect(parseIri(base, paperIri(base, key))).toEqual({ key });
    expect(parseIri(base, unitIri(base, key, 'abstract/p1/t1'))).toEqual({ key, id: 'abstract/p1/t1' });
    expect(parseIri('https://a.org/#', 'https://a.org/#paper/arxiv.1/venue')).toEqual({ key: 'arxiv.1', id: 'venue' });
  });

  it.each([
    'http://localhost:3000/id/paper/',
    'http://localhost:3000/id/graph/10.1_x',
    'http://localhost:3000/id/paper/10.1_x/',
    'http://localhost:3000/id/paper/10.1_x/S2',
    'http://localhost:3000/id/paper/10.1_x/../y',
    'http://other.org/id/paper/10.1_x',
  ])('%s stands for neither', (iri) => {
    expect(parseIri(base, iri)).toBeUndefined();
  });
});

describe('The base of a corpus', () => {
  it.each(['http://localhost:3000/id/', 'https://w3id.org/askg/', 'https://example.org#', 'https://a.org/x#'])(
    'may be %s',
    (iri) => {
      expect(checkBase(iri)).toBe(iri);
    },
  );

  it.each([
    '',
    '/id/',
    'urn:x:',
    'ftp://a.org/',
    'http://a.org/id',
    'http://a.org/a b/',
    'http://a.org/<x>/',
    'http:///',
  ])('may not be "%s"', (iri) => {
    expect(() => checkBase(iri)).toThrow(expect.objectContaining({ code: 'ddm/invalid-base' }));
  });
});
