import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Identifiers, Paper } from '@askg/contract';
import { graphIri, linksGraphIri, peopleGraphIri } from '@askg/ddm';
import { Answers } from './answers/answers.ts';
import { FeedbackLog } from './answers/feedback-log.ts';
import type { FileLock } from './catalog/file-lock.ts';
import { readMeta } from './catalog/meta.ts';
import { openCatalog } from './catalog/open-catalog.ts';
import type { Database } from './catalog/sqlite.ts';
import { Collections } from './collections/collections.ts';
import { type CommitContext, commitPaper } from './commit/commit-paper.ts';
import * as history from './commit/graph-history.ts';
import { keyOf, resolveKey } from './commit/identifiers.ts';
import { findPaper, listPapers } from './commit/list-papers.ts';
import type { CommitResult, PaperCommit } from './commit/paper-commit.ts';
import { liftTombstone, removePaper } from './commit/remove-paper.ts';
import { CorpusError } from './corpus-error.ts';
import { Enrichments } from './enrichments/enrichments.ts';
import { readGraphFile, writeGraphFile } from './files/graph-files.ts';
import { Layout } from './files/layout.ts';
import { readSourceFile, writeSourceFile } from './files/source-files.ts';
import { addCompanion, type Companion } from './jobs/companions.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { Keys } from './keys/keys.ts';
import { commitLinks } from './links/commit-links.ts';
import { Entities } from './links/entities.ts';
import { People } from './links/people.ts';
import { completeFacts } from './links/read-linkable.ts';
import { takeCorpusLock } from './lock/corpus-lock.ts';
import { takeGraphLease, takeIndexerLease } from './lock/indexer-lease.ts';
import { type RunningServer, announceServer, runningServer } from './lock/server-lock.ts';
import { makeCorpus } from './make-corpus.ts';
import { backup } from './maintenance/backup.ts';
import { type GcReport, collectGarbage } from './maintenance/gc.ts';
import { type Manifest, snapshotDigest } from './maintenance/manifest.ts';
import { rebase } from './maintenance/rebase.ts';
import { bringBack, isPutAside } from './maintenance/replaced-folder.ts';
import { type GraphCheck, type VerifyProgress, verify } from './maintenance/verify.ts';
import type { OpenOptions } from './open-options.ts';
import { Projections } from './projections/projections.ts';
import { Statuses } from './status/statuses.ts';

/**
 * What has been read: sources, immutable graph files and the catalog that says which of them stand. Any number of processes
 * may have it open. Every method leaves the corpus as it was when it throws.
 */
export class Corpus {
  readonly folder: string;
  readonly jobs: JobQueue;
  readonly answers: Answers;
  readonly feedback: FeedbackLog;
  readonly projections: Projections;
  readonly people: People;
  readonly entities: Entities;
  readonly enrichments: Enrichments;
  readonly collections: Collections;
  readonly statuses: Statuses;
  readonly keys: Keys;
  readonly #layout: Layout;
  readonly #catalog: Database;
  readonly #lock: FileLock;
  readonly #clock: () => Date;
  readonly #exclusive: boolean;

