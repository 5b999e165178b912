import type { Document } from '@askg/contract';
import { linkingFacts } from '../links/facts/linking-facts.ts';
import type { DocumentFacts } from './paper-commit.ts';

/** What the catalog keeps of a document. */
export function documentFacts(document: Document): DocumentFacts {
  const { title, identifiers, findings, notices } = document;
  return { title, identifiers, findings, ...(notices ? { notices } : {}), linking: linkingFacts(document) };
}
