import {
  type Abbreviation,
  Contributor,
  type Document,
  type Figure,
  type Finding,
  type Footnote,
  Format,
  type Formula,
  type Reference,
  Role,
  type Section,
  type StatusNotice,
  type Table,
  type Topic,
} from '@askg/contract';
import * as fc from 'fast-check';
import { inNoticeOrder, noticeStatuses } from '../document/notice-order.ts';

import { boxes, citation, inOrder, listOf, paragraphs, sentences, text } from './arbitrary-text.ts';

/**
 * Any valid document, for property tests: all optional fields, and texts of any characters (quotes, line breaks,
 * control characters, right-to-left, beyond the basic plane).
 */
export function arbitraryDocument(): fc.Arbitrary<Document> {
  return fc.integer({ min: 0, max: 4 }).chain((references) =>
    fc
      .record<Document>(
        {
          schema: fc.constant('askg.document/1' as const),
          format: fc.constantFrom(...Format.options),
          digest: fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 64, maxLength: 64 }),
          language: text,
          title: text,
          abstract: paragraphs('abstract', references),
          identifiers: fc.record({ doi: text, arxiv: text, pmid: text, url: text }, { requiredKeys: [] }),
          venue: text,
          date: fc.oneof(
            fc.record({ year }),
            fc.record({ year, month }),
            fc.record({ year, month, day: fc.integer({ min: 1, max: 28 }) }),
          ),
          licence: fc.oneof(text, fc.webUrl(), fc.constant('https://creativecommons.org/licenses/by/4.0/')),
          keywords: fc.array(text, { maxLength: 3 }),
          topics: fc.array(topic, { minLength: 1, maxLength: 3 }),
          abbreviations: fc.array(abbreviation, { minLength: 1, maxLength: 2 }),
          contributors: fc.array(contributor, { maxLength: 3 }),
          places: fc.array(fc.record({ text, boxes }), { minLength: 1, maxLength: 3 }),
          notices: notices.map(inNoticeOrder),
          sections: sections('', 1, references),
          figures: listOf(2, (i) => figure(`fig${i}`, references)),
          tables: listOf(2, (i) => table(`tab${i}`, references)),
          formulas: listOf(2, (i) => formula(`eq${i}`)),
          footnotes: listOf(2, (i) => footnote(`fn${i}`, references)),
          references: fc.tuple(...Array.from({ length: references }, (_, i) => reference(`ref${i + 1}`))),
          findings: fc.array(finding, { maxLength: 2 }),
        },
        {
          requiredKeys: [
            ...([
              'schema',
              'format',
              'digest',
              'title',
              'abstract',
              'identifiers',
              'keywords',
              'contributors',
            ] as const),
            ...(['sections', 'figures', 'tables', 'formulas', 'footnotes', 'references', 'findings'] as const),
          ],
        },
      )
      .map(withKnownSections)
      .map(withKnownSentences),
  );
}

const year = fc.integer({ min: 1, max: 9999 });
const month = fc.integer({ min: 1, max: 12 });
const contributor = fc.record<Contributor>(
  {
    name: text,
    given: text,
    family: text,
    orcid: text,
    email: text,
    affiliations: fc.array(fc.constantFrom('A', 'B', 'C; D', 'é\n'), { maxLength: 4 }),
    role: fc.constantFrom(...Contributor.shape.role.options),
  },
  { requiredKeys: ['name', 'affiliations', 'role'] },
);

const notices = fc.uniqueArray(
  fc.record<StatusNotice>({
    status: fc.constantFrom(...noticeStatuses),
    doi: fc.constantFrom('10.1/a', '10.1/B', '10.2/"c"'),
  }),
  { minLength: 1, maxLength: 4, selector: ({ status, doi }) => `${status} ${doi}` },
);

const topic = fc.record<Topic>(
  {
    label: text,
    score: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    cso: fc.constantFrom('neural_networks', 'c++', '%C3%A9').map((name) => `https://cso.kmi.open.ac.uk/topics/${name}`),
  },
  { requiredKeys: ['label', 'score'] },
);

/** Points at any sentence; see `withKnownSentences`. */
const abbreviation = fc.record<Abbreviation>({ short: text, long: text, sentence: fc.constant('s1/p1/t1') });

