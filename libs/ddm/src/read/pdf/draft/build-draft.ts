import type { Contributor } from '@askg/contract';
import type { DraftDocument, DraftParagraph, DraftText } from '../../../document/draft.ts';
import { plainText, type TextBlock } from '../blocks/block.ts';
import { findBlocks } from '../blocks/find-blocks.ts';
import { MarginFinder } from '../blocks/margins.ts';
import type { Bookmark } from '../engine/bookmarks.ts';
import { abstractNameLength, takeFrontMatter } from '../front/abstract.ts';
import { readContributors } from '../front/contributors.ts';
import { findHeader } from '../front/header.ts';
import { splitKeywords } from '../front/keywords.ts';
import { readPublication } from '../front/publication.ts';
import { citationFinder } from '../citations/mark-citations.ts';
import { layOutDocument, type DocumentLayout } from '../layout/lay-out-document.ts';
import type { PageArea } from '../layout/lay-out-page.ts';
import type { TextPage } from '../lines/text-page.ts';
import { findPlaces } from '../places/find-places.ts';
import { findReferenceZones } from '../references/find-reference-zone.ts';
import { readReferences } from '../references/read-references.ts';
import { classify } from '../structure/classify.ts';
import { findFootnotes } from '../structure/find-footnotes.ts';
import { findHeadings } from '../structure/find-headings.ts';
import { findTitle } from '../structure/find-title.ts';
import { matchCaptions } from '../structure/floats.ts';
import { joinRuns, type Run } from '../structure/sequence.ts';
import type { Unit } from '../structure/unit.ts';
import { gatherUnruledTables } from '../structure/unruled-tables.ts';
import { joinContinued } from '../tables/join-continued.ts';
import { tableRules } from '../tables/table-rules.ts';
import { dropNoteMarkers } from '../text/drop-note-markers.ts';
import { type FlowText, flowText, sliceFlow, toDraftText } from '../text/flow-text.ts';
import { Lexicon } from '../text/lexicon.ts';
import { boxMaker } from './box-maker.ts';
import { buildBlocks } from './build-blocks.ts';
import { reportFindings } from './report-findings.ts';

/** What was read of a file: its pages, the numbers of those that could not be read, its outline and information. */
export type PdfSource = {
  pages: TextPage[];
  lost: number[];
  bookmarks: Bookmark[];
  info: { title: string; author: string; subject: string; keywords: string };
  /** What recognised the text of how many pages, where the file had none. */
  recognised?: { by: string; pages: number };
};

export function buildDraft(source: PdfSource): DraftDocument {
  const { pages, bookmarks, info } = source;
  const layout = layOutDocument(pages);
  const { body } = layout;
  const columns = layout.pages.flatMap((page) => page.columns);
  const lexicon = new Lexicon(columns.flatMap(({ lines }) => lines));
  const box = boxMaker(pages);
  const pageHeight = pages[0]?.height ?? 0;
  const { blocks, footnotes } = findFootnotes(
    findBlocks(columns, new MarginFinder(columns, body), body),
    body,
    pageHeight,
  );
  const title = findTitle(blocks, pageHeight, body, info.title);
  const allHeadings = findHeadings(
    blocks.filter((block) => block.kind === 'area' || !title.includes(block)),
    body,
    bookmarks,
  );
  const found = findHeader(blocks, title, allHeadings);
  const contributors = readContributors(found.below, pages[0]?.links ?? [], firstPageNotes(layout, footnotes));
  // A head that names nobody is none.
  const header = contributors.length > 0 ? found : { ...found, below: [] };
  const front = new Set<TextBlock>([...title, ...header.above, ...header.below]);
  const text = blocks.filter((block) => block.kind === 'area' || !front.has(block));
  const units = gatherUnruledTables(classify(text, findHeadings(text, body, bookmarks), footnotes, body));
  const zones = findReferenceZones(units);
  const inZone = (i: number): boolean => zones.some(({ from, to }) => i >= from - 1 && i < to);
  const { references, firstLines } = readReferences(
    zones.map(({ from, to }) => units.slice(from, to)),
    { lexicon, box },
  );
  const { abstract, keywords, rest } = takeFrontMatter(
    units.filter(
      (unit, i) => !inZone(i) || unit.type === 'area' || unit.type === 'footnote' || unit.type === 'caption',
    ),
  );
  const sample = columns.map(({ lines }) => lines.map((line) => line.text).join(' ')).join(' ');
  const findCitations = citationFinder(references, firstLines, pages, sample);
  const noteLabels = labelsByPage(rest);
  const mark = (flow: FlowText): DraftText => {
    const clean = dropNoteMarkers(flow, noteLabels);
    return toDraftText(clean, box, findCitations(clean));
  };
  const areas = matchCaptions(rest);
  const context = {
    lexicon,
    box,
    mark,
    areas,
    rulesOf: (area: PageArea) =>
      tableRules(
        area,
        pages.find(({ number }) => number === area.page),
      ),
  };
  const metadata = {
    title: titleText(title, lexicon) || info.title,
    ...readPublication(publicationSource(source, layout)),
    keywords: keywords.length > 0 ? keywords : splitKeywords(info.keywords),
    contributors,
  };
  return {
    format: 'pdf',
    ...metadata,
    places: findPlaces(metadata, { title, below: header.below, pages: layout.pages, lexicon, box }),
    abstract: joinRuns(abstract).map((run) => abstractParagraph(run, lexicon, mark)),
    blocks: joinContinued(buildBlocks(joinRuns(rest), context)),
    references,
    findings: reportFindings(source, layout, {
      areas,
      units: rest,
      above: header.above,
      unused: unusedLetters(header.below, contributors),
    }),
  };
}

