import { entityKey, keptEntities } from '../rdf/kept-entities.ts';
import type { Document, Paragraph, Section, Sentence } from '@askg/contract';
import type { Rule } from '../validate/violation.ts';

/**
 * A way to break a document, for tests: changes it in place. `at` chooses among the places where it can be done.
 * @returns false where the document has no such place
 */
export type Fault = { name: string; rule: Rule; apply: (document: Document, at: number) => boolean };

/** Faults that show in the graph too, so that SHACL has to find them. */
export const faultsOfBoth: Fault[] = [
  onSentence('a malformed sentence id', 'id-form', (sentence) => (sentence.id = `${sentence.id}x`)),
  onSentence('a sentence id of another kind', 'id-form', (sentence) => (sentence.id = 's1')),
  onSection('a malformed section id', 'id-form', (section) => (section.id = `sec${section.id}`)),
  onParagraph('a malformed paragraph id', 'id-form', (paragraph) => (paragraph.id = paragraph.id.replace('/p', '/q'))),
  on(
    'a malformed reference id',
    'id-form',
    ({ references }) => references,
    (reference) => (reference.id = 'bib1'),
  ),
  on(
    'a malformed figure id',
    'id-form',
    ({ figures }) => figures,
    (figure) => (figure.id = 'figure1'),
  ),
  on(
    'a malformed table id',
    'id-form',
    ({ tables }) => tables,
    (table) => (table.id = 't1'),
  ),
  on(
    'a malformed formula id',
    'id-form',
    ({ formulas }) => formulas,
    (formula) => (formula.id = 'eq0'),
  ),
  on(
    'a malformed footnote id',
    'id-form',
    ({ footnotes }) => footnotes,
    (footnote) => (footnote.id = 'note1'),
  ),
  onSentence('two sentences with one id', 'id-form', (sentence, siblings) => {
    siblings.push({ ...structuredClone(sentence), text: `${sentence.text}.`, citations: [] });
  }),
  onParagraph('two paragraphs with one id', 'id-form', (paragraph, siblings) => {
    siblings.push({ ...structuredClone(paragraph), sentences: [] });
  }),
  on(
    'two references with one id',
    'id-form',
    ({ references }) => references,
    (reference, all) => {
      all.push({ ...structuredClone(reference) });
    },
  ),
  onProse('white space before a sentence', (sentence) => moved(sentence, ` ${sentence.text}`, 1)),
  onProse('white space after a sentence', (sentence) => moved(sentence, `${sentence.text}\n`, 0)),
  onSentence('an empty sentence', 'text-trimmed', (sentence) => {
    sentence.text = '';
    sentence.citations = [];
    delete sentence.mentions;
  }),
  onCitation('a citation that ends before it starts', 'offsets', (mark) => (mark.start = mark.end + 1)),
  onCitation('a citation before the text', 'offsets', (mark) => (mark.start = -1)),
  onCitation('a reference that is not there', 'reference-exists', (mark) => (mark.references = ['ref99'])),
  on(
    'a reference in a cell that is not there',
    'reference-exists',
    ({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
    (cell) => (cell.citations = [{ marker: '', start: 0, end: 0, references: ['ref99'] }]),
  ),
  on(
    'a figure in a section that is not there',
    'section-exists',
    ({ figures }) => figures,
    (figure) => (figure.section = 's99'),
  ),
  on(
    'a formula in a section that is not there',
    'section-exists',
    ({ formulas }) => formulas,
    (formula) => (formula.section = 's1/s99'),
  ),
  on(
    'an abbreviation of a sentence that is not there',
    'sentence-exists',
    ({ abbreviations = [] }) => abbreviations,
    (abbreviation) => (abbreviation.sentence = 's99/p1/t1'),
  ),
  on(
    'a topic of another ontology',
    'cso-topic',
    ({ topics = [] }) => topics,
    (topic) => (topic.cso = 'https://example.org/topics/graphs'),
  ),
  onPaper('a digest in capitals', 'digest', (document) => (document.digest = 'A'.repeat(64))),
  onPaper('a digest that is cut', 'digest', (document) => (document.digest = document.digest.slice(1))),
  onPaper('a year before the first', 'paper-year', (document) => (document.date = { year: -44 })),
  onPaper('a year of five digits', 'paper-year', (document) => (document.date = { year: 12_026 })),
  onSection('a section above the first level', 'depth', (section) => (section.depth = 0)),
  // Mentions of what has little weight stand in one literal a sentence, which SHACL does not see into.
  on('an empty mention', 'offsets', keptMentions, (mention) => (mention.end = mention.start)),
  on('a mention before the text', 'offsets', keptMentions, (mention) => (mention.start = -1)),
];

/** Faults that the graph does not show: order is lost or made anew, or the value is opaque to SHACL Core. */
export const faultsOfStructure: Fault[] = [
  on(
    'ids out of order',
    'id-form',
    ({ references }) => (references.length > 1 ? [references] : []),
    (references) => {
      references.reverse();
    },
  ),
  onSection('a section that is deeper than it says', 'depth', (section) => (section.depth += 1)),
  onCitation('a citation after the text', 'offsets', (mark) => {
    mark.start += 100_000;
    mark.end = mark.start + 1;
  }),
  onCitation('a marker that is not the text', 'marker', (mark) => (mark.marker += '?')),
  onCitation('references out of order', 'reference-order', (mark) => {
    if (mark.references.length < 2) return false;
    mark.references.reverse();
    return true;
  }),
  onCitation('a reference named twice', 'reference-order', (mark) => {
    if (mark.references.length === 0) return false;
    mark.references.push(mark.references[0] ?? '');
    return true;
  }),
  onSentence('citations out of order', 'citation-order', (sentence) => {
    if (new Set(sentence.citations.map(({ start }) => start)).size < 2) return false;
    sentence.citations.reverse();
    return true;
  }),
  onSection('a heading off its page', 'box', (section) => {
    section.boxes = [{ page: 0, x0: 0.1, y0: 0.1, x1: 0.2, y1: 0.2 }];
  }),
  onPaper('a title off its page', 'box', (document) => {
    document.places = [{ text: document.title, boxes: [{ page: 1, x0: 0.1, y0: -0.1, x1: 0.2, y1: 0.2 }] }];
  }),
  onSentence('a box off its page', 'box', (sentence) => {
    sentence.boxes.push({ page: 1, x0: 0.5, y0: 0.5, x1: 1.5, y1: 0.6 });
  }),
  onSentence('a box with its edges swapped', 'box', (sentence) => {
    sentence.boxes.push({ page: 1, x0: 0.6, y0: 0.5, x1: 0.5, y1: 0.6 });
  }),
  onSentence('flags out of order', 'flag-order', (sentence) => (sentence.flags = ['suspicious', 'hidden'])),
  on(
    'a semicolon in the name of an author',
    'author-name',
    ({ references }) => references,
    (reference) => {
      reference.authors.push('Knuth; Donald');
    },
  ),
  // An ill-typed xsd:date, strictly; but the engine's check of lexical forms knows no calendar.
  onPaper('a day that its month has not', 'date', (document) => (document.date = { year: 2023, month: 2, day: 30 })),
  onPaper('a day without a month', 'date', (document) => (document.date = { year: 2020, day: 3 })),
];

/** Faults that never reach a graph, because the mapping refuses them. */
export const faultsRefused: Fault[] = [
  onSentence('half a surrogate pair', 'text-well-formed', (sentence) => (sentence.text += '\ud83e')),
];

function on<T>(
  name: string,
  rule: Rule,
  places: (document: Document) => T[],
  change: (place: T, all: T[]) => unknown,
): Fault {
  return {
    name,
    rule,
    apply: (document, at) => {
      const all = places(document);
      const place = all[at % Math.max(all.length, 1)];
      return place !== undefined && change(place, all) !== false;
    },
  };
}

function onPaper(name: string, rule: Rule, change: (document: Document) => unknown): Fault {
  return on(name, rule, (document) => [document], change);
}

function onSection(name: string, rule: Rule, change: (section: Section) => unknown): Fault {
  return on(
    name,
    rule,
    ({ sections }) => sections.flatMap(withInner).filter(({ sections: inner }) => inner.length === 0),
    change,
  );
}

function onParagraph(
  name: string,
  rule: Rule,
  change: (paragraph: Paragraph, siblings: Paragraph[]) => unknown,
): Fault {
  const places = (document: Document): [Paragraph, Paragraph[]][] => withSiblings(paragraphLists(document));
  return on(name, rule, places, ([paragraph, siblings]) => change(paragraph, siblings));
}

function onSentence(name: string, rule: Rule, change: (sentence: Sentence, siblings: Sentence[]) => unknown): Fault {
  const places = (document: Document): [Sentence, Sentence[]][] => withSiblings(sentenceLists(document));
  return on(name, rule, places, ([sentence, siblings]) => change(sentence, siblings));
}

/** On a sentence outside code: in code, white space is kept. */
function onProse(name: string, change: (sentence: Sentence) => unknown): Fault {
  return on(name, 'text-trimmed', proseSentences, change);
}

function onCitation(name: string, rule: Rule, change: (mark: Sentence['citations'][number]) => unknown): Fault {
  return on(
    name,
    rule,
    (document) => sentenceLists(document).flatMap((list) => list.flatMap(({ citations }) => citations)),
    change,
  );
}

/** Those of the entities that the graph has nodes for. */
function keptMentions(document: Document): NonNullable<Sentence['mentions']> {
  const kept = keptEntities(document);
  const all = sentenceLists(document).flatMap((list) => list.flatMap((sentence) => sentence.mentions ?? []));
  return all.filter(({ type, label }) => kept.has(entityKey(type, label)));
}

/** Gives a sentence another text, and keeps its marks on the same words. */
function moved(sentence: Sentence, text: string, by: number): void {
  sentence.text = text;
  for (const mark of [...sentence.citations, ...(sentence.mentions ?? [])]) {
    mark.start += by;
    mark.end += by;
  }
}

function withSiblings<T>(lists: T[][]): [T, T[]][] {
  return lists.flatMap((list) => list.map((item): [T, T[]] => [item, list]));
}

function proseSentences(document: Document): Sentence[] {
  const prose = paragraphLists(document)
    .flat()
    .filter(({ kind }) => kind !== 'code');
  return prose.flatMap(({ sentences }) => sentences);
}

function withInner(section: Section): Section[] {
  return [section, ...section.sections.flatMap(withInner)];
}

function paragraphLists({ abstract, sections, tables, footnotes }: Document): Paragraph[][] {
  return [
    abstract,
    ...sections.flatMap(withInner).map(({ paragraphs }) => paragraphs),
    ...tables.map(({ notes }) => notes ?? []),
    ...footnotes.map(({ paragraphs }) => paragraphs),
  ];
}

function sentenceLists(document: Document): Sentence[][] {
  return [
    ...paragraphLists(document).flatMap((list) => list.map(({ sentences }) => sentences)),
    ...document.figures.map(({ caption }) => caption),
    ...document.tables.map(({ caption }) => caption),
  ];
}
