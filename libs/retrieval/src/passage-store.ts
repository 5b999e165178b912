import type { ModelIdentity } from '@askg/inference';
import type { TokenFiles } from './late-interaction/token-files.ts';
import type { Passage } from './passages/passage.ts';
import type { EmbeddedPassage } from './vectors/embedded-passage.ts';

/** The passage index of a corpus, for its one writer. What a call has written is there, for readers too, when it returns. */
export interface PassageStore {
  /** A name that no index had before; the catalog knows the index by it. */
  readonly instance: string;
  /** The token vectors of a model. */
  tokens(model: ModelIdentity): TokenFiles;
  /** Makes these the passages of these papers, and deletes vectors of other versions of them. Doing it twice changes nothing. */
  putPassages(papers: readonly string[], passages: readonly Passage[]): Promise<void>;
  /** Takes papers out of the words and out of the vectors of every model. */
  removePapers(papers: readonly string[]): Promise<void>;
  /** Deletes the token vectors, of every model, that belong to other graphs than these. */
  keepTokens(graphDigests: ReadonlySet<string>): Promise<void>;
  /** The passages of one version of a paper, in their order. */
  passagesOf(paper: string, graphDigest: string): Promise<Passage[]>;
  /** IRIs of the passages of one version of a paper that have a vector of this model. */
  embedded(model: ModelIdentity, paper: string, graphDigest: string): Promise<Set<string>>;
  /** How many passages of each graph there are, and how many of them have a vector of this model. */
  countsByGraph(model: ModelIdentity): Promise<Map<string, { passages: number; vectors: number }>>;
  /** Appends vectors of passages that have none yet. */
  addVectors(model: ModelIdentity, rows: readonly EmbeddedPassage[]): Promise<void>;
  /**
   * Lets the word index take in new rows where they slow searches down.
   * @param now what time it is @param more whether more passages follow at once: then more of them may wait
   */
  indexWords(now: Date, more?: boolean): Promise<void>;
  /** Lets the index over a model's vectors take in new ones where they slow searches down. @param now what time it is */
  indexVectors(model: ModelIdentity, now: Date): Promise<void>;
  /** Tidies up. It can take minutes and disturbs no reader. @param now what time it is */
  optimize(now: Date): Promise<void>;
  close(): void;
}

/** Where the passage index of a corpus is kept. One index stands, for readers; a new one is made beside it. */
export interface PassageStores {
  /**
   * The index that stands, if it is this one and belongs to this version of the passages.
   * @param graphDigests those that the catalog knows to be in it
   */
  open(instance: string, graphDigests: ReadonlySet<string>): Promise<PassageStore | undefined>;
  /** Makes a new, empty index, which readers do not see yet. */
  begin(instance: string): Promise<PassageStore>;
  /** Lets readers see this index, and deletes all others. */
  show(store: PassageStore): Promise<void>;
}