/** Texts at the foot of the first page: its notes and its imprint. */
function firstPageNotes({ furniture }: DocumentLayout, footnotes: ReadonlyMap<TextBlock, unknown>): string[] {
  const notes = [...footnotes.keys()].filter(({ lines }) => lines[0]?.page === 1).map(plainText);
  return [...notes, ...furniture.filter(({ page }) => page === 1).map(({ text }) => text)];
}

function titleText(title: readonly TextBlock[], lexicon: Lexicon): string {
  const lines = title.flatMap((block) => block.lines);
  return flowText(lines, lexicon).text.replace(/\s*[*∗†‡]+$/u, '');
}

/** Letters between title and text that are in no name, address or affiliation. */
function unusedLetters(blocks: readonly TextBlock[], contributors: readonly Contributor[]): number {
  const count = (text: string): number => text.replaceAll(/[^\p{L}]/gu, '').length;
  const used = new Set(contributors.flatMap(({ name, email = '', affiliations }) => [name, email, ...affiliations]));
  const all = blocks.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + count(text), 0);
  return Math.max(0, all - [...used].reduce((sum, text) => sum + count(text), 0));
}

/** Labels of the footnotes on each page. */
function labelsByPage(units: readonly Unit[]): Map<number, Set<string>> {
  const labels = new Map<number, Set<string>>();
  for (const unit of units) {
    if (unit.type !== 'footnote' || unit.label === undefined) continue;
    const page = unit.block.lines[0]?.page ?? 0;
    labels.set(page, (labels.get(page) ?? new Set()).add(unit.label));
  }
  return labels;
}

function abstractParagraph(
  { lines, unit }: Run,
  lexicon: Lexicon,
  mark: (flow: FlowText) => DraftText,
): DraftParagraph {
  const flow = flowText(lines, lexicon);
  const content = mark(sliceFlow(flow, abstractNameLength(flow.text)));
  return { type: 'paragraph', kind: unit.type === 'item' ? 'item' : 'text', content };
}

function publicationSource({ pages, info }: PdfSource, layout: DocumentLayout): Parameters<typeof readPublication>[0] {
  const [first] = pages;
  const margin = layout.pages.flatMap((page) => page.margin.map((line) => line.text));
  const furniture = layout.furniture.filter(({ page }) => page <= 2).map(({ text }) => text);
  return {
    texts: [...margin, ...furniture],
    turned: first?.turned.join('') ?? '',
    uris: (first?.links ?? []).flatMap((link) => ('uri' in link ? [link.uri] : [])),
    subject: info.subject,
  };
}
