import type { Role } from '@askg/contract';
import type { DraftBlock, DraftSection } from '../../../document/draft.ts';
import { rdf } from '../../../rdf/terms.ts';
import type { Findings } from '../../jats/findings.ts';
import { collapse } from '../../xml/tree.ts';
import { localName } from '../local-name.ts';
import type { Resource, TripleGraph } from '../triple-graph.ts';
import { askg, dcTitle, domo } from '../vocabularies.ts';
import { inOrder } from './in-order.ts';
import { readParagraphs } from './paragraphs.ts';
import type { TextMender } from './text-mender.ts';

/** The classes of sections that have a role, with the heading that stands for them. */
const typed: Readonly<Record<string, { heading: string; role: Role }>> = {
  Abstract: { heading: 'Abstract', role: 'abstract' },
  Introduction: { heading: 'Introduction', role: 'introduction' },
  RelatedWork: { heading: 'Related Work', role: 'related-work' },
  Methodology: { heading: 'Methodology', role: 'method' },
  Experiment: { heading: 'Experiment', role: 'experiment' },
  Discussion: { heading: 'Discussion', role: 'discussion' },
};

/** The sections of a paper that hold text, nested by their level; those without any are told as a finding. */
export function readSections(
  graph: TripleGraph,
  paper: Resource,
  mender: TextMender,
  findings: Findings,
): DraftSection[] {
  const roots: DraftSection[] = [];
  const open: { level: number; section: DraftSection }[] = [];
  for (const resource of inOrder(graph.linked(paper, ...askg('hasSection')))) {
    const level = resource.number(...askg('level')) ?? 1;
    const section = toSection(graph, resource, mender, findings);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    (open.at(-1)?.section.blocks ?? roots).push(section);
    open.push({ level, section });
  }
  const kept = roots.filter(holdsText);
  const empty = count(roots) - count(kept);
  if (empty > 0) {
    findings.count(
      'ddm/graph-empty-section',
      'warning',
      'Sections that the graph ties to no paragraph; left out.',
      empty,
    );
  }
  return kept;
}

function toSection(graph: TripleGraph, resource: Resource, mender: TextMender, findings: Findings): DraftSection {
  findings.dropped('summaries that a program made', resource.text(...askg('summary'))?.length ?? 0);
  const { role } = classOf(resource) ?? {};
  const paragraphs = inOrder(graph.linked(resource, ...askg('hasParagraph'), ...domo('contains')));
  return {
    type: 'section',
    heading: { text: headingOf(resource), marks: [] },
    ...(role === undefined ? {} : { role }),
    blocks: readParagraphs(graph, paragraphs, mender, findings),
  };
}

export function headingOf(section: Resource): string {
  const told = section.text(...domo('Text'), ...dcTitle, ...askg('hasText', 'contents'));
  return collapse(told ?? classOf(section)?.heading ?? '');
}

function classOf(section: Resource): { heading: string; role: Role } | undefined {
  const names = section.links(rdf.type).map(localName);
  return names.flatMap((name) => (Object.hasOwn(typed, name) ? (typed[name] ?? []) : []))[0];
}

function holdsText(block: DraftBlock): boolean {
  if (block.type !== 'section') return true;
  return block.blocks.some(holdsText);
}

/** Sections at any depth. */
function count(blocks: readonly DraftBlock[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'section' ? 1 + count(block.blocks) : 0), 0);
}
