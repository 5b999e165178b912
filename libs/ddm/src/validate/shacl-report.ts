import SHACLValidator from 'rdf-validate-shacl';
import { indexedDataset } from '../rdf/indexed-dataset.ts';

type Quads = Parameters<typeof indexedDataset>[0];

/**
 * Validates any graph against any shapes, with the validator of `validateShacl`: SHACL Core, no SPARQL constraints.
 * @returns the triples of a `sh:ValidationReport`
 */
export async function shaclReport({ shapes, data }: { shapes: Quads; data: Quads }) {
  const report = await new SHACLValidator(indexedDataset(shapes)).validate(indexedDataset(data));
  return [...report.dataset];
}
