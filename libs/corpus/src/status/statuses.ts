import type { PublicationStatus, StatusStatement } from '@askg/contract';
import { statusGraphIri } from '@askg/ddm';
import { transaction } from '../catalog/sqlite.ts';
import type { CommitContext } from '../commit/commit-paper.ts';
import { currentDigest } from '../commit/graph-history.ts';
import { resolveKey } from '../commit/identifiers.ts';
import { CorpusError } from '../corpus-error.ts';
import { readGraphFile } from '../files/graph-files.ts';
import type { Layout } from '../files/layout.ts';
import { recommitLinks } from '../links/commit-links.ts';
import { completeFacts } from '../links/read-linkable.ts';
import { byHand, type FeedStatement, type LoggedStatus } from './logged-status.ts';
import { readCited } from './read-cited.ts';
import { standingOfPaper, standingPapers } from './standing-papers.ts';
import { statementOf } from './statement-of.ts';
import { deleteStatus, isRecorded, logOfPaper, recordStatus } from './status-log.ts';

/** What came of it when something was said: the paper's status now, if it is not in good standing. */
export type SetStatus = { key: string; status?: PublicationStatus; entry: LoggedStatus; commit: number };

/** What became of papers after they came out: what was said about it, by whom, and what follows. */
export class Statuses {
  readonly #context: () => CommitContext;
  readonly #layout: Layout;

  constructor(context: () => CommitContext, layout: Layout) {
    this.#context = context;
    this.#layout = layout;
  }

  /** The status of the paper with this key; undefined in good standing, and for a paper that is not there. */
  of(key: string): PublicationStatus | undefined {
    return standingOfPaper(this.#context().catalog, key);
  }

  /** The papers that are not in good standing, by their keys. */
  standing(): Map<string, PublicationStatus> {
    return standingPapers(this.#context().catalog);
  }

  /**
   * The entries of a paper's reference list (`ref12`) whose works are not in good standing, as its graph has them.
   * @throws CorpusError corpus/missing-graph, corpus/damaged-graph
   */
  async citedBy(key: string): Promise<Map<string, PublicationStatus>> {
    const { catalog, base } = this.#context();
    const digest = currentDigest(catalog, statusGraphIri(base, key));
    return digest === undefined ? new Map() : readCited(await readGraphFile(this.#layout, digest), base);
  }

  /** Changes with what `of` and `citedBy` tell of a paper: for entity tags. */
  mark(key: string): string {
    const { catalog, base } = this.#context();
    return JSON.stringify([this.of(key), currentDigest(catalog, statusGraphIri(base, key))]);
  }

  /** All that was said of a paper, oldest first. */
  history(key: string): LoggedStatus[] {
    return logOfPaper(this.#context().catalog, key);
  }

  /**
   * Says by hand what became of a paper; `none` says that it is in good standing, whatever was said before.
   * @param name key or identifier of the paper
   * @throws CorpusError corpus/unknown-paper, corpus/removed, corpus/invalid-status
   */
  async set(name: string, said: StatusStatement): Promise<SetStatus> {
    const statement = statementOf(said);
    const context = await this.#prepared();
    const { catalog, now } = context;
    return transaction(catalog, () => {
      const key = resolveKey(catalog, name);
      if (key === undefined) {
        throw new CorpusError('corpus/unknown-paper', `No paper has the key or identifier ${name}.`);
      }
      const paper = catalog.prepare('SELECT removed_at FROM papers WHERE key = ?').get(key);
      if (paper?.['removed_at'] !== null) {
        throw new CorpusError('corpus/removed', `${key} was removed from the corpus.`);
      }
      const id = recordStatus(catalog, `key:${key}`, statement, { source: byHand, at: now });
      const { commit } = recommitLinks(context, this.#layout, `status ${id}`);
      const entry: LoggedStatus = {
        id,
        work: `key:${key}`,
        ...statement,
        source: byHand,
        recorded: now.toISOString(),
      };
      return { key, ...this.#now(key), entry, commit };
    });
  }

  /**
   * Takes back what was said under this number. What a feed said comes again with the feed.
   * @throws CorpusError corpus/unknown-status
   */
  async undo(id: number): Promise<SetStatus> {
    const context = await this.#prepared();
    return transaction(context.catalog, () => {
      const entry = deleteStatus(context.catalog, id);
      if (!entry) throw new CorpusError('corpus/unknown-status', `No statement has the number ${id}.`);
      const { commit } = recommitLinks(context, this.#layout, `undo status ${id}`);
      const key = resolveKey(context.catalog, entry.work) ?? '';
      return { key, ...this.#now(key), entry, commit };
    });
  }

  /**
   * Keeps what a feed says, in one go; of each work under all names that it gives it. Graphs follow with `follow`.
   * @returns for each statement the paper of the corpus that has one of these names, and whether something of it was new
   */
  record(statements: readonly FeedStatement[], source: string): { key?: string; isNew: boolean }[] {
    const { catalog, now } = this.#context();
    return transaction(catalog, () =>
      statements.map(({ works, said }) => {
        const fresh = works.filter((work) => !isRecorded(catalog, work, said, source));
        for (const work of fresh) recordStatus(catalog, work, said, { source, at: now });
        const key = works.map((work) => resolveKey(catalog, work)).find((found) => found !== undefined);
        return { ...(key === undefined ? {} : { key }), isNew: fresh.length > 0 };
      }),
    );
  }

  /** Lets the graphs of statuses follow what was recorded. @returns the number of the commit that holds them */
  async follow(source: string): Promise<number> {
    const context = await this.#prepared();
    return transaction(context.catalog, () => recommitLinks(context, this.#layout, `statuses of ${source}`).commit);
  }

  #now(key: string): { status?: PublicationStatus } {
    const status = this.of(key);
    return status === undefined ? {} : { status };
  }

  async #prepared(): Promise<CommitContext> {
    const context = this.#context();
    await completeFacts(context.catalog, this.#layout, context.base);
    return context;
  }
}
