import type { Document } from '@askg/contract';
import { parseXml } from '../../xml/parse.ts';
import { isElement, type XmlElement } from '../../xml/tree.ts';
import { documentCitations, documentUnits } from './document-text.ts';
import { sourceSegments } from './source-text.ts';

export type JatsCoverage = {
  /** Words of the body, the back matter and the floats, sub-articles included, without the entries of reference lists. */
  words: number;
  /** Words of the source that the document lacks, and the texts that hold them. */
  missingWords: number;
  missing: string[];
  /** How many `ref` elements and citing cross-references the source has, and how many the document. */
  references: { source: number; document: number };
  citations: { source: number; document: number };
};

/**
 * Holds a document against the JATS file it was read from. Every stretch of text between two block boundaries of the
 * source must be in some unit of the document, letter by letter and digit by digit, each place used once.
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
  return {
    words: countWords(segments),
    missingWords: countWords(missing),
    missing,
    references: { source: entries.length, document: document.references.length },
    citations: { source: citingElements(root, entries), document: documentCitations(document).length + unplaced },
  };
}

function* elements(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (isElement(child)) yield* elements(child);
}

function countWords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0);
}

/** Cross-references that cite: by their type or, where they have none, by pointing at entries. */
function citingElements(root: XmlElement, entries: readonly XmlElement[]): number {
  const ids = new Set(entries.flatMap((entry) => [...elements(entry)].map(({ attributes }) => attributes.id)));
  const count = (element: XmlElement): number => {
    if (element.name === 'ref') return 0;
    const { rid = '', 'ref-type': type } = element.attributes;
    const targets = rid.split(/\s+/).filter((id) => id !== '');
    const untyped = type === undefined && targets.length > 0 && targets.every((id) => ids.has(id));
    const own = element.name === 'xref' && (type === 'bibr' || untyped) ? 1 : 0;
    return element.children.reduce((sum, child) => sum + (isElement(child) ? count(child) : 0), own);
  };
  return count(root);
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
