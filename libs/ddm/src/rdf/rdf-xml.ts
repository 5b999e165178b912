import type { Quad } from 'n3';
import { DdmError } from '../ddm-error.ts';
import { parseQuads } from './parse-quads.ts';
import { namespaces, xsd } from './terms.ts';

/** What XML 1.0 can write in no way, escapes included. */
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/**
 * Writes triples as RDF/XML, a description for each subject in their order. Names of graphs are left out.
 * @param quads RDF/JS quads without blank nodes, or N-Quads
 * @param prefixes namespaces by prefix
 * @throws {DdmError} `ddm/malformed-rdf` for N-Quads that do not parse and for a property whose IRI does not end like a
 *   name; `ddm/invalid-text` for a text with a character that XML cannot hold
 */
export function serialiseRdfXml(
  quads: Iterable<Quad> | string,
  prefixes: Readonly<Record<string, string>> = namespaces,
): string {
  const parsed = typeof quads === 'string' ? parseQuads(quads, 'application/n-quads') : [...quads];
  const all = { ...prefixes, rdf: namespaces.rdf };
  const declared = Object.entries(all).map(([prefix, namespace]) => `\n    xmlns:${prefix}="${escaped(namespace)}"`);
  const subjects = Map.groupBy(parsed, ({ subject }) => subject.value);
  const descriptions = [...subjects].map(([subject, statements]) => {
    const properties = statements.map((quad) => `    ${propertyElement(quad, all)}\n`);
    return `  <rdf:Description rdf:about="${escaped(subject)}">\n${properties.join('')}  </rdf:Description>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declared.join('')}>\n${descriptions.join('')}</rdf:RDF>\n`;
}

function propertyElement({ predicate, object }: Quad, prefixes: Readonly<Record<string, string>>): string {
  const { name, declaration } = qualifiedName(predicate.value, prefixes);
  if (object.termType !== 'Literal') return `<${name}${declaration} rdf:resource="${escaped(object.value)}"/>`;
  const { datatype, language, value } = object;
  const kind =
    language !== ''
      ? ` xml:lang="${escaped(language)}"`
      : datatype.value === xsd.string
        ? ''
        : ` rdf:datatype="${escaped(datatype.value)}"`;
  return `<${name}${declaration}${kind}>${escaped(value)}</${name}>`;
}

/** An IRI as a name of XML: with a prefix that is declared for all, or with one of its own. */
function qualifiedName(iri: string, prefixes: Readonly<Record<string, string>>): { name: string; declaration: string } {
  const local = /[A-Za-z_][\w.-]*$/.exec(iri)?.[0];
  if (local === undefined) throw new DdmError('ddm/malformed-rdf', `RDF/XML has no name for the property <${iri}>.`);
  const namespace = iri.slice(0, -local.length);
  const prefix = Object.entries(prefixes).find(([, each]) => each === namespace)?.[0];
  if (prefix !== undefined) return { name: `${prefix}:${local}`, declaration: '' };
  return { name: `own:${local}`, declaration: ` xmlns:own="${escaped(namespace)}"` };
}

function escaped(text: string): string {
  if (unwritable.test(text)) throw new DdmError('ddm/invalid-text', 'A text holds a character that XML cannot.');
  return text.replaceAll(/[&<>"\r]/g, (character) => escapes[character] ?? character);
}
