import { authorYears, inListOrder } from '../../bibtex/author-year.ts';
import { Bibliography, type BibliographyEntry } from '../../bibtex/bibliography.ts';
import type { Notices } from '../expand/notices.ts';
import type { SourceReader } from '../expand/source-reader.ts';
import { biblatexToBibtex } from './biblatex-list.ts';
import type { ListEntry } from './entry.ts';

/** The reference list of a paper: as it is printed where the source has that, else made of the cited entries. */
export class BibliographyReader {
  readonly printed: ListEntry[] = [];
  readonly #sources: SourceReader;
  readonly #notices: Notices;
  readonly #texts: string[] = [];
  readonly #files = new Set<string>();
  readonly #missing: string[] = [];
  #bibliography: Bibliography | undefined;
  #biblatexKeys: string[] = [];
  /** The style of `\bibliographystyle`, or biblatex's sorting. */
  style = '';

  constructor(sources: SourceReader, notices: Notices) {
    this.#sources = sources;
    this.#notices = notices;
  }

  /** `\bibliography{a,b}`, `\addbibresource{a.bib}`. */
  useFiles(names: string): void {
    for (const name of names.split(',').map((each) => each.trim())) {
      if (name === '' || this.#files.has(name)) continue;
      this.#files.add(name);
      const found = this.#sources.find(name, ['.bib', '']);
      if (typeof found === 'object') this.#texts.push(this.#sources.text(found.bytes, found.path));
      else if (found === 'outside') this.#notices.add('ddm/outside-upload', name);
      else this.#missing.push(name);
    }
  }

  /** A list that biblatex's program wrote. */
  useBiblatexList(text: string): void {
    const { bibtex, keys } = biblatexToBibtex(text);
    this.#texts.unshift(bibtex);
    this.#biblatexKeys = keys;
  }

  get bibliography(): Bibliography | undefined {
    if (this.#texts.length > 0) this.#bibliography ??= new Bibliography(this.#texts.join('\n'));
    return this.#bibliography;
  }

  /**
   * The list in its printed order.
   * @param cited keys in the order of the text
   */
  entries(cited: readonly string[], listsAll: boolean): ListEntry[] {
    const { bibliography } = this;
    if (this.printed.length > 0) return this.#completed(this.printed);
    const missing = this.#biblatexKeys.length === 0 ? this.#missing : [];
    for (const name of missing) this.#notices.add('ddm/missing-companion', name);
    if (!bibliography) return [];
    const keys =
      this.#biblatexKeys.length > 0 ? this.#biblatexKeys : [...cited, ...(listsAll ? bibliography.keys : [])];
    const known = new Map<string, BibliographyEntry>();
    for (const key of keys) {
      const entry = bibliography.entry(key);
      if (entry && !known.has(entry.key)) known.set(entry.key, entry);
    }
    const inOrder = [...known.values()];
    const keepsOrder =
      this.#biblatexKeys.length > 0 ||
      /unsrt|ieeetr|ieeetran|none|acm-reference|apsrev|vancouver|elsarticle-num|naturemag/i.test(this.style);
    const listed = keepsOrder ? inOrder : inOrder.toSorted(inListOrder);
    const shown = authorYears(listed);
    return listed.map((entry) => ({
      key: entry.key,
      names: asBibtexPrints(shown.get(entry.key)?.names ?? ''),
      year: shown.get(entry.key)?.year ?? 'n.d.',
      known: entry,
    }));
  }

  /** Printed entries with what the `.bib` file knows of them. */
  #completed(printed: readonly ListEntry[]): ListEntry[] {
    return printed.map((entry) => {
      const known = this.bibliography?.entry(entry.key);
      if (!known) return entry;
      const shown = authorYears([known]).get(known.key);
      const names = entry.names ?? (shown && asBibtexPrints(shown.names));
      const year = entry.year ?? shown?.year;
      return { ...entry, known, ...(names === undefined ? {} : { names }), ...(year === undefined ? {} : { year }) };
    });
  }
}

function asBibtexPrints(names: string): string {
  return names.replace(/ & others$/, ' et al.').replace(' & ', ' and ');
}