  private constructor(layout: Layout, catalog: Database, lock: FileLock, options: OpenOptions) {
    this.folder = layout.folder;
    this.jobs = new JobQueue(catalog);
    this.#layout = layout;
    this.#catalog = catalog;
    this.#lock = lock;
    this.#clock = options.clock ?? systemClock;
    this.answers = new Answers(catalog, this.#clock);
    this.feedback = new FeedbackLog(catalog, this.#clock);
    this.projections = new Projections(catalog);
    this.people = new People(() => this.#context(), layout);
    this.entities = new Entities(() => this.#context(), layout);
    this.enrichments = new Enrichments(() => this.#context(), layout);
    this.collections = new Collections(() => this.#context());
    this.statuses = new Statuses(() => this.#context(), layout);
    this.keys = new Keys({ catalog, collections: this.collections, clock: this.#clock, random: randomBytes });
    this.#exclusive = options.exclusive ?? false;
  }

  /**
   * Makes an empty corpus in an absent or empty folder.
   * @throws CorpusError corpus/exists, corpus/not-empty, corpus/read-only, corpus/disk-full; DdmError ddm/invalid-base
   */
  static create(folder: string, options: { baseIri: string; id?: string; clock?: () => Date }): Corpus {
    makeCorpus(new Layout(folder), options.baseIri, options.id ?? randomUUID());
    return Corpus.open(folder, options.clock ? { clock: options.clock } : {});
  }

  static exists(folder: string): boolean {
    return existsSync(new Layout(folder).catalog) || isPutAside(folder);
  }

  /**
   * @throws CorpusError corpus/not-found, corpus/locked, corpus/newer-catalog, corpus/older-catalog (read-only),
   *   corpus/damaged-catalog
   */
  static open(folder: string, options: OpenOptions = {}): Corpus {
    const layout = new Layout(folder);
    bringBack(folder);
    if (!existsSync(layout.catalog)) throw new CorpusError('corpus/not-found', `${folder} holds no corpus.`);
    const lock = takeCorpusLock(layout.lock, options.exclusive ? 'exclusive' : 'shared', folder, options.patienceMs);
    try {
      const readOnly = options.readOnly ?? false;
      if (!readOnly) layout.make();
      return new Corpus(layout, openCatalog(layout.catalog, readOnly), lock, options);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** The server that serves the corpus in this folder now. */
  static runningServer(folder: string): RunningServer | undefined {
    return runningServer(folder);
  }

  get baseIri(): string {
    return readMeta(this.#catalog, 'base_iri');
  }

  get id(): string {
    return readMeta(this.#catalog, 'id');
  }

  /** Number of the newest commit, 0 at first; cheap enough to ask every few milliseconds. */
  commitNumber(): number {
    return history.commitNumber(this.#catalog);
  }

  /**
   * All graphs of one commit, the newest by default. Those of earlier commits are there until `gc`.
   * @throws CorpusError corpus/unknown-commit
   */
  snapshot(commit: number = this.commitNumber()): { commit: number; graphs: history.GraphPointer[] } {
    history.requireCommit(this.#catalog, commit);
    return { commit, graphs: history.graphsAt(this.#catalog, commit) };
  }

  /** The last change of each graph after a commit; `digest` is null for a graph that was taken away. */
  changesSince(commit: number): { commit: number; changes: history.GraphChange[] } {
    const changes = history.changesAfter(this.#catalog, commit);
    return { commit: Math.max(commit, ...changes.map((change) => change.commit)), changes };
  }

  /** Digest of the names and digests of all current graphs: equal for equal corpora. */
  snapshotDigest(): Pick<Manifest, 'commit' | 'graphs' | 'digest'> {
    return snapshotDigest(this.#catalog);
  }

  /** @throws CorpusError corpus/missing-graph, corpus/damaged-graph */
  readGraph(digest: string): Promise<string> {
    return readGraphFile(this.#layout, digest);
  }

  /** Stores canonical N-Quads outside any commit; until one names the file, it is garbage. @returns its digest */
  writeGraph(nquads: string): Promise<string> {
    return writeGraphFile(this.#layout, nquads);
  }

  addSource(bytes: Uint8Array): { digest: string; isNew: boolean } {
    return writeSourceFile(this.#layout, bytes);
  }

  /** Stores what a service answered about a queued source, to be read with it from now on. */
  addAnswerOfService(source: string, name: string, bytes: Uint8Array): Companion {
    const companion: Companion = { name, digest: this.addSource(bytes).digest, origin: 'service' };
    addCompanion(this.#catalog, source, companion);
    return companion;
  }

  /** @throws CorpusError corpus/damaged-source */
  readSource(digest: string): Promise<Buffer> {
    return readSourceFile(this.#layout, digest);
  }

  /** The key of the paper with one of these identifiers, or the one that it will get. */
  keyFor(identifiers: Identifiers, source: string): string {
    return keyOf(this.#catalog, identifiers, source);
  }

  /**
   * Makes a queued source's graph, stored before, that of its paper. A worker that is told corpus/key-moved reads again.
   * @throws CorpusError corpus/removed, corpus/key-moved, corpus/missing-graph, corpus/disk-full
   */
  commitPaper(paper: PaperCommit): CommitResult {
    const file = this.#layout.graph(paper.graph);
    if (!existsSync(file)) throw new CorpusError('corpus/missing-graph', `${file} was not written.`);
    return commitPaper(this.#context(), paper);
  }

  /** Derives the graphs of links between papers and of people anew and commits those that have changed. */
  async updateLinks(): Promise<{ commit: number; unchanged: boolean }> {
    await completeFacts(this.#catalog, this.#layout, this.baseIri);
    return commitLinks(this.#context(), this.#layout);
  }

  papers(): Paper[] {
    return listPapers(this.#catalog, this.baseIri);
  }

  /** A committed or removed paper by its key or any identifier. */
  paper(name: string): Paper | undefined {
    const key = this.resolve(name);
    return key === undefined ? undefined : findPaper(this.#catalog, this.baseIri, key);
  }

  resolve(name: string): string | undefined {
    return resolveKey(this.#catalog, name);
  }

  graphName(key: string): string {
    return graphIri(this.baseIri, key);
  }

  get linksGraphName(): string {
    return linksGraphIri(this.baseIri);
  }

  get peopleGraphName(): string {
    return peopleGraphIri(this.baseIri);
  }

  /**
   * Takes a paper out, with the links to it, and leaves a tombstone; its files go with the next `gc`.
   * @throws CorpusError corpus/unknown-paper, corpus/removed
   */
  async removePaper(name: string): Promise<{ key: string; commit: number }> {
    await completeFacts(this.#catalog, this.#layout, this.baseIri);
    return removePaper(this.#context(), this.#layout, name);
  }

  /** Lets a removed paper be read again. @returns whether there was a tombstone */
  liftTombstone(key: string): boolean {
    return liftTombstone(this.#catalog, key);
  }

  /**
   * Says that this process serves the corpus at `url`.
   * @param key opens everything there; whoever may read the folder is told it
   * @throws CorpusError corpus/locked when another does
   */
  announceServer(url: string, key?: string): { release(): void } {
    return announceServer(this.folder, { url, pid: process.pid, ...(key === undefined ? {} : { key }) });
  }

  /** The right to write passages and vectors, or undefined while another process has it. */
  takeIndexerLease(): { release(): void } | undefined {
    return takeIndexerLease(this.folder);
  }

  /** The right to write to a SPARQL server, or undefined while another process has it. */
  takeGraphLease(): { release(): void } | undefined {
    return takeGraphLease(this.folder);
  }

  verify(check?: GraphCheck): AsyncGenerator<VerifyProgress> {
    return verify(this.#catalog, this.#layout, check);
  }

  backup(target: string): Promise<Manifest> {
    return backup(this.#catalog, this.#layout, target);
  }

  /** Only when opened with `exclusive`. @throws CorpusError corpus/locked otherwise */
  gc(): GcReport {
    this.#requireExclusive();
    return collectGarbage(this.#catalog, this.#layout);
  }

  /** Only when opened with `exclusive`. @returns the number of graphs that were moved @throws CorpusError corpus/locked */
  async rebase(to: string): Promise<number> {
    this.#requireExclusive();
    return rebase(this.#catalog, this.#layout, this.baseIri, to, this.#clock());
  }

  close(): void {
    this.#catalog.close();
    this.#lock.release();
  }

  #requireExclusive(): void {
    if (!this.#exclusive) throw new CorpusError('corpus/locked', 'The corpus was not opened for this process alone.');
  }

  #context(): CommitContext {
    return { catalog: this.#catalog, base: this.baseIri, now: this.#clock() };
  }
}

const systemClock = (): Date => new Date();
