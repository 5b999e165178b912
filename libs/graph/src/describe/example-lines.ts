import { type GraphLines, namespaces, rdf } from '@askg/ddm';
import { guardQuery } from '../guard/guard-query.ts';
import type { QueryForm } from '../guard/guarded-query.ts';
import type { ExampleQuery } from './example-query.ts';
import { rdfs, sh } from './vocabularies.ts';

/** The class and the property of each form (SHACL Advanced Features, 5); there is none for DESCRIBE. */
const executables: Partial<Record<QueryForm, [type: string, property: string]>> = {
  select: ['SPARQLSelectExecutable', 'select'],
  ask: ['SPARQLAskExecutable', 'ask'],
  construct: ['SPARQLConstructExecutable', 'construct'],
};

/**
 * Adds example queries as `sh:SPARQLExecutable`, each at `{document}#example-{name}`, with the prefixes that they declare.
 * A query also declares its prefixes itself, so that its text can be run as it stands.
 * @param document IRI of what is being written
 * @throws GraphError for a query that the guard refuses
 */
export function addExamples(lines: GraphLines, document: string, examples: readonly ExampleQuery[]): void {
  const prefixes = new Map<string, string>();
  for (const { name, title, text } of examples) {
    const executable = executables[guardQuery(text).form];
    if (executable === undefined) continue;
    const [type, property] = executable;
    const iri = `${document}#example-${name}`;
    lines.iri(iri, rdf.type, sh('SPARQLExecutable'));
    lines.iri(iri, rdf.type, sh(type));
    lines.text(iri, rdfs('comment'), title);
    lines.text(iri, sh(property), text);
    lines.iri(iri, sh('prefixes'), `${document}#prefixes`);
    for (const [prefix, namespace] of prefixesOf(text)) prefixes.set(prefix, namespace);
  }
  for (const [prefix, namespace] of prefixes) {
    const declaration = `${document}#prefix-${prefix}`;
    lines.iri(`${document}#prefixes`, sh('declare'), declaration);
    lines.text(declaration, sh('prefix'), prefix);
    lines.typed(declaration, sh('namespace'), namespace, `${namespaces.xsd}anyURI`);
  }
}

function prefixesOf(text: string): [prefix: string, namespace: string][] {
  return [...text.matchAll(/^PREFIX (\w+): <([^>]+)>/gm)].map(([, prefix = '', namespace = '']) => [prefix, namespace]);
}
