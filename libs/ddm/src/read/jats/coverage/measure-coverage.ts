import type { CitationMark, Document } from '@askg/contract';
import { parseXml } from '../../xml/parse.ts';
import { isElement, type XmlElement } from '../../xml/tree.ts';
import { documentCitations, documentUnits } from './document-text.ts';
import { bareMarker, type SourceCitation, sourceCitations } from './source-citations.ts';
import { sourceSegments } from './source-text.ts';

export type JatsCoverage = {
  /** Words of the body, the back matter and the floats, sub-articles included, without the entries of reference lists. */
  words: number;
  /** Words of the source that the document lacks, and the texts that hold them. */
  missingWords: number;
  missing: string[];
  /**
   * How many `ref` elements and citing cross-references the source has, and how many the document. `unlinked` are those
   * whose marker is not in the document together with every entry that the source links it to.
   */
  references: { source: number; document: number };
  citations: { source: number; document: number; unlinked: number };
};

/**
 * Holds a document against the JATS file it was read from. Every stretch of text between two block boundaries of the
 * source must be in some unit of the document, letter by letter and digit by digit, each place used once. A lost text of
 * one or two letters may hide behind a marker that the reader made itself.
 * @throws DdmError as `parseXml`
 */
export function measureJatsCoverage(bytes: Uint8Array, document: Document): JatsCoverage {
  const root = parseXml(bytes);
  const articles = [...elements(root)].filter(({ name }) => ['article', 'sub-article', 'response'].includes(name));
  const parts = articles.flatMap((article) =>
    article.children.filter(isElement).filter(({ name }) => /^(?:body|back|floats-(?:group|wrap))$/.test(name)),
  );
  const segments = parts.flatMap(sourceSegments);
  const missing = missingSegments(segments, documentUnits(document));
  const entries = [...elements(root)].filter(({ name }) => name === 'ref');
  const unplaced = document.findings.find(({ code }) => code === 'ddm/unplaced-citation')?.amount ?? 0;
  const sources = sourceCitations(root, entries);
  const marks = documentCitations(document);
  return {
    words: countWords(segments),
    missingWords: countWords(missing),
    missing,
    references: { source: entries.length, document: document.references.length },
    citations: {
      source: sources.length,
      document: marks.length + unplaced,
      unlinked: Math.max(0, unlinkedCitations(sources, marks) - unplaced),
    },
  };
}

function* elements(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (isElement(child)) yield* elements(child);
}

function countWords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0);
}

/** How many citations of the source have no counterpart in the document: the same marker, with all entries it names. */
function unlinkedCitations(sources: readonly SourceCitation[], marks: readonly CitationMark[]): number {
  const left = new Map<string, CitationMark[]>();
  for (const mark of marks) {
    const marker = bareMarker(mark.marker);
    const same = left.get(marker);
    if (same) same.push(mark);
    else left.set(marker, [mark]);
  }
  return sources.filter(({ marker, targets }) => {
    const candidates = left.get(marker) ?? [];
    const at = candidates.findIndex(({ references }) =>
      targets.every((places) => references.some((id) => places.has(Number(id.slice('ref'.length)) - 1))),
    );
    if (at >= 0) candidates.splice(at, 1);
    return at < 0;
  }).length;
}

/** Environments are delimiters of TeX rather than text. */
function letters(text: string): string {
  return text.replaceAll(/\\(?:begin|end)\{[a-z]+\*?\}/g, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The segments that are in no unit. The longest choose first, so that a short one cannot take their place. */
function missingSegments(segments: readonly string[], units: readonly string[]): string[] {
  const pool = new UnitPool(units.map(letters));
  const byLength = segments.map((text) => ({ text, bare: letters(text) }));
  return byLength
    .toSorted((a, b) => b.bare.length - a.bare.length)
    .filter(({ bare }) => !pool.take(bare))
    .map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
}

/** Texts to be used up: whole, or a part, of which the rest stays. */
class UnitPool {
  readonly #counts = new Map<string, number>();

  constructor(units: readonly string[]) {
    for (const unit of units) this.#add(unit);
  }

  take(text: string): boolean {
    const holder = this.#counts.has(text) ? text : [...this.#counts.keys()].find((unit) => unit.includes(text));
    if (holder === undefined) return false;
    const left = (this.#counts.get(holder) ?? 1) - 1;
    if (left > 0) this.#counts.set(holder, left);
    else this.#counts.delete(holder);
    const at = holder.indexOf(text);
    this.#add(holder.slice(0, at));
    this.#add(holder.slice(at + text.length));
    return true;
  }

  #add(unit: string): void {
    if (unit !== '') this.#counts.set(unit, (this.#counts.get(unit) ?? 0) + 1);
  }
}
