import { element } from '../../xml/element.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import type { CitationStyle } from './citation-style.ts';
import type { ListEntry } from './entry.ts';

/** What a citation command shows. */
export type CitationForm =
  'plain' | 'bracketed' | 'textual' | 'bare' | 'bare-textual' | 'author' | 'year' | 'bracketed-year' | 'raised';

/** Works cited together, and what is said before and behind them. */
export type CitationGroup = { keys: readonly string[]; before: readonly XmlNode[]; after: readonly XmlNode[] };

/** The citations of a text, written when the list of references and its order are known. */
export class Citations {
  readonly #pending: { place: XmlElement; groups: readonly CitationGroup[]; form: CitationForm }[] = [];
  readonly #cited = new Set<string>();
  /** Whether the whole bibliography is to be listed (`\nocite{*}`). */
  listsAll = false;

  /** The keys cited so far, in the order in which they first were. */
  get keys(): string[] {
    return [...this.#cited];
  }

  /** `\nocite`: listed without a citation. */
  include(key: string): void {
    if (key === '*') this.listsAll = true;
    else if (key !== '') this.#cited.add(key);
  }

  /** @returns the place where the citation will stand */
  cite(groups: readonly CitationGroup[], form: CitationForm): XmlElement {
    for (const { keys } of groups) for (const key of keys) this.#cited.add(key);
    const place = element('named-content', {});
    this.#pending.push({ place, groups, form });
    return place;
  }

  /** Writes all citations in the style of the paper. */
  resolve(entries: readonly ListEntry[], style: CitationStyle): void {
    const printer = new CitationPrinter(entries, style);
    for (const { place, groups, form } of this.#pending) place.children.push(...printer.print(groups, form));
  }
}

class CitationPrinter {
  readonly #entries: ReadonlyMap<string, { entry: ListEntry; position: number }>;
  readonly #style: CitationStyle;

  constructor(entries: readonly ListEntry[], style: CitationStyle) {
    this.#entries = new Map(entries.map((entry, position) => [entry.key, { entry, position }]));
    this.#style = style;
  }

  print(groups: readonly CitationGroup[], form: CitationForm): XmlNode[] {
    const { plain, raised, kind, open, close } = this.#style;
    const shown = form === 'plain' ? plain : form;
    const keys = groups.flatMap((group) => group.keys);
    switch (shown) {
      case 'author':
        return this.#each(keys, (key) => this.#names(key), ', ');
      case 'year':
        return this.#each(keys, (key) => this.#year(key), ', ');
      case 'bracketed-year':
        return ['(', ...this.#each(keys, (key) => this.#year(key), ', '), ')'];
      case 'textual':
      case 'bare-textual': {
        const [left, right] = shown === 'textual' ? [open, close] : ['', ''];
        const texts = groups.map((group) =>
          kind === 'number' ? this.#numberedText(group) : this.#textual(group, left, right),
        );
        return this.#joined(texts);
      }
      default: {
        if (kind === 'number') {
          const isRaised = raised || shown === 'raised';
          const numbers = this.#numbers(groups, isRaised);
          return isRaised ? [element('sup', {}, numbers)] : numbers;
        }
        const inside = this.#joined(groups.map((group) => this.#group(group)));
        return shown === 'bare' ? inside : [open, ...inside, close];
      }
    }
  }

  #joined(texts: readonly (readonly XmlNode[])[]): XmlNode[] {
    return texts.flatMap((text, i) => (i === 0 ? [...text] : [this.#style.separator, ...text]));
  }

  #each(keys: readonly string[], show: (key: string) => string, separator: string): XmlNode[] {
    return keys.flatMap((key, i) => [...(i > 0 ? [separator] : []), this.#link(key, show(key))]);
  }

  #link(key: string, text: string): XmlElement {
    return element('xref', { 'ref-type': 'bibr', rid: key.replaceAll(/\s/g, '_') }, [text]);
  }

  #names(key: string): string {
    return this.#entries.get(key)?.entry.names ?? `${key}?`;
  }

  #year(key: string): string {
    const found = this.#entries.get(key);
    return found ? (found.entry.year ?? 'n.d.') : '?';
  }

  #number(key: string): string {
    const found = this.#entries.get(key);
    return found ? (found.entry.label ?? String(found.position + 1)) : '?';
  }

  /** "(see Jones et al., 1990a,b; Doe, 2001, p. 3)" without its brackets. */
  #group({ keys, before, after }: CitationGroup): XmlNode[] {
    const nodes: XmlNode[] = before.length > 0 ? [...before, ' '] : [];
    let last = { names: '', year: '' };
    for (const [i, key] of this.#ordered(keys).entries()) {
      const [names, year] = [this.#names(key), this.#year(key)];
      const isSame = i > 0 && names === last.names;
      const letter = isSame ? letterAlone(year, last.year) : undefined;
      if (i > 0) nodes.push(letter !== undefined ? ',' : isSame ? ', ' : this.#style.separator);
      nodes.push(this.#link(key, letter ?? (isSame ? year : `${names}${this.#style.beforeYear}${year}`)));
      last = { names, year };
    }
    return after.length > 0 ? [...nodes, ', ', ...after] : nodes;
  }

  /** "Jones et al. (1990, p. 3)". */
  #textual({ keys, before, after }: CitationGroup, open: string, close: string): XmlNode[] {
    const pre: XmlNode[] = before.length > 0 ? [...before, ' '] : [];
    return keys.flatMap((key, i): XmlNode[] => {
      const isLast = i === keys.length - 1;
      const separator = i === 0 ? [] : [this.#style.separator];
      const note: XmlNode[] = isLast && after.length > 0 ? [', ', ...after] : [];
      const [names, year] = [this.#names(key), this.#year(key)];
      if (pre.length > 0) return [...separator, this.#link(key, names), ` ${open}`, ...pre, year, ...note, close];
      if (note.length > 0) return [...separator, this.#link(key, `${names} ${open}${year}`), ...note, close];
      return [...separator, this.#link(key, `${names} ${open}${year}${close}`)];
    });
  }

  /** "Jones et al. [4]", in a style of numbers. */
  #numberedText({ keys, after }: CitationGroup): XmlNode[] {
    return keys.flatMap((key, i): XmlNode[] => {
      const names = this.#entries.get(key)?.entry.names;
      const before = `${i > 0 ? ', ' : ''}${names === undefined ? '' : `${names} `}[`;
      const note = i === keys.length - 1 && after.length > 0 ? [', ', ...after] : [];
      return [before, this.#link(key, this.#number(key)), ...note, ']'];
    });
  }

  /** "[see 2, 4–7, p. 3]", or "[2], [4]–[7]". */
  #numbers(groups: readonly CitationGroup[], isRaised: boolean): XmlNode[] {
    const { open, close, bracketsEach } = this.#style;
    const inside = this.#joined(
      groups.map(({ keys, before, after }) => [
        ...(before.length > 0 ? [...before, ' '] : []),
        ...this.#joined(this.#runs(keys).map((run) => this.#run(run))),
        ...(after.length > 0 ? [', ', ...after] : []),
      ]),
    );
    return bracketsEach || isRaised ? inside : [open, ...inside, close];
  }

  /** One number, or the ends of a range. */
  #run(run: readonly string[]): XmlNode[] {
    const { open, close, bracketsEach } = this.#style;
    const link = (key: string): XmlElement => {
      const number = this.#number(key);
      return this.#link(key, bracketsEach ? `${open}${number}${close}` : number);
    };
    const [first = '', last = ''] = [run[0], run.at(-1)];
    return run.length > 1 ? [link(first), '–', link(last)] : [link(first)];
  }

  #ordered(keys: readonly string[]): readonly string[] {
    if (!this.#style.sorts) return keys;
    const position = (key: string): number => this.#entries.get(key)?.position ?? Infinity;
    return keys.toSorted((a, b) => position(a) - position(b) || 0);
  }

  /** Keys in groups; where the style compresses, those of three numbers or more in a row together. */
  #runs(keys: readonly string[]): string[][] {
    if (!this.#style.compresses) return this.#ordered(keys).map((key) => [key]);
    const runs: string[][] = [];
    for (const key of this.#ordered(keys)) {
      const last = runs.at(-1)?.at(-1);
      const position = this.#entries.get(key)?.position;
      const before = last === undefined ? undefined : this.#entries.get(last)?.position;
      if (position !== undefined && before !== undefined && position === before + 1) runs.at(-1)?.push(key);
      else runs.push([key]);
    }
    return runs.flatMap((run) => (run.length < 3 ? run.map((key) => [key]) : [run]));
  }
}

/** The letter of a year that differs from the one before it in nothing else. */
function letterAlone(year: string, before: string): string | undefined {
  const letter = /^\d{4}([a-z])$/.exec(year)?.[1];
  return letter !== undefined && /^\d{4}[a-z]$/.test(before) && year.slice(0, 4) === before.slice(0, 4)
    ? letter
    : undefined;
}
