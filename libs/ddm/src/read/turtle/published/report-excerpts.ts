import { rdf, rdfs, skos } from '../../../rdf/terms.ts';
import type { Findings } from '../../jats/findings.ts';
import type { Resource, TripleGraph } from '../triple-graph.ts';
import { askg, sameAs } from '../vocabularies.ts';
import type { Excerpt } from './excerpts.ts';
import { foldText } from './fold-text.ts';
import { textOf } from './paragraphs.ts';

const holding: ReadonlySet<string> = new Set(askg('contains'));

/** Tells what is wrong with the excerpts of a paper and the entities that they name. */
export function reportExcerpts(
  graph: TripleGraph,
  paper: Resource,
  excerpts: readonly Excerpt[],
  findings: Findings,
): void {
  const report = (code: string, severity: 'info' | 'warning', message: string, amount: number): void => {
    if (amount > 0) findings.count(code, severity, message, amount);
  };
  const sections = new Set(paper.links(...askg('hasSection')));
  const own = new Set(excerpts.map(({ resource }) => resource.id));
  const shared = [...own].filter((id) =>
    graph.pointersTo(id).some(({ subject, predicate }) => holding.has(predicate) && !sections.has(subject)),
  );
  report('ddm/graph-shared-excerpt', 'warning', 'Excerpts that another paper has under the same name.', shared.length);
  const ties = graph.linked(paper, ...askg('hasParagraph')).flatMap((paragraph) => {
    const text = foldText(textOf(graph, paragraph));
    return graph.linked(paragraph, ...askg('hasExcerpt')).map((excerpt) => ({ text, excerpt }));
  });
  const foreign = ties.filter(({ excerpt }) => !own.has(excerpt.id)).length;
  report('ddm/graph-foreign-excerpt', 'warning', 'Excerpts of other papers that are tied to a paragraph.', foreign);
  const stray = ties.filter(({ text, excerpt }) => {
    return !text.includes(foldText(excerpt.text(...askg('inSentence')) ?? ''));
  }).length;
  report('ddm/graph-stray-excerpt', 'warning', 'Excerpts tied to a paragraph that does not hold their words.', stray);
  const { entities, articles, altered, linked } = entitiesOf(graph, [
    ...excerpts,
    ...mentioningSentences(graph, paper),
  ]);
  report('ddm/graph-entities', 'info', 'Entities that were not taken over: they are found anew in the text.', entities);
  report('ddm/graph-name-article', 'warning', 'Names of entities that begin with an article.', articles);
  report('ddm/graph-damaged-name', 'warning', 'Names of entities that no sentence which mentions them has.', altered);
  report('ddm/graph-entity-link', 'info', 'Links of entities to Wikidata, by first hit; not taken over.', linked);
  const untyped = excerpts.filter(({ resource }) => resource.links(rdf.type).length === 0).length;
  report('ddm/graph-untyped', 'info', 'Excerpts without a class.', untyped);
}

/** In graphs that go down to sentences, these mention entities. */
function mentioningSentences(graph: TripleGraph, paper: Resource): Excerpt[] {
  return graph
    .linked(paper, ...askg('hasSection'))
    .flatMap((section) => graph.linked(section, ...askg('hasParagraph')))
    .flatMap((paragraph) => graph.linked(paragraph, ...askg('hasSentence')))
    .map((resource) => ({ resource, sentence: foldText(textOf(graph, resource)), from: Infinity }));
}

function entitiesOf(graph: TripleGraph, excerpts: readonly Excerpt[]) {
  const sentences = new Map<string, string[]>();
  for (const { resource, sentence } of excerpts) {
    for (const id of resource.links(...askg('mentions'))) {
      const mentioning = sentences.get(id);
      if (mentioning) mentioning.push(sentence);
      else sentences.set(id, [sentence]);
    }
  }
  let [articles, altered, linked] = [0, 0, 0];
  for (const [id, mentioning] of sentences) {
    const entity = graph.find(id);
    const label = entity?.text(rdfs.label, skos.prefLabel) ?? '';
    if (/^(?:the|an?)\s/i.test(label)) articles++;
    if (!mentioning.some((sentence) => sentence.includes(foldText(label)))) altered++;
    if (entity && entity.links(sameAs).length > 0) linked++;
  }
  return { entities: sentences.size, articles, altered, linked };
}
