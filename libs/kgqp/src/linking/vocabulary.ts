import { ddm, fileOnly, rdf, rdfs } from '@askg/ddm';
import { owl, rdfsNamespace, sh, skos } from './namespaces.ts';
import { RdfReader } from './rdf-reader.ts';

export type Term = { iri: string; label: string; comment: string };
/** `isPart`: its nodes are parts of a paper with an address of their own. */
export type ClassTerm = Term & { isPart: boolean };
export type Concept = Term & { scheme: string; notation: string };

/** That nodes of a class have a property, and what stands at its other end. */
export type PropertyUse = {
  property: string;
  from: string;
  /** Class of the nodes it leads to. */
  to?: string;
  /** Concepts it may lead to. */
  concepts?: readonly string[];
  /** Datatype of its values; `literal` where several are allowed. */
  datatype?: string;
  /** Whether each node has exactly one value. */
  always: boolean;
};

/** What a graph is made of: classes, properties, where each property is used, and the concepts of its schemes. */
export type Vocabulary = {
  classes: ReadonlyMap<string, ClassTerm>;
  properties: ReadonlyMap<string, Term>;
  concepts: ReadonlyMap<string, Concept>;
  uses: readonly PropertyUse[];
};

/**
 * Reads what is in the SPARQL store from an ontology and its SHACL shapes: terms that stay in graph files are left out.
 * @param ontology OWL in Turtle @param shapes SHACL Core in Turtle
 * @throws DdmError `ddm/malformed-rdf`
 */
export function readVocabulary(ontology: string, shapes: string): Vocabulary {
  const terms = new RdfReader(ontology);
  const named = (type: string): [string, Term][] =>
    terms.subjects(rdf.type, type).flatMap((iri) => {
      const label = terms.value(iri, rdfs.label);
      if (label === undefined || fileOnly.has(iri)) return [];
      return [[iri, { iri, label, comment: terms.value(iri, `${rdfsNamespace}comment`) ?? '' }]];
    });
  const properties = new Map([
    ...named(`${owl}ObjectProperty`),
    ...named(`${owl}DatatypeProperty`),
    ...named(`${owl}AnnotationProperty`),
  ]);
  properties.delete(ddm.storage);
  const concepts = new Map(
    named(`${skos}Concept`).map(([iri, term]) => [
      iri,
      {
        ...term,
        scheme: terms.value(iri, `${skos}inScheme`) ?? '',
        notation: terms.value(iri, `${skos}notation`) ?? '',
      },
    ]),
  );
  const classes = new Map(
    named(`${owl}Class`).map(([iri, term]): [string, ClassTerm] => [
      iri,
      { ...term, isPart: terms.values(iri, `${rdfsNamespace}subClassOf`).includes(ddm.Unit) },
    ]),
  );
  const shaped = usesOfShapes(new RdfReader(shapes)).filter(
    ({ property, from }) => properties.has(property) && classes.has(from),
  );
  return { classes, properties, concepts, uses: [...shaped, ...unshapedUses(terms, properties, shaped)] };
}

function usesOfShapes(shapes: RdfReader): PropertyUse[] {
  return shapes.subjects(`${sh}targetClass`).flatMap((shape) => {
    const from = shapes.value(shape, `${sh}targetClass`) ?? '';
    return shapes.objects(shape, `${sh}property`).flatMap(({ value: constraint }) => {
      const [path] = shapes.objects(constraint, `${sh}path`);
      return path?.termType === 'NamedNode' ? [useOf(shapes, constraint, path.value, from)] : [];
    });
  });
}

function useOf(shapes: RdfReader, constraint: string, property: string, from: string): PropertyUse {
  const to = shapes.value(constraint, `${sh}class`);
  const datatype = shapes.value(constraint, `${sh}datatype`);
  const members = shapes.list(shapes.value(constraint, `${sh}in`));
  const concepts = members.filter((member) => member.includes('://'));
  const isLiteral =
    to === undefined && concepts.length === 0 && shapes.value(constraint, `${sh}nodeKind`) === undefined;
  return {
    property,
    from,
    always: shapes.value(constraint, `${sh}minCount`) === '1' && shapes.value(constraint, `${sh}maxCount`) === '1',
    ...(to === undefined ? {} : { to }),
    ...(concepts.length === 0 ? {} : { concepts }),
    ...(isLiteral ? { datatype: datatype ?? 'literal' } : {}),
  };
}

/** Properties that no shape speaks of, such as derived ones, by the domain and range that the ontology gives. */
function unshapedUses(
  terms: RdfReader,
  properties: ReadonlyMap<string, Term>,
  shaped: readonly PropertyUse[],
): PropertyUse[] {
  const known = new Set(shaped.map(({ property }) => property));
  return [...properties.keys()].flatMap((property) => {
    const from = terms.value(property, `${rdfsNamespace}domain`);
    const to = terms.value(property, `${rdfsNamespace}range`);
    return known.has(property) || from === undefined || to === undefined ? [] : [{ property, from, to, always: false }];
  });
}
