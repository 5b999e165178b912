import type {
  Box,
  CitationMark,
  Document,
  Figure,
  Footnote,
  Formula,
  Paragraph,
  Reference,
  Section,
  Sentence,
  Table,
} from '@askg/contract';
import { codePointOffsets } from './code-points.ts';
import type { DraftBlock, DraftDocument, DraftParagraph, DraftSection, DraftTable, DraftText, Mark } from './draft.ts';
import { joinBoxes } from './join-boxes.ts';
import { cutPieces, MarkSweep, type SentenceCutter } from './sentence-spans.ts';

export type { SentenceCutter } from './sentence-spans.ts';

export type BuildOptions = {
  /** SHA-256 of the source bytes, lower-case hexadecimal. */
  digest: string;
  cutSentences: SentenceCutter;
};

/**
 * The one place where a draft becomes a document: gives every unit its id, cuts sentences, lifts floats and footnotes
 * out of the running text, and ties citations to references. Citations that point nowhere stay, without references,
 * and are reported as a finding.
 */
export function buildDocument(draft: DraftDocument, options: BuildOptions): Document {
  return new DocumentBuilder(draft, options).build();
}

class DocumentBuilder {
  readonly #draft: DraftDocument;
  readonly #options: BuildOptions;
  readonly #referenceIds = new Map<string, string>();
  readonly #figures: Figure[] = [];
  readonly #tables: Table[] = [];
  readonly #formulas: Formula[] = [];
  readonly #footnotes: Footnote[] = [];
  #dangling = 0;

  constructor(draft: DraftDocument, options: BuildOptions) {
    this.#draft = draft;
    this.#options = options;
  }

