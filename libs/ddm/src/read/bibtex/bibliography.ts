import type { Entry } from '@retorquere/bibtex-parser';
import { parse } from '@retorquere/bibtex-parser';
import type { RawEntry } from './split-entries.ts';
import { splitEntries } from './split-entries.ts';
import { withoutBulk } from './without-bulk.ts';
import { toReference, type BibliographyEntry } from './to-reference.ts';

export type { BibliographyEntry } from './to-reference.ts';

/** What was wrong with the entries asked for, or with the file. */
export type BibliographyFault = { kind: 'unclosed' | 'conflict-marker' | 'unreadable-entry'; amount: number };

const options = {
  english: false,
  caseProtection: false,
  unsupported: 'ignore',
  applyCrossRef: true,
} as const;

/**
 * The entries of a BibTeX or BibLaTeX file by their keys. An entry is parsed when it is asked for: a paper cites few of
 * the entries of a library, and parsing one takes milliseconds.
 */
export class Bibliography {
  readonly #raw = new Map<string, RawEntry>();
  readonly #byFoldedKey = new Map<string, string>();
  readonly #strings: string;
  readonly #read = new Map<string, BibliographyEntry | undefined>();
  readonly #faults: BibliographyFault[] = [];

  /** @param text the text of one `.bib` file, or of several one after the other; of equal keys the first counts */
  constructor(text: string) {
    const { entries, strings, unclosed, conflictMarkers } = splitEntries(text);
    for (const entry of entries) {
      if (this.#raw.has(entry.key)) continue;
      this.#raw.set(entry.key, entry);
      const folded = entry.key.toLowerCase();
      if (!this.#byFoldedKey.has(folded)) this.#byFoldedKey.set(folded, entry.key);
    }
    this.#strings = strings.map(({ source }) => source).join('\n');
    if (unclosed > 0) this.#faults.push({ kind: 'unclosed', amount: unclosed });
    if (conflictMarkers > 0) this.#faults.push({ kind: 'conflict-marker', amount: conflictMarkers });
  }

  /** The keys of all entries, in the order of the file. */
  get keys(): string[] {
    return [...this.#raw.keys()];
  }

  /** The entry of a key; BibTeX takes capitals for small letters where no entry has the very key. */
  entry(key: string): BibliographyEntry | undefined {
    const name = this.#raw.has(key) ? key : (this.#byFoldedKey.get(key.toLowerCase()) ?? key);
    if (!this.#read.has(name)) this.#read.set(name, this.#parse(name));
    return this.#read.get(name);
  }

  /** What was met so far. */
  faults(): BibliographyFault[] {
    const unreadable = [...this.#read].filter(([key, entry]) => !entry && this.#raw.has(key)).length;
    return unreadable > 0 ? [...this.#faults, { kind: 'unreadable-entry', amount: unreadable }] : this.#faults;
  }

  #parse(key: string): BibliographyEntry | undefined {
    const raw = this.#raw.get(key);
    if (!raw) return undefined;
    const sources = [withoutBulk(raw.source), ...this.#parents(raw).map(({ source }) => withoutBulk(source))];
    try {
      const library = parse([this.#strings, ...sources].join('\n'), options);
      const entry = library.entries.find((candidate: Entry) => candidate.key === key);
      return entry && toReference(entry);
    } catch {
      // The parser throws where its LaTeX layer meets what it cannot take; the entry is reported as unreadable.
      return undefined;
    }
  }

  /** Entries that this one takes fields from (`crossref`, `xdata`), and theirs. */
  #parents(raw: RawEntry, seen: ReadonlySet<string> = new Set([raw.key])): RawEntry[] {
    const named = [...raw.source.matchAll(/\b(?:crossref|xdata)\s*=\s*[{"]([^}"]*)[}"]/gi)];
    const keys = named.flatMap(([, keyList = '']) => keyList.split(',').map((key) => key.trim()));
    return keys.flatMap((key) => {
      const parent = seen.has(key) ? undefined : this.#raw.get(key);
      return parent ? [parent, ...this.#parents(parent, new Set([...seen, key]))] : [];
    });
  }
}