const finding = fc.record<Finding>(
  {
    code: text,
    severity: fc.constantFrom('info' as const, 'warning' as const, 'error' as const),
    message: text,
    page: fc.integer({ min: 1 }),
    amount: fc.double({ noNaN: true, noDefaultInfinity: true }),
  },
  { requiredKeys: ['code', 'severity', 'message'] },
);

function sections(parent: string, depth: number, references: number): fc.Arbitrary<Section[]> {
  return listOf(depth === 1 ? 3 : depth === 2 ? 1 : 0, (i) => {
    const id = `${parent}s${i}`;
    return text.chain((heading) =>
      fc.record<Section>(
        {
          id: fc.constant(id),
          number: text,
          heading: fc.constant(heading),
          citations: fc.array(citation(heading, references), { minLength: 1, maxLength: 2 }).map(inOrder),
          boxes: boxes.filter((found) => found.length > 0),
          depth: fc.constant(depth),
          role: fc.constantFrom(...Role.options),
          paragraphs: paragraphs(id, references),
          sections: sections(`${id}/`, depth + 1, references),
        },
        { requiredKeys: ['id', 'heading', 'depth', 'role', 'paragraphs', 'sections'] },
      ),
    );
  });
}

function figure(id: string, references: number): fc.Arbitrary<Figure> {
  return fc.record<Figure>(
    { id: fc.constant(id), label: text, section: fc.constant('s1'), caption: sentences(id, references), boxes },
    { requiredKeys: ['id', 'caption', 'boxes'] },
  );
}

function table(id: string, references: number): fc.Arbitrary<Table> {
  const spans = fc.integer({ min: 1, max: 3 });
  const cell = text.chain((value) =>
    fc.record(
      {
        text: fc.constant(value),
        rowSpan: spans,
        columnSpan: spans,
        citations: fc.array(citation(value, references), { minLength: 1, maxLength: 2 }).map(inOrder),
      },
      { requiredKeys: ['text', 'rowSpan', 'columnSpan'] },
    ),
  );
  const row = fc.record({ header: fc.boolean(), cells: fc.array(cell, { maxLength: 3 }), boxes });
  return fc.record<Table>(
    {
      id: fc.constant(id),
      label: text,
      section: fc.constant('s1'),
      caption: sentences(id, references),
      rows: fc.array(row, { maxLength: 3 }),
      notes: paragraphs(id, references).filter((notes) => notes.length > 0),
      boxes,
    },
    { requiredKeys: ['id', 'caption', 'rows', 'boxes'] },
  );
}

function formula(id: string): fc.Arbitrary<Formula> {
  return fc.record<Formula>(
    { id: fc.constant(id), label: text, section: fc.constant('s1'), text, tex: text, mathml: text, boxes },
    { requiredKeys: ['id', 'text', 'boxes'] },
  );
}

function footnote(id: string, references: number): fc.Arbitrary<Footnote> {
  return fc.record<Footnote>(
    { id: fc.constant(id), label: text, paragraphs: paragraphs(id, references) },
    { requiredKeys: ['id', 'paragraphs'] },
  );
}

function reference(id: string): fc.Arbitrary<Reference> {
  return fc.record<Reference>(
    {
      id: fc.constant(id),
      label: text,
      raw: text,
      authors: fc.array(
        text.map((name) => name.replaceAll(';', ',')),
        { maxLength: 3 },
      ),
      title: text,
      container: text,
      year: fc.integer(),
      volume: text,
      issue: text,
      pages: text,
      doi: text,
      url: text,
      boxes,
    },
    { requiredKeys: ['id', 'raw', 'authors', 'boxes'] },
  );
}

/** Floats stand in the first section where there is one. */
function withKnownSections(document: Document): Document {
  if (document.sections.length > 0) return document;
  free(document.figures);
  free(document.tables);
  free(document.formulas);
  return document;
}

/** Abbreviations are defined in the first sentence of the document; one without sentences has none. */
function withKnownSentences(document: Document): Document {
  const [first] = [
    ...document.abstract.flatMap(({ sentences: inside }) => inside),
    ...document.figures.flatMap(({ caption }) => caption),
    ...document.sections.flatMap((section) => section.paragraphs.flatMap(({ sentences: inside }) => inside)),
  ];
  if (first) for (const each of document.abbreviations ?? []) each.sentence = first.id;
  else delete document.abbreviations;
  return document;
}

function free(units: { section?: string }[]): void {
  for (const unit of units) delete unit.section;
}
