import type { DraftDocument } from '../../../document/draft.ts';
import { Findings } from '../../jats/findings.ts';
import type { Resource, TripleGraph } from '../triple-graph.ts';
import { askg } from '../vocabularies.ts';
import { excerptsOf } from './excerpts.ts';
import { readKeywords } from './keywords.ts';
import { orderParagraphs } from './order-paragraphs.ts';
import { readIdentity } from './paper-identity.ts';
import { readParagraphs, textOf } from './paragraphs.ts';
import { reportExcerpts } from './report-excerpts.ts';
import { readSections } from './sections.ts';
import { TextMender } from './text-mender.ts';

/**
 * Reads a paper of a graph in the published ASKG ontology, in any of its forms: with paragraphs below the paper, with
 * sections down to sentences, or with metadata only. What such graphs lack or have damaged is told as findings. Their
 * excerpts and entities are not taken over: names are cut by a tokeniser, and most are tied to paragraphs that do not hold
 * them, so that the enrichers find them anew in the text.
 */
export function readPublishedPaper(graph: TripleGraph, paper: Resource): DraftDocument {
  const findings = new Findings();
  const mender = new TextMender(textsOf(graph, paper));
  const sections = readSections(graph, paper, mender, findings);
  const excerpts = excerptsOf(graph, paper);
  const loose = orderParagraphs(graph.linked(paper, ...askg('hasParagraph')), excerpts, findings);
  const paragraphs = readParagraphs(graph, loose, mender, findings);
  reportExcerpts(graph, paper, excerpts, findings);
  if (paragraphs.length === 0 && sections.length === 0) {
    findings.count('ddm/no-body', 'warning', 'The graph holds no text of the paper.');
  }
  return {
    format: 'ddm-turtle',
    ...readIdentity(graph, paper, findings),
    abstract: [],
    keywords: readKeywords(graph, paper, findings),
    blocks: [...paragraphs, ...sections],
    references: [],
    findings: findings.list(),
  };
}

function textsOf(graph: TripleGraph, paper: Resource): string[] {
  const holders = [paper, ...graph.linked(paper, ...askg('hasSection'))];
  return holders.flatMap((holder) => graph.linked(holder, ...askg('hasParagraph')).map((each) => textOf(graph, each)));
}
