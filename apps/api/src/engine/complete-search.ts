import type { Degraded } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import type { PassageIndex, Retrieval, RetrieveOptions, Retriever, TextScores } from '@askg/retrieval';

type SearchedCorpus = Pick<Corpus, 'snapshot'> & { projections: Pick<Corpus['projections'], 'standing'> };
type Search = Pick<Retriever, 'retrieve' | 'scoreTexts'>;

/**
 * A search that says so when it has not searched every paper: right after papers came, and while an index is built anew,
 * the index is behind the corpus, and what is not found may still be there.
 */
export class CompleteSearch implements Search {
  readonly #search: Search;
  readonly #index: Pick<PassageIndex, 'counts'>;
  readonly #corpus: SearchedCorpus;

  constructor(search: Search, index: Pick<PassageIndex, 'counts'>, corpus: SearchedCorpus) {
    this.#search = search;
    this.#index = index;
    this.#corpus = corpus;
  }

  async retrieve(question: string, options: RetrieveOptions): Promise<Retrieval> {
    const [retrieval, { passages }] = await Promise.all([
      this.#search.retrieve(question, options),
      this.#index.counts(),
    ]);
    const missing = this.#missing(passages, options.filter?.papers);
    return { ...retrieval, degraded: [...missing, ...retrieval.degraded] };
  }

  scoreTexts(...given: Parameters<Search['scoreTexts']>): Promise<TextScores> {
    return this.#search.scoreTexts(...given);
  }

  /** What the catalog says of an index counts for nothing when its files are gone. */
  #missing(passages: number, wanted?: ReadonlySet<string>): Degraded[] {
    const standing = this.#corpus.projections.standing('passages');
    const papers = this.#corpus
      .snapshot()
      .graphs.filter(({ kind, key = '' }) => kind === 'paper' && (wanted?.has(key) ?? true));
    const indexed = passages === 0 ? [] : papers.filter(({ name, digest }) => standing.get(name) === digest);
    if (indexed.length === papers.length) return [];
    const steps = {
      wanted: papers.length === 1 ? 'the paper' : `all ${papers.length} papers`,
      used: `the ${indexed.length} that are indexed`,
    };
    const reason = 'The index is still being built; ask again in a moment, or see `askg doctor`.';
    return [{ step: 'search', ...steps, reason }];
  }
}
