import type { CitationMark, Paragraph, Section, Sentence } from '@askg/contract';
import { boxTuples } from './box-literal.ts';
import type { GraphLines } from './graph-lines.ts';
import type { KeptEntity } from './kept-entities.ts';
import { MentionLines } from './mention-lines.ts';
import { ddm, rdf } from './terms.ts';

/** Functions of citations that a property says straight, from the citing unit to the reference. */
const straightFunctions: ReadonlyMap<string, string> = new Map(
  (['usesMethodIn', 'usesDataFrom', 'extends', 'agreesWith', 'disagreesWith'] as const).map((name) => [
    name,
    ddm[name],
  ]),
);

/** Writes the running text of one paper: sections, paragraphs, sentences, and what is marked in them. */
export class TextLines {
  readonly #lines: GraphLines;
  /** IRI of the paper and a slash: what the id of a unit is appended to. */
  readonly #below: string;
  readonly #mentions: MentionLines;

  constructor(lines: GraphLines, paper: string, entities: ReadonlyMap<string, KeptEntity>) {
    this.#lines = lines;
    this.#below = `${paper}/`;
    this.#mentions = new MentionLines(lines, this.#below, entities);
  }

  /** @param whole IRI of the paper or of the section around */
  section(section: Section, whole: string, index: number): void {
    const iri = this.#below + section.id;
    this.#part(whole, ddm.hasSection, iri, ddm.Section, index);
    this.#lines.text(iri, ddm.number, section.number);
    this.#lines.text(iri, ddm.heading, section.heading);
    this.#lines.integer(iri, ddm.depth, section.depth);
    this.#lines.iri(iri, ddm.role, ddm[`role-${section.role}`]);
    if (section.boxes && section.boxes.length > 0) this.#lines.json(iri, ddm.boxes, boxTuples(section.boxes));
    this.#citations(iri, section.citations);
    this.paragraphs(section.paragraphs, iri);
    section.sections.forEach((child, i) => this.section(child, iri, i + 1));
  }

  /** The abstract is a section without a heading, before the first. */
  abstract(paragraphs: readonly Paragraph[], paper: string): void {
    if (paragraphs.length === 0) return;
    const iri = `${this.#below}abstract`;
    this.#part(paper, ddm.hasSection, iri, ddm.Section, 0);
    this.#lines.integer(iri, ddm.depth, 1);
    this.#lines.iri(iri, ddm.role, ddm['role-abstract']);
    this.paragraphs(paragraphs, iri);
  }

  paragraphs(paragraphs: readonly Paragraph[], whole: string): void {
    paragraphs.forEach((paragraph, i) => {
      const iri = this.#below + paragraph.id;
      this.#part(whole, ddm.hasParagraph, iri, ddm.Paragraph, i + 1);
      if (paragraph.kind !== 'text') this.#lines.text(iri, ddm.kind, paragraph.kind);
      this.#lines.text(iri, ddm.heading, paragraph.heading);
      if (paragraph.list) {
        this.#lines.integer(iri, ddm.listDepth, paragraph.list.depth);
        this.#lines.boolean(iri, ddm.ordered, paragraph.list.ordered);
        this.#lines.text(iri, ddm.listMarker, paragraph.list.marker);
      }
      this.sentences(paragraph.sentences, iri);
    });
  }

  sentences(sentences: readonly Sentence[], whole: string): void {
    sentences.forEach((sentence, i) => {
      const iri = this.#below + sentence.id;
      this.#part(whole, ddm.hasSentence, iri, ddm.Sentence, i + 1);
      this.#lines.text(iri, ddm.text, sentence.text);
      if (sentence.boxes.length > 0) this.#lines.json(iri, ddm.boxes, boxTuples(sentence.boxes));
      for (const flag of sentence.flags ?? []) this.#lines.text(iri, ddm.flag, flag);
      this.#citations(iri, sentence.citations);
      this.#mentions.write(iri, sentence.mentions ?? []);
    });
  }

  /** Straight from the citing unit to each reference that its marks point at. */
  cites(iri: string, marks: readonly CitationMark[]): void {
    for (const mark of marks) {
      for (const reference of mark.references) this.#lines.iri(iri, ddm.cites, this.#below + reference);
    }
  }

  #part(whole: string, property: string, part: string, type: string, index: number): void {
    this.#lines.iri(whole, property, part);
    this.#lines.iri(part, rdf.type, type);
    this.#lines.integer(part, ddm.index, index);
  }

  #citations(unit: string, marks: readonly CitationMark[] = []): void {
    this.cites(unit, marks);
    marks.forEach((mark, i) => {
      const iri = `${unit}/c${i + 1}`;
      this.#lines.iri(unit, ddm.hasCitation, iri);
      this.#lines.iri(iri, rdf.type, ddm.Citation);
      this.#lines.text(iri, ddm.marker, mark.marker);
      this.#lines.integer(iri, ddm.start, mark.start);
      this.#lines.integer(iri, ddm.end, mark.end);
      this.#lines.text(iri, ddm.function, mark.function);
      const straight = straightFunctions.get(mark.function ?? '');
      for (const reference of mark.references) {
        this.#lines.iri(iri, ddm.pointsAt, this.#below + reference);
        if (straight !== undefined) this.#lines.iri(unit, straight, this.#below + reference);
      }
    });
  }
}
