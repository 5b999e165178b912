import { rdf } from '@askg/ddm';
import { lex } from './namespaces.ts';
import type { RdfReader } from './rdf-reader.ts';
import type { Naming } from './relation.ts';

/** How the nodes of each class are named, by class. */
export function readNamings(reader: RdfReader): Map<string, Naming> {
  return new Map(
    reader.subjects(`${lex}name`).map((iri): [string, Naming] => [
      iri,
      {
        ...canonicalOf(reader.value(iri, `${lex}canonical`)),
        name: reader.value(iri, `${lex}name`) ?? '',
        aliases: ['alias', 'wholeAlias', 'peopleAlias'].flatMap((kind) => reader.values(iri, lex + kind)),
        peopleAliases: reader.values(iri, `${lex}peopleAlias`),
        wholeAliases: reader.values(iri, `${lex}wholeAlias`),
        isLocal: reader.values(iri, rdf.type).includes(`${lex}LocalClass`),
        isFolded: reader.values(iri, rdf.type).includes(`${lex}FoldedClass`),
        hasParts: reader.values(iri, rdf.type).includes(`${lex}AddressedClass`),
        isSeldom: reader.values(iri, rdf.type).includes(`${lex}SeldomNamedClass`),
        isUnit: reader.values(iri, rdf.type).includes(`${lex}CountedByNode`),
        isText: reader.values(iri, rdf.type).includes(`${lex}TextClass`),
      },
    ]),
  );
}

function canonicalOf(canonical: string | undefined): Pick<Naming, 'canonical'> {
  return canonical === undefined ? {} : { canonical };
}
