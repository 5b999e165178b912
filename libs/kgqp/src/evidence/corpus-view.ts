import { CodedError, type Degraded } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import { parseIri, paperIri, unitIri } from '@askg/ddm';
import type { CitablePaper } from './citable-paper.ts';
import type { CitableUnit } from './citable-unit.ts';
import type { PaperLibrary } from './paper-library.ts';

export type PlacedUnit = { paper: CitablePaper; unit: CitableUnit; iri: string };

export type ViewedCorpus = Pick<Corpus, 'baseIri' | 'snapshot' | 'commitNumber'>;

/**
 * The corpus as it stood at one commit. All that an answer quotes is read through one view, so that its quotes belong
 * together even while papers come and go.
 */
export class CorpusView {
  readonly commit: number;
  readonly base: string;
  readonly #corpus: Pick<Corpus, 'snapshot' | 'commitNumber'>;
  readonly #library: PaperLibrary;
  readonly #digests: ReadonlyMap<string, string>;
  /** The papers of a commit that came after this view was made. */
  #later: { commit: number; keys: ReadonlySet<string | undefined> } | undefined;
  readonly #unreadable = new Map<string, Degraded>();

  constructor(corpus: ViewedCorpus, library: PaperLibrary, papers?: readonly string[]) {
    const { commit, graphs } = corpus.snapshot();
    this.commit = commit;
    this.#corpus = corpus;
    this.base = corpus.baseIri;
    this.#library = library;
    const allowed = papers && new Set(papers);
    this.#digests = new Map(
      graphs.flatMap(({ key, digest }) =>
        key === undefined || (allowed && !allowed.has(key)) ? [] : [[key, digest] as const],
      ),
    );
  }

  get size(): number {
    return this.#digests.size;
  }

  graphDigest(key: string): string | undefined {
    return this.#digests.get(key);
  }

  /** Whether the paper is in the corpus now: one that was removed since must not be quoted any more. */
  isStanding(key: string): boolean {
    const now = this.#corpus.commitNumber();
    if (now === this.commit) return this.#digests.has(key);
    if (this.#later?.commit !== now) {
      this.#later = { commit: now, keys: new Set(this.#corpus.snapshot(now).graphs.map((graph) => graph.key)) };
    }
    return this.#later.keys.has(key);
  }

  /** The papers that could not be read so far, and why. */
  get unreadable(): Degraded[] {
    return [...this.#unreadable.values()];
  }

  /** A paper of this view; undefined when it is none, or when its graph cannot be read. */
  async paper(key: string): Promise<CitablePaper | undefined> {
    const digest = this.#digests.get(key);
    if (digest === undefined) return undefined;
    try {
      return await this.#library.paper(key, digest);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      const reason = `${error.title} (${error.code})`;
      this.#unreadable.set(key, { step: 'evidence', wanted: `sentences of ${key}`, used: 'the other papers', reason });
      return undefined;
    }
  }

  /** The units at an IRI that may be quoted; none for what is not of this view's papers. */
  async unitsAt(iri: string): Promise<PlacedUnit[]> {
    const address = parseIri(this.base, iri);
    const paper = address && (await this.paper(address.key));
    if (!paper) return [];
    return paper
      .unitsAt(address.id ?? '')
      .filter((unit) => !unit.flagged)
      .map((unit) => this.place(paper, unit));
  }

  place(paper: CitablePaper, unit: CitableUnit): PlacedUnit {
    return {
      paper,
      unit,
      iri: unit.id === '' ? paperIri(this.base, paper.key) : unitIri(this.base, paper.key, unit.id),
    };
  }
}
