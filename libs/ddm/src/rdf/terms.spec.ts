import { readFileSync } from 'node:fs';
import { Contributor, EntityType, Role, StatusName } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { ontologyFiles } from './ontology-files.ts';
import { parseQuads } from './parse-quads.ts';
import { dcterms, ddm, fileOnly, namespaces, rdf, rdfs } from './terms.ts';

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
      ...StatusName.options.map((status) => ddm[`status-${status}`]),
    ];
    expect(concepts.toSorted()).toEqual(wanted.toSorted());
  });

  it('keeps offsets out of the store, and text in it', () => {
    expect(fileOnly.has(ddm.start)).toBe(true);
    expect(fileOnly.has(ddm.Citation)).toBe(true);
    expect(fileOnly.has(ddm.text)).toBe(false);
  });
});

const shapes = parseQuads(readFileSync(ontologyFiles.shapes, 'utf8'), 'text/turtle');
const sh = 'http://www.w3.org/ns/shacl#';

/** Each property that a shape asks of the nodes of a class, with what the shape says of its values. */
function shapedProperties(): {
  property: string;
  from: string;
  to: string | undefined;
  datatype: string | undefined;
}[] {
  const objects = (subject: string, predicate: string): string[] =>
    shapes
      .filter((quad) => quad.subject.value === subject && quad.predicate.value === sh + predicate)
      .map(({ object }) => object.value);
  return shapes
    .filter(({ predicate }) => predicate.value === `${sh}targetClass`)
    .flatMap(({ subject, object }) =>
      objects(subject.value, 'property').map((constraint) => ({
        property: objects(constraint, 'path')[0] ?? '',
        from: object.value,
        to: objects(constraint, 'class')[0],
        datatype: objects(constraint, 'datatype')[0],
      })),
    )
    .filter(({ property }) => property.startsWith('http'));
}

describe('The ontology as a guide to graphs', () => {
  const uses = shapedProperties();
  const usesOf = (property: string): typeof uses => uses.filter((use) => use.property === property);
  const given = (property: string, one: string, several: string): string[] => {
    const includes = valuesOf(property, `https://schema.org/${several}`);
    return includes.length > 0 ? includes : valuesOf(property, namespaces.rdfs + one);
  };
  const properties = [...new Set(uses.map(({ property }) => property))];

  it.each(properties)('names exactly the classes whose nodes have %s', (property) => {
    const classes = new Set(usesOf(property).map(({ from }) => from));
    expect(new Set(given(property, 'domain', 'domainIncludes'))).toEqual(classes);
  });

  it.each(properties)('names what %s leads to', (property) => {
    const wanted = usesOf(property).flatMap(({ to, datatype }) => to ?? datatype ?? []);
    const ranges = given(property, 'range', 'rangeIncludes');
    for (const range of wanted) expect(ranges).toContain(range);
    if (property !== dcterms.license) expect(ranges).not.toEqual([]);
  });

  it('says of every class and property that no paper’s graph holds that it is implied or derived', () => {
    const typed = new Set(
      shapes.filter(({ predicate }) => predicate.value === `${sh}targetClass`).map(({ object }) => object.value),
    );
    const terms = own.filter((iri) =>
      valuesOf(iri, rdf.type).some((type) => /owl#(?:Class|(?:Object|Datatype)Property)$/.test(type)),
    );
    const unused = terms.filter((iri) => !typed.has(iri) && !properties.includes(iri));
    const implied = unused.filter((iri) => valuesOf(iri, ddm.storage).includes(ddm.implied));
    expect(unused.filter((iri) => !implied.includes(iri))).toEqual([
      ddm.Unit,
      ddm.TextSpan,
      ddm.resolvesTo,
      ddm.citesPaper,
      ddm.canonical,
      ddm.canonicalEntity,
    ]);
  });
});

describe('The shapes', () => {
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
