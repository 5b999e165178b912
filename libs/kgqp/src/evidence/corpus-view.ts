import { CodedError, type Degraded, type PublicationStatus } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import { parseIri, paperIri, unitIri } from '@askg/ddm';
import type { CitablePaper } from './citable-paper.ts';
import type { CitableUnit } from './citable-unit.ts';
import type { PaperLibrary } from './paper-library.ts';

/** `status`: of a paper that is not in good standing. */
export type PlacedUnit = { paper: CitablePaper; unit: CitableUnit; iri: string; status?: PublicationStatus };

/** Without `statuses` all papers are taken to be in good standing. */
export type ViewedCorpus = Pick<Corpus, 'baseIri' | 'snapshot' | 'commitNumber'> & {
  statuses?: Pick<Corpus['statuses'], 'of'>;
};

/**
 * The corpus as it stood at one commit. All that an answer quotes is read through one view, so that its quotes belong
 * together even while papers come and go.
 */
export class CorpusView {
  readonly commit: number;
  readonly base: string;
  readonly #corpus: ViewedCorpus;
  readonly #library: PaperLibrary;
  readonly #digests: ReadonlyMap<string, string>;
  /** The papers of a commit that came after this view was made. */
  #later: { commit: number; keys: ReadonlySet<string | undefined> } | undefined;
  readonly #unreadable = new Map<string, Degraded>();
  readonly #statuses = new Map<string, PublicationStatus | undefined>();

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

  /** What became of a paper after it came out, as it is known when it is first asked for; undefined in good standing. */
  status(key: string): PublicationStatus | undefined {
    if (!this.#statuses.has(key)) this.#statuses.set(key, this.#corpus.statuses?.of(key));
    return this.#statuses.get(key);
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

  /** Texts of the units at an IRI that must not be shown. */
  async flaggedAt(iri: string): Promise<string[]> {
    const address = parseIri(this.base, iri);
    const units = address && (await this.paper(address.key))?.unitsAt(address.id ?? '');
    return (units ?? []).filter(({ flagged }) => flagged).map(({ text }) => text);
  }

  place(paper: CitablePaper, unit: CitableUnit): PlacedUnit {
    const status = this.status(paper.key);
    return {
      paper,
      unit,
      ...(status === undefined ? {} : { status }),
      iri: unit.id === '' ? paperIri(this.base, paper.key) : unitIri(this.base, paper.key, unit.id),
    };
  }
}
