/** A cell of a result: text, number (three decimals at most), IRI with the prefix of the vocabulary, or nothing. */
export type Cell = string | number | null;

const [graphs, reading, asking] = ['Sentence graphs of papers', 'Reading papers by machine', 'Asking graphs of papers'];
const survey = 'A survey of parsing';

/**
 * What each query has to give over the three papers of `papers.ts`, worked out by reading them. For ASK, the answer;
 * for CONSTRUCT, the triples without their subjects, in any order.
 */
export const expectedRows: Record<string, Cell[][] | boolean> = {
  'authors-of-paper': [['Ada Lind'], ['Ben Osei']],
  'editors-of-paper': [['Eva Roth']],
  'papers-by-orcid': [
    [asking, 2021],
    [graphs, 2020],
  ],
  'orcids-of-authors': [['Ada Lind', '0000-0001-0000-0001']],
  'affiliations-of-authors': [
    ['Ada Lind', 'Lund University'],
    ['Ben Osei', 'Lund University'],
    ['Ben Osei', 'University of Ghana'],
  ],
  'papers-of-organisation': [[reading], [graphs]],
  'coauthors-of-person': [
    ['Ben Osei', 1],
    ['Chen Wei', 1],
  ],
  'papers-by-person': [
    [reading, 2018],
    [graphs, 2020],
  ],
  'papers-in-venue': [
    [reading, '2018-11'],
    [graphs, '2020-05-04'],
  ],
  'papers-since-year': [
    [graphs, 2020],
    [asking, 2021],
  ],
  'papers-by-keyword': [[asking], [graphs]],
  'papers-per-venue-and-year': [
    ['Journal of Graphs', 2018, 1],
    ['Journal of Graphs', 2020, 1],
    ['Proceedings of Asking', 2021, 1],
  ],
  'papers-without-doi': [[asking, '2101.00001']],
  'papers-under-open-licence': [[graphs, 'https://creativecommons.org/licenses/by/4.0/']],
  'provenance-of-papers': [
    ['10.1000_a', 'jats', 'a'.repeat(64), 'reader/1'],
    ['10.1000_a', 'jats', 'a'.repeat(64), 'sentences/2'],
    ['10.1000_b', 'jats', 'b'.repeat(64), 'reader/1'],
    ['10.1000_b', 'jats', 'b'.repeat(64), 'sentences/2'],
    ['arxiv.2101.00001', 'jats', 'c'.repeat(64), 'reader/1'],
    ['arxiv.2101.00001', 'jats', 'c'.repeat(64), 'sentences/2'],
  ],
  'outline-of-paper': [
    [null, 'Introduction', 1],
    ['2', 'Methods', 1],
    ['2.1', 'Data', 2],
    [null, 'Results', 1],
  ],
  'abbreviations-of-paper': [['Pars', 'Parser of papers']],
  'papers-on-topic': [[graphs]],
  'works-whose-data-are-used': [[survey, 'PaperBank holds ten papers [2].']],
  'abstract-of-paper': [['Papers are graphs.'], ['We show how to build them.']],
  'sentences-of-method-sections': [
    [asking, 'We follow the parser of [3].'],
    [graphs, 'Cut the sentences.'],
    [graphs, 'Each sentence is a node.'],
    [graphs, 'PaperBank holds ten papers [2].'],
    [graphs, 'Read the file.'],
    [graphs, 'We parse PaperBank with Pars.'],
  ],
  'paragraphs-of-section': [
    [1, 'We parse PaperBank with Pars. Each sentence is a node.'],
    [2, 'Read the file.'],
    [3, 'Cut the sentences.'],
  ],
  'list-items': [
    ['Methods', 'Read the file.'],
    ['Methods', 'Cut the sentences.'],
  ],
  'figure-captions': [
    ['Figure 1', 'Results', 'A paper as a graph.'],
    ['Figure 1', 'Results', 'Nodes are sentences.'],
  ],
  'table-rows': [
    ['Recall by method.', 2, 'Pars | 0.93'],
    ['Recall by method.', 3, 'Baseline [2] | 0.71'],
  ],
  'formulas-by-section': [['Methods', '(1)', 'r = h / n']],
  'notes-of-paper': [
    ['footnote', 'The code is free.'],
    ['table note', 'Higher is better.'],
  ],
  'place-of-sentence': [['PaperBank holds ten papers [2].', 'Data', graphs]],
  'neighbours-of-sentence': [
    [-1, 'Graphs of papers exist [1].'],
    [1, 'They can be asked.'],
  ],
  'sentences-per-paper': [
    [graphs, 11],
    [asking, 4],
    [reading, 3],
  ],
  'average-sentences-per-paragraph': [
    ['ddm:role-abstract', 2],
    ['ddm:role-conclusion', 1],
    ['ddm:role-experiment', 1],
    ['ddm:role-introduction', 2.333],
    ['ddm:role-method', 1.25],
    ['ddm:role-result', 2],
  ],
  'has-conclusion': true,
  'sentences-citing-doi': [
    [asking, 'We follow the parser of [3].'],
    [reading, 'Parsers help [1].'],
    [graphs, 'PaperBank holds ten papers [2].'],
    [graphs, 'Parsing is well studied [1, 2].'],
  ],
  'most-cited-works': [
    ['10.1000/x', survey, 3],
    ['10.1000/b', reading, 2],
    ['10.1000/a', graphs, 1],
  ],
  'works-cited-together': [
    ['10.1000/a', '10.1000/b', 1],
    ['10.1000/b', '10.1000/x', 1],
  ],
  'papers-with-shared-references': [
    [graphs, asking, 2],
    [reading, asking, 1],
    [graphs, reading, 1],
  ],
  'self-citations': [
    [asking, 'Lind', survey],
    [asking, 'Lind', graphs],
    [graphs, 'Lind', survey],
    [graphs, 'Osei', reading],
  ],
  'references-never-cited': [[graphs, 'The structure of revolutions']],
  'roles-that-cite-doi': [
    ['ddm:role-experiment', 1],
    ['ddm:role-introduction', 2],
    ['ddm:role-method', 1],
  ],
  'table-rows-that-cite': [['Baseline [2] | 0.71', survey]],
  'papers-that-cite-paper': [
    [asking, 'They are read from files [1, 2].'],
    [graphs, 'Machines read papers [1].'],
    [graphs, 'Parsing is well studied [1, 2].'],
  ],
  'papers-reached-by-citing': [[reading], [graphs]],
  'works-cited-by-year': [
    [asking, 2015, 2020, 2017.667],
    [reading, 2015, 2015, 2015],
    [graphs, 1962, 2018, 1998.333],
  ],
  'sentences-that-mention-datasets': [
    ['PaperBank', 'PaperBank holds ten papers [2].'],
    ['PaperBank', 'We parse PaperBank with Pars.'],
  ],
  'entities-per-type': [
    ['ddm:type-dataset', 1],
    ['ddm:type-tool', 2],
  ],
  'papers-that-name-the-same-thing': [['Pars', 'Asking graphs of papers', 'Sentence graphs of papers', 'label: Pars']],
  'roles-that-mention-entity': [
    ['ddm:role-experiment', 1],
    ['ddm:role-method', 1],
  ],
  'papers-without-conclusion': [[asking], [graphs]],
  'papers-after-paper': [
    [graphs, '2020-05-04'],
    [asking, '2021'],
  ],
  'first-authors': [
    [asking, 'Chen Wei'],
    [reading, 'Ben Osei'],
    [graphs, 'Ada Lind'],
  ],
  'papers-by-two-people': [[graphs]],
  'authors-without-orcid': [['Ben Osei'], ['Chen Wei']],
  'authors-per-paper': [
    [asking, 2],
    [graphs, 2],
    [reading, 1],
  ],
  'average-references-per-paper': [[2.333]],
  'papers-with-most-references': [
    [asking, 3],
    [graphs, 3],
  ],
  'papers-without-figures-and-tables': [[asking], [reading]],
  'tools-of-several-papers': [['Pars', 2]],
  'papers-that-mention-a-tool': [
    [asking, 'Pars'],
    [graphs, 'Pars'],
  ],
  'keywords-of-both-papers': [['knowledge graphs', asking, graphs]],
  'references-of-both-papers': [[survey]],
  'column-headings': [[graphs, 'Method | Recall']],
  'subsections-of-section': [['Data']],
  'short-form-of-term': [['Pars']],
  'works-before-year': [['The structure of revolutions', 1962]],
  'sections-per-role': [
    ['ddm:role-abstract', 1],
    ['ddm:role-conclusion', 1],
    ['ddm:role-experiment', 1],
    ['ddm:role-introduction', 3],
    ['ddm:role-method', 2],
    ['ddm:role-result', 1],
  ],
  'second-sections': [
    [asking, 'Approach'],
    [reading, 'Conclusion'],
    [graphs, 'Methods'],
  ],
  'bibliography-of-paper': [
    ['http://purl.org/dc/terms/title', survey],
    ['ddm:authors', 'Lind, Ada; Holm, Bo'],
    ['ddm:year', 2015],
  ],
};
