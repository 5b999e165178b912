import type { Document } from '@askg/contract';
import { assignRoles } from './section-roles.ts';

/** Changes with every change of what the enrichers or the sentence cutter make of a document. */
export const enrichVersion = '3';

const enrichers: readonly ((document: Document) => Document)[] = [assignRoles];

/** Applies the enrichers in order. Pure: the same document gives the same result. */
export function enrich(document: Document): Document {
  return enrichers.reduce((enriched, enricher) => enricher(enriched), document);
}
