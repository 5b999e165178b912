import { readFileSync } from 'node:fs';
import { Contributor, EntityType, Role } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { ontologyFiles } from './ontology-files.ts';
import { parseQuads } from './parse-quads.ts';
import { ddm, fileOnly, namespaces, rdf, rdfs } from './terms.ts';

const quads = parseQuads(readFileSync(ontologyFiles.vocabulary, 'utf8'), 'text/turtle');
const own = [...new Set(quads.map(({ subject }) => subject.value).filter((iri) => iri.startsWith(namespaces.ddm)))];
const valuesOf = (subject: string, predicate: string): string[] =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) => object.value);

describe('The ontology', () => {
  it.each(own)('has one label, one comment and a kind for %s', (iri) => {
    expect(valuesOf(iri, rdfs.label)).toHaveLength(1);
    expect(valuesOf(iri, `${namespaces.rdfs}comment`)).toEqual([expect.stringMatching(/^[A-Z].*\.$/)]);
    expect(valuesOf(iri, rdf.type)).not.toEqual([]);
  });

  it('refers to no term of its own that it does not define', () => {
    const named = quads
      .flatMap(({ predicate, object }) => [predicate.value, object.value])
      .filter((iri) => iri.startsWith(namespaces.ddm) && iri !== namespaces.ddm);
    expect(named.filter((iri) => !own.includes(iri))).toEqual([]);
  });

  it('has exactly the values of the contract as its concepts', () => {
    const concepts = own.filter((iri) => valuesOf(iri, rdf.type).some((type) => type.endsWith('core#Concept')));
    const wanted = [
      ...Role.options.map((role) => ddm[`role-${role}`]),
      ...EntityType.options.map((type) => ddm[`type-${type}`]),
      ...Contributor.shape.role.options.map((role) => ddm[`contributor-${role}`]),
    ];
    expect(concepts.toSorted()).toEqual(wanted.toSorted());
  });

  it('keeps offsets out of the store, and text in it', () => {
    expect(fileOnly.has(ddm.start)).toBe(true);
    expect(fileOnly.has(ddm.Citation)).toBe(true);
    expect(fileOnly.has(ddm.text)).toBe(false);
  });
});

describe('The shapes', () => {
  const shapes = parseQuads(readFileSync(ontologyFiles.shapes, 'utf8'), 'text/turtle');
  const named = new Set(shapes.map(({ object }) => object.value).filter((iri) => iri.startsWith(namespaces.ddm)));

  it('name only terms that the ontology defines', () => {
    expect([...named].filter((iri) => !own.includes(iri))).toEqual([]);
  });

  it('say something of every property that stands in a paper’s graph', () => {
    const properties = own.filter((iri) =>
      valuesOf(iri, rdf.type).some((type) => /#(?:Object|Datatype)Property$/.test(type)),
    );
    const elsewhere = [ddm.contains, ddm.resolvesTo, ddm.citesPaper];
    expect(properties.filter((iri) => !named.has(iri)).toSorted()).toEqual(elsewhere.toSorted());
  });
});
