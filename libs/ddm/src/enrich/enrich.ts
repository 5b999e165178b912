import type { Document } from '@askg/contract';
import { findAbbreviations } from './abbreviations/find-abbreviations.ts';
import { assignFunctions } from './citation-function/assign-functions.ts';
import { tagEntities } from './entities/tag-entities.ts';
import { findTopics } from './keywords/find-topics.ts';
import { assignRoles } from './section-roles.ts';

/** Changes with every change of what the enrichers or the sentence cutter make of a document. */
export const enrichVersion = '5';

const enrichers: readonly ((document: Document) => Document)[] = [
  assignRoles,
  findAbbreviations,
  tagEntities,
  findTopics,
  assignFunctions,
];

/** Applies the enrichers in order. Pure: the same document gives the same result. */
export function enrich(document: Document): Document {
  return enrichers.reduce((enriched, enricher) => enricher(enriched), document);
}
