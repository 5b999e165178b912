import type { Problem } from '@askg/contract';
import { enrichedGraphIri, graphIri } from '@askg/ddm';
import { transaction } from '../catalog/sqlite.ts';
import type { CommitContext } from '../commit/commit-paper.ts';
import { currentDigest, moveGraph, nextCommit } from '../commit/graph-history.ts';
import { writeGraphFile } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';

/** What suggestions are made by: the same maker and the same graph of the paper are not asked twice. */
export type SuggestionMaker = { model: string; prompt: string };

export type EnrichmentCommit = SuggestionMaker & {
  key: string;
  /** Digest of the paper's graph that the model was shown. */
  paperGraph: string;
  /** The graph of suggestions, as canonical N-Quads in the named graph of the paper's enrichment. */
  nquads: string;
  tokens: number;
};

/** `superseded`: the paper was read anew or removed meanwhile, and nothing was stored. */
export type EnrichmentOutcome = 'committed' | 'superseded';

/** What language models suggested about papers: one graph a paper, apart from what was read, that goes with the paper's. */
export class Enrichments {
  readonly #context: () => CommitContext;
  readonly #layout: Layout;

  constructor(context: () => CommitContext, layout: Layout) {
    this.#context = context;
    this.#layout = layout;
  }

  /** Whether this maker has read this graph of the paper, and what it suggested stands. */
  isDone(key: string, paperGraph: string, { model, prompt }: SuggestionMaker): boolean {
    const row = this.#context()
      .catalog.prepare('SELECT 1 FROM enrichments WHERE key = ? AND read_graph = ? AND model = ? AND prompt = ?')
      .get(key, paperGraph, model, prompt);
    return row !== undefined;
  }

  /** Makes these suggestions those of the paper, in place of earlier ones. @throws CorpusError corpus/disk-full */
  async put({ key, paperGraph, model, prompt, nquads, tokens }: EnrichmentCommit): Promise<EnrichmentOutcome> {
    const digest = await writeGraphFile(this.#layout, nquads);
    const { catalog, base, now } = this.#context();
    return transaction(catalog, () => {
      if (currentDigest(catalog, graphIri(base, key)) !== paperGraph) return 'superseded';
      const name = enrichedGraphIri(base, key);
      if (currentDigest(catalog, name) !== digest) {
        moveGraph(catalog, nextCommit(catalog, now, `enrich ${key}`), { name, digest, kind: 'links' });
      }
      catalog
        .prepare(
          `INSERT OR REPLACE INTO enrichments (key, read_graph, model, prompt, tokens, problem)
           VALUES (?, ?, ?, ?, ?, NULL)`,
        )
        .run(key, paperGraph, model, prompt, tokens);
      return 'committed';
    });
  }

  /** Notes why a paper was left as it was; earlier suggestions stay. */
  fail(key: string, paperGraph: string, problem: Problem): EnrichmentOutcome {
    const { catalog, base } = this.#context();
    return transaction(catalog, () => {
      if (currentDigest(catalog, graphIri(base, key)) !== paperGraph) return 'superseded';
      catalog
        .prepare(
          `INSERT INTO enrichments (key, read_graph, problem) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET problem = excluded.problem`,
        )
        .run(key, paperGraph, JSON.stringify(problem));
      return 'committed';
    });
  }
}
