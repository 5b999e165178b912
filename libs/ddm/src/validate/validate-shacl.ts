import { readFile } from 'node:fs/promises';
import SHACLValidator from 'rdf-validate-shacl';
import { indexedDataset } from '../rdf/indexed-dataset.ts';
import { ontologyFiles } from '../rdf/ontology-files.ts';
import { parseQuads } from '../rdf/parse-quads.ts';

/** One result of a SHACL validation. */
export type ShapeViolation = {
  /** The node that breaks the shape. */
  node: string;
  /** The property concerned, where it is a single one. */
  path?: string;
  /** What was broken, as the local name of the constraint: `MinCountConstraintComponent`. */
  constraint: string;
  messages: string[];
  /** The value concerned, where it is one. */
  value?: string;
};

/** Read at first use, once for all papers. */
let shapes: Promise<ReturnType<typeof indexedDataset>> | undefined;

/**
 * Validates a paper's graph file against the SHACL shapes in `ontology/shapes.ttl`. Takes some hundred milliseconds a
 * paper: for verifying, not for ingest (see `checkDocument`).
 * @param nquads a whole graph file, file-only statements included
 * @throws {DdmError} `ddm/malformed-rdf`
 */
export async function validateShacl(nquads: string): Promise<ShapeViolation[]> {
  const data = indexedDataset(parseQuads(nquads, 'application/n-quads'));
  shapes ??= readFile(ontologyFiles.shapes, 'utf8').then((text) => indexedDataset(parseQuads(text, 'text/turtle')));
  const report = await new SHACLValidator(await shapes).validate(data);
  return report.results.map(({ focusNode, path, sourceConstraintComponent, message, value }) => ({
    node: focusNode?.value ?? '',
    ...(path?.termType === 'NamedNode' ? { path: path.value } : {}),
    constraint: sourceConstraintComponent?.value.replace(/^.*#/, '') ?? '',
    messages: message.map((text) => text.value),
    ...(value ? { value: value.value } : {}),
  }));
}
