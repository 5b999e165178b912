import { attribute, childElements, type XmlElement } from '../../xml/tree.ts';
import { citationElements } from './citation-elements.ts';
import { labelOf } from '../text/labels.ts';

/** One `ref` of the source: its place among all, the article it belongs to, and the number printed before it. */
export type ReferenceEntry = {
  readonly element: XmlElement;
  readonly position: number;
  readonly scope: number;
  readonly sourceIds: readonly string[];
  readonly label: string | undefined;
};

/** Elements that are articles of their own inside the article. */
export const subArticleNames = ['sub-article', 'response'];

/**
 * All entries of all reference lists, in document order. Ids are unique in a file by its DTD, but files that were
 * stitched together repeat them in each sub-article: an id then means the one of its own article.
 */
export class ReferenceIndex {
  readonly entries: readonly ReferenceEntry[];
  readonly #byId = new Map<string, ReferenceEntry[]>();
  readonly #byNumber = new Map<string, ReferenceEntry>();
  readonly #lists = new Map<number, ReferenceEntry[]>();
  readonly #labelled = new Set<number>();
  readonly #scopes = new Map<XmlElement, number>();
  #lastScope = 0;

  constructor(article: XmlElement) {
    const entries: ReferenceEntry[] = [];
    this.#collect(article, 0, entries);
    this.entries = entries;
    for (const entry of entries) {
      const list = this.#lists.get(entry.scope);
      if (list) list.push(entry);
      else this.#lists.set(entry.scope, [entry]);
      if (entry.label !== undefined) this.#labelled.add(entry.scope);
      const number = entry.label?.match(/^\d+$/)?.[0];
      const key = `${entry.scope}:${number}`;
      if (number !== undefined && !this.#byNumber.has(key)) this.#byNumber.set(key, entry);
    }
  }

  scopeOf(article: XmlElement): number {
    return this.#scopes.get(article) ?? 0;
  }

  find(id: string, scope: number): ReferenceEntry | undefined {
    const entries = this.#byId.get(id);
    return entries?.find((entry) => entry.scope === scope) ?? entries?.[0];
  }

  /** The entry with this number, by the printed labels or, in lists without, by position. */
  numbered(number: number, scope: number): ReferenceEntry | undefined {
    const labelled = this.#byNumber.get(`${scope}:${number}`);
    return labelled ?? (this.#labelled.has(scope) ? undefined : this.#lists.get(scope)?.[number - 1]);
  }

  /** The entries strictly between two of one list. */
  between(first: ReferenceEntry, last: ReferenceEntry): readonly ReferenceEntry[] {
    if (first.scope !== last.scope) return [];
    return this.entries.slice(first.position + 1, last.position).filter(({ scope }) => scope === first.scope);
  }

  #collect(parent: XmlElement, scope: number, entries: ReferenceEntry[]): void {
    this.#scopes.set(parent, scope);
    for (const child of childElements(parent)) {
      if (child.name === 'ref') this.#add(child, scope, entries);
      else this.#collect(child, subArticleNames.includes(child.name) ? ++this.#lastScope : scope, entries);
    }
  }

  #add(element: XmlElement, scope: number, entries: ReferenceEntry[]): void {
    const citations = citationElements(element);
    const position = entries.length;
    const ids = [element, ...childElements(element), ...citations].flatMap((e) => attribute(e, 'id') ?? []);
    const taken = new Set(ids.filter((id) => this.#byId.has(id)));
    const label = labelOf(element) ?? (citations[0] && labelOf(citations[0]));
    const own = [...new Set(ids)].filter((id) => !taken.has(id));
    const entry: ReferenceEntry = {
      element,
      position,
      scope,
      sourceIds: own.length > 0 ? own : [`#${position + 1}`],
      label,
    };
    entries.push(entry);
    for (const id of new Set([...ids, ...entry.sourceIds])) this.#byId.set(id, [...(this.#byId.get(id) ?? []), entry]);
  }
}