  build(): Document {
    const draft = this.#draft;
    const references = this.#buildReferences();
    const abstract = draft.abstract.map((paragraph, i) => this.#paragraph(paragraph, `abstract/p${i + 1}`));
    const sections = this.#sections(wrapLooseBlocks(draft.blocks), '', 1);
    // Notes outside any section (on the title, on authors) need none: a note does not tell where it stands.
    for (const block of draft.blocks) if (block.type === 'footnote') this.#lift(block, '');
    const findings = [...draft.findings];
    if (this.#dangling > 0) {
      findings.push({
        code: 'ddm/dangling-citation',
        severity: 'warning',
        message: 'Citations that point at no entry of the reference list.',
        amount: this.#dangling,
      });
    }
    return {
      schema: 'askg.document/1',
      format: draft.format,
      digest: this.#options.digest,
      ...(draft.language === undefined ? {} : { language: draft.language }),
      title: draft.title,
      abstract,
      identifiers: draft.identifiers,
      ...(draft.venue === undefined ? {} : { venue: draft.venue }),
      ...(draft.date === undefined ? {} : { date: draft.date }),
      ...(draft.licence === undefined ? {} : { licence: draft.licence }),
      keywords: draft.keywords,
      contributors: draft.contributors,
      ...(draft.places === undefined || draft.places.length === 0 ? {} : { places: draft.places }),
      ...(draft.notices === undefined || draft.notices.length === 0 ? {} : { notices: draft.notices }),
      sections,
      figures: this.#figures,
      tables: this.#tables,
      formulas: this.#formulas,
      footnotes: this.#footnotes,
      references,
      findings,
    };
  }

  #buildReferences(): Reference[] {
    return this.#draft.references.map(({ sourceIds, ...reference }, i) => {
      const id = `ref${i + 1}`;
      for (const sourceId of sourceIds) this.#referenceIds.set(sourceId, id);
      return { id, ...reference, authors: reference.authors.map((author) => author.replaceAll(/\s*;\s*/g, ', ')) };
    });
  }

  #sections(drafts: readonly DraftSection[], parent: string, depth: number): Section[] {
    return drafts.map((draft, i) => {
      const id = `${parent}s${i + 1}`;
      const citations = this.#citations(draft.heading.text, draft.heading.marks);
      const boxes = boxesIn(draft.heading.marks);
      const paragraphs: Paragraph[] = [];
      const children: DraftSection[] = [];
      for (const block of draft.blocks) {
        if (block.type === 'section') children.push(block);
        else if (block.type === 'paragraph') {
          if (block.content.text !== '') paragraphs.push(this.#paragraph(block, `${id}/p${paragraphs.length + 1}`));
        } else this.#lift(block, id);
      }
      return {
        id,
        ...(draft.number === undefined ? {} : { number: draft.number }),
        heading: draft.heading.text,
        ...(citations.length === 0 ? {} : { citations }),
        ...(boxes.length === 0 ? {} : { boxes }),
        depth,
        role: draft.role ?? 'other',
        paragraphs,
        sections: this.#sections(children, `${id}/`, depth + 1),
      };
    });
  }

  #lift(block: Exclude<DraftBlock, DraftSection | DraftParagraph>, section: string): void {
    const label = block.label === undefined ? {} : { label: block.label };
    switch (block.type) {
      case 'figure': {
        const id = `fig${this.#figures.length + 1}`;
        this.#figures.push({ id, ...label, section, caption: this.#sentences(block.caption, id), boxes: block.boxes });
        break;
      }
      case 'table':
        this.#tables.push(this.#table(block, `tab${this.#tables.length + 1}`, section));
        break;
      case 'formula': {
        const { type: _, ...formula } = block;
        this.#formulas.push({ id: `eq${this.#formulas.length + 1}`, section, ...formula });
        break;
      }
      case 'footnote': {
        const id = `fn${this.#footnotes.length + 1}`;
        const paragraphs = block.paragraphs.map((paragraph, i) => this.#paragraph(paragraph, `${id}/p${i + 1}`));
        this.#footnotes.push({ id, ...label, paragraphs });
      }
    }
  }

  #table(draft: DraftTable, id: string, section: string): Table {
    const notes = draft.notes.map((note, i) => this.#paragraph(note, `${id}/p${i + 1}`));
    return {
      id,
      ...(draft.label === undefined ? {} : { label: draft.label }),
      section,
      caption: this.#sentences(draft.caption, id),
      rows: draft.rows.map((row) => ({
        header: row.header,
        cells: row.cells.map(({ content, rowSpan, columnSpan }) => {
          const citations = this.#citations(content.text, content.marks);
          return { text: content.text, rowSpan, columnSpan, ...(citations.length === 0 ? {} : { citations }) };
        }),
        boxes: row.boxes,
      })),
      ...(notes.length === 0 ? {} : { notes }),
      boxes: draft.boxes,
    };
  }

  #paragraph(draft: DraftParagraph, id: string): Paragraph {
    return {
      id,
      kind: draft.kind,
      ...(draft.heading === undefined ? {} : { heading: draft.heading }),
      ...(draft.list === undefined ? {} : { list: draft.list }),
      sentences: this.#sentences(draft.content, id, draft.kind === 'code'),
    };
  }

  /** Code is one unit however it is punctuated. */
  #sentences(content: DraftText, parent: string, whole = false): Sentence[] {
    if (content.text === '') return [];
    const spans = whole ? [{ start: 0, end: content.text.length }] : cutPieces(content, this.#options.cutSentences);
    const sweep = new MarkSweep(content.marks);
    return spans.map((span, i) => {
      const { inside, starting } = sweep.next(span, spans[i + 1]?.start ?? Infinity);
      const flags = [...new Set(inside.map(({ kind }) => kind).filter(isFlag))].toSorted();
      return {
        id: `${parent}/t${i + 1}`,
        text: content.text.slice(span.start, span.end),
        boxes: boxesIn(inside),
        citations: this.#citations(content.text.slice(span.start, span.end), starting, span.start),
        ...(flags.length === 0 ? {} : { flags }),
      };
    });
  }

  /** The citations among some marks, with offsets relative to `origin`, the place where the text begins. */
  #citations(text: string, marks: readonly Mark[], origin = 0): CitationMark[] {
    const citations = marks.filter(({ kind }) => kind === 'citation');
    if (citations.length === 0) return [];
    const toPoints = codePointOffsets(text);
    return citations.map((mark) => {
      const start = Math.min(mark.start - origin, text.length);
      const end = Math.min(mark.end - origin, text.length);
      return {
        marker: text.slice(start, end),
        start: toPoints(start),
        end: toPoints(end),
        references: this.#resolve(mark.kind === 'citation' ? mark.targets : []),
      };
    });
  }

  #resolve(targets: readonly string[]): string[] {
    const ids = new Set<string>();
    for (const target of targets) {
      const id = this.#referenceIds.get(target);
      if (id) ids.add(id);
      else this.#dangling++;
    }
    return [...ids].toSorted((a, b) => Number(a.slice(3)) - Number(b.slice(3)));
  }
}

function boxesIn(marks: readonly Mark[]): Box[] {
  return joinBoxes(marks.flatMap((mark) => (mark.kind === 'box' ? [mark.box] : [])));
}

function isFlag(kind: Mark['kind']): kind is 'hidden' | 'suspicious' {
  return kind === 'hidden' || kind === 'suspicious';
}

/** Blocks outside any section stand in sections without a heading, so that every paragraph has a section. */
function wrapLooseBlocks(blocks: readonly DraftBlock[]): DraftSection[] {
  const sections: DraftSection[] = [];
  let loose: DraftSection | undefined;
  for (const block of blocks) {
    if (block.type === 'section') {
      sections.push(block);
      loose = undefined;
    } else if (block.type !== 'footnote') {
      if (!loose) {
        loose = { type: 'section', heading: { text: '', marks: [] }, blocks: [] };
        sections.push(loose);
      }
      loose.blocks.push(block);
    }
  }
  return sections;
}
