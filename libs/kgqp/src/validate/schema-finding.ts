import type { StructureTriple } from '@askg/graph';
import type { Vocabulary } from '../linking/vocabulary.ts';
import { nearestTerms } from './nearest-terms.ts';

export type SchemaFinding =
  | { kind: 'unknown-property' | 'unknown-class' | 'unknown-concept'; iri: string }
  /** No node of the graph can meet the triple; `isReversed` when it could if it were read the other way. */
  | { kind: 'impossible'; triple: StructureTriple; isReversed: boolean }
  | { kind: 'unbound'; variable: string }
  /** Conditions that share no variable: their solutions are all paired with each other. */
  | { kind: 'unjoined'; parts: readonly [string, string] };

/** What is wrong and, where a name is not known, the nearest ones that are. */
export function inWords(finding: SchemaFinding, vocabulary: Vocabulary): string {
  switch (finding.kind) {
    case 'unknown-property':
      return `the graph has no property <${finding.iri}>${nearest(nearestTerms(finding.iri, 'property', vocabulary))}`;
    case 'unknown-class':
      return `the graph has no things of the class <${finding.iri}>${nearest(nearestTerms(finding.iri, 'class', vocabulary))}`;
    case 'unknown-concept':
      return `the vocabulary has no <${finding.iri}>${nearest(nearestTerms(finding.iri, 'concept', vocabulary))}`;
    case 'impossible':
      return `no thing can meet the triple with <${finding.triple.property}>${finding.isReversed ? ': it is read the wrong way' : ''}`;
    case 'unbound':
      return `nothing binds ?${finding.variable}`;
    default:
      return `nothing joins ${finding.parts.join(' with ')}: every solution of one is paired with every one of the other`;
  }
}

function nearest(iris: readonly string[]): string {
  return iris.length === 0 ? '' : `; nearest: ${iris.map((iri) => `<${iri}>`).join(', ')}`;
}
