import type { Resource, TripleGraph } from '../triple-graph.ts';
import { askg } from '../vocabularies.ts';
import { foldText } from './fold-text.ts';

/** A stretch of words that the published pipeline tied to an entity; `sentence` is folded, `from` counts words. */
export type Excerpt = { resource: Resource; sentence: string; from: number };

/** The excerpts of a paper: those that its sections hold, or its paragraphs where no section holds any. */
export function excerptsOf(graph: TripleGraph, paper: Resource): Excerpt[] {
  const inSections = held(graph, paper, 'hasSection', 'contains');
  const excerpts = inSections.length > 0 ? inSections : held(graph, paper, 'hasParagraph', 'hasExcerpt');
  return excerpts.map((resource) => ({
    resource,
    sentence: foldText(resource.text(...askg('inSentence')) ?? ''),
    from: resource.number(...askg('wordIndexFrom', 'positionIndexFrom')) ?? Infinity,
  }));
}

function held(graph: TripleGraph, paper: Resource, part: string, property: string): Resource[] {
  const holders = graph.linked(paper, ...askg(part));
  const all = holders.flatMap((holder) => graph.linked(holder, ...askg(property)));
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
