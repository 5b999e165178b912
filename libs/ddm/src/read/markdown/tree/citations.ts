import { authorYears, inListOrder, type AuthorYear } from '../../bibtex/author-year.ts';
import type { Bibliography, BibliographyEntry } from '../../bibtex/bibliography.ts';
import { element } from '../../xml/element.ts';
import type { XmlNode } from '../../xml/tree.ts';
import { bareKey, keyPattern, type CitationItem } from './citation-group.ts';

/** Writes citations as the page shows them, by author and year, and remembers what was cited. */
export class Citations {
  readonly #bibliography: Bibliography | undefined;
  readonly #shown: ReadonlyMap<string, AuthorYear>;
  readonly #cited = new Map<string, BibliographyEntry>();

  /** Whether the paper says that it cites from a bibliography: else `@name` in a sentence is only a name. */
  readonly isExpected: boolean;

  /** @param keys all keys that the text cites, as far as a look over it shows; letters behind years follow from them */
  constructor(bibliography: Bibliography | undefined, keys: readonly string[], isExpected: boolean) {
    this.isExpected = isExpected;
    this.#bibliography = bibliography;
    const entries = [...new Set(keys)].flatMap((key) => bibliography?.entry(key) ?? []);
    this.#shown = authorYears([...new Map(entries.map((entry) => [entry.key, entry])).values()]);
  }

  has(key: string): boolean {
    return this.#bibliography?.entry(key) !== undefined;
  }

  /** The entries cited so far, in the order of a printed list. */
  get entries(): BibliographyEntry[] {
    return [...this.#cited.values()].toSorted(inListOrder);
  }

  /** Takes an entry into the list though the text does not cite it. */
  include(key: string): void {
    const entry = this.#bibliography?.entry(key);
    if (entry) this.#cited.set(entry.key, entry);
  }

  /** "(Franz & Roe, 2020, p. 3; Doe, 2021)", each work a link to its entry. */
  group(items: readonly CitationItem[]): XmlNode[] {
    const ordered = this.#inOrder(items);
    const nodes: XmlNode[] = [];
    let names = '';
    for (const [i, { key, prefix, suffix, suppressed }] of ordered.entries()) {
      const work = this.#work(key);
      const same = work !== undefined && work.names === names && prefix === '';
      names = suffix === '' && work ? work.names : '';
      const shown = work ? (suppressed || same ? work.year : `${work.names}, ${work.year}`) : `@${key}`;
      nodes.push(`${i === 0 ? '' : same ? ', ' : '; '}${prefix === '' ? '' : `${prefix} `}`);
      nodes.push(this.#link(key, shown), suffixText(suffix));
    }
    return ['(', ...nodes, ')'];
  }

  /** "Franz & Roe (2020, p. 3)". */
  narrative(key: string, suffix: string): XmlNode[] {
    const work = this.#work(key);
    if (!work) return [this.#link(key, `@${key}`), suffix === '' ? '' : ` (${suffix})`];
    if (suffix === '') return [this.#link(key, `${work.names} (${work.year})`)];
    return [this.#link(key, `${work.names} (${work.year}`), `${suffixText(suffix)})`];
  }

  #work(key: string): AuthorYear | undefined {
    const entry = this.#bibliography?.entry(key);
    if (!entry) return undefined;
    this.#cited.set(entry.key, entry);
    return this.#shown.get(entry.key) ?? authorYears([entry]).get(entry.key);
  }

  #link(key: string, text: string): XmlNode {
    const target = this.#bibliography?.entry(key)?.key ?? key;
    return element('xref', { 'ref-type': 'bibr', rid: target.replaceAll(/\s/g, '_') }, [text]);
  }

  /**
   * As citation styles sort a group, where no words tie its works to their places; words before the whole group tie the
   * first of them.
   */
  #inOrder(items: readonly CitationItem[]): readonly CitationItem[] {
    const [first, ...others] = items;
    if (!first || others.some(({ prefix }) => prefix !== '') || items.some(({ key }) => !this.has(key))) return items;
    const sorted = (works: readonly CitationItem[]): CitationItem[] =>
      works.toSorted((a, b) => {
        const [x, y] = [a, b].map(({ key }) => this.#bibliography?.entry(key));
        return x && y ? inListOrder(x, y) : 0;
      });
    return first.prefix === '' ? sorted(items) : [first, ...sorted(others)];
  }
}

const citing = new RegExp(String.raw`(?<![\p{L}\p{N}_.])@(${keyPattern})`, 'gu');

/** All keys that a source cites, in the way of pandoc or of LaTeX. */
export function citedKeys(source: string): string[] {
  const keys = [...source.matchAll(citing)].map(([, key = '']) => bareKey(key));
  const commands = [...source.matchAll(/\\[a-zA-Z]*cite[a-zA-Z]*\*?(?:\[[^\]]*\])*\{([^{}]*)\}/g)];
  return [...keys, ...commands.flatMap(([, list = '']) => list.split(',').map((key) => key.trim()))];
}

function suffixText(suffix: string): string {
  if (suffix === '') return '';
  return /^[,:]/.test(suffix) ? suffix : `, ${suffix}`;
}
