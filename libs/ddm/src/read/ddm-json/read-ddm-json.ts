import type { Contributor } from '@askg/contract';
import type { DraftDocument, DraftParagraph } from '../../document/draft.ts';
import { Findings } from '../jats/findings.ts';
import { splitName } from '../pdf/front/person-names.ts';
import { collapse } from '../xml/tree.ts';
import { parseDdmJson, type Json } from './parse-ddm-json.ts';
import { readSections, textsOf } from './sections.ts';

/**
 * Reads a paper as JSON in the form of the Deep Document Model: title, authors, keywords, and sections down to sentences,
 * as the data of paper2lkg has them. Sentences are kept as they are given.
 * @throws DdmError `ddm/too-large`, `ddm/malformed-text`, `ddm/malformed-json`, `ddm/not-ddm-json`
 */
export function readDdmJson(bytes: Uint8Array): DraftDocument {
  const paper = parseDdmJson(bytes);
  const findings = new Findings();
  const [first, ...rest] = readSections(paper['sections'], findings);
  const isAbstract = first !== undefined && /^abstract$/i.test(first.heading.text);
  const title = collapse(textOf(paper['title']));
  if (title === '') findings.count('ddm/no-title', 'warning', 'The paper has no title.');
  if (first === undefined) findings.count('ddm/no-body', 'warning', 'The file holds no text of the paper.');
  const abstract = isAbstract ? first.blocks : [];
  return {
    format: 'ddm-json',
    title,
    abstract: abstract.filter((block): block is DraftParagraph => block.type === 'paragraph'),
    identifiers: {},
    keywords: [
      ...new Set(
        textsOf(paper['keywords'])
          .map(collapse)
          .filter((keyword) => keyword !== ''),
      ),
    ],
    contributors: contributorsOf(paper['authors']),
    blocks: [...(first === undefined || isAbstract ? [] : [first]), ...rest],
    references: [],
    findings: findings.list(),
  };
}

function contributorsOf(authors: Json | undefined): Contributor[] {
  const names = textsOf(authors).map(collapse);
  return names.flatMap((name) =>
    name === '' ? [] : [{ ...splitName(name), affiliations: [], role: 'author' as const }],
  );
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
