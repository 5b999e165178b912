import type { Format, PaperState, Problem } from '@askg/contract';
import { type CatalogRow, json } from '../catalog/row.ts';
import { type Database, type Value, transaction } from '../catalog/sqlite.ts';
import { CorpusError } from '../corpus-error.ts';
import { type Companion, companionsOf, replaceCompanions, stageKey } from './companions.ts';

export type JobState = Extract<PaperState, 'queued' | 'reading' | 'enriching' | 'mapping' | 'committed' | 'failed'>;
/** A file to be read. `attempts` counts the workers that took it. */
export type Job = {
  source: string;
  path: string;
  format: Format;
  state: JobState;
  attempts: number;
  companions: Companion[];
  problem?: Problem;
};
/** `companions` are the files that stand beside it; where none are given, those of before stay. */
export type NewJob = { source: string; path: string; format: Format; companions?: readonly Companion[] };
export type Lease = { owner: string; now: number; leaseMs: number };

const attemptsAllowed = 2;
const columns = 'jobs.source AS source, path, format, state, attempts, problem';

/**
 * The files to be read, shared by any number of processes. A worker holds a job by a lease; a job whose lease ran out goes
 * to the next worker, and fails when two workers were lost over it. Times are milliseconds since 1970.
 */
export class JobQueue {
  readonly #catalog: Database;

  constructor(catalog: Database) {
    this.#catalog = catalog;
  }

  /**
   * Adds files that wait to be read. A file that waits, is being read, or was read by one of the pipelines with the same
   * companions is not added again; with `again` the last kind is, which mends a graph file that was damaged. What a service
   * answered about a file is kept, unless companions are given without it and the file is read again.
   * @returns the sources that were added
   */
  enqueue(
    jobs: readonly NewJob[],
    pipeline: string | readonly string[],
    { again = false }: { again?: boolean } = {},
  ): string[] {
    const pipelines = typeof pipeline === 'string' ? [pipeline] : pipeline;
    return transaction(this.#catalog, () => {
      const source = this.#catalog.prepare(
        'INSERT INTO sources (digest, path, format) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      );
      const isRead = this.#catalog.prepare(
        `SELECT 1 FROM sources JOIN papers ON papers.key = sources.key
         WHERE digest = ? AND pipeline = ? AND graph IS NOT NULL AND removed_at IS NULL`,
      );
      const add = this.#catalog.prepare(
        `INSERT INTO jobs (source, state, position) VALUES (?, 'queued', (SELECT coalesce(max(position), 0) + 1 FROM jobs))
         ON CONFLICT (source) DO UPDATE SET state = 'queued', owner = NULL, lease_until = NULL, attempts = 0, problem = NULL
         WHERE state IN ('committed', 'failed')`,
      );
      return jobs
        .filter((job) => {
          source.run(job.source, job.path, job.format);
          if (job.companions) {
            replaceCompanions(this.#catalog, job.source, again ? ['file', 'service'] : ['file'], job.companions);
          }
          const companions = companionsOf(this.#catalog, job.source);
          const known = pipelines.some((each) => isRead.get(job.source, stageKey(each, companions)));
          return (again || !known) && add.run(job.source).changes > 0;
        })
        .map((job) => job.source);
    });
  }

  /** The next job for this worker, or undefined. Jobs over which two workers were lost fail on the way. */
  claim({ owner, now, leaseMs }: Lease): Job | undefined {
    return transaction(this.#catalog, () => {
      this.#failLost(now);
      const row = this.#catalog
        .prepare(
          `UPDATE jobs SET state = 'reading', owner = ?, lease_until = ?, attempts = attempts + 1
           WHERE source = (SELECT source FROM jobs WHERE state = 'queued' OR lease_until < ? ORDER BY position LIMIT 1)
           RETURNING source`,
        )
        .get(owner, now + leaseMs, now);
      return row ? this.find(String(row['source'])) : undefined;
    });
  }

  /** Tells how far a job has come and keeps its lease. @returns false when the job is no longer this worker's */
  advance(source: string, state: JobState, { owner, now, leaseMs }: Lease): boolean {
    return this.#set('state = ?, lease_until = ?', [state, now + leaseMs], source, owner);
  }

  finish(source: string, owner: string): boolean {
    return this.#set("state = 'committed', owner = NULL, lease_until = NULL, problem = NULL", [], source, owner);
  }

  fail(source: string, owner: string, problem: Problem): boolean {
    return this.#set(
      "state = 'failed', owner = NULL, lease_until = NULL, problem = ?",
      [JSON.stringify(problem)],
      source,
      owner,
    );
  }

  /** Gives up a job so that the next worker starts it anew, as if it had never been taken. */
  release(source: string, owner: string): boolean {
    return this.#set("state = 'queued', owner = NULL, lease_until = NULL, attempts = attempts - 1", [], source, owner);
  }

  /** Gives up whatever a worker holds, also what it has taken and not told of yet. */
  releaseAll(owner: string): void {
    this.#catalog
      .prepare(
        "UPDATE jobs SET state = 'queued', owner = NULL, lease_until = NULL, attempts = attempts - 1 WHERE owner = ?",
      )
      .run(owner);
  }

  /** Queues all failed jobs again, or those of the given sources. @returns how many */
  retry(sources?: readonly string[]): number {
    return transaction(this.#catalog, () => {
      const reset = this.#catalog.prepare(
        `UPDATE jobs SET state = 'queued', attempts = 0, problem = NULL WHERE state = 'failed' AND (? IS NULL OR source = ?)`,
      );
      if (!sources) return reset.run(null, null).changes;
      return sources.reduce((sum, source) => sum + reset.run(source, source).changes, 0);
    });
  }

  list(): Job[] {
    return this.#catalog
      .prepare(`SELECT ${columns} FROM jobs JOIN sources ON digest = source ORDER BY position`)
      .all()
      .map((row) => this.#toJob(row));
  }

  find(source: string): Job | undefined {
    const row = this.#catalog
      .prepare(`SELECT ${columns} FROM jobs JOIN sources ON digest = source WHERE source = ?`)
      .get(source);
    return row ? this.#toJob(row) : undefined;
  }

  /** Number of jobs in each state that has any. */
  counts(): Partial<Record<JobState, number>> {
    const rows = this.#catalog.prepare('SELECT state, count(*) AS n FROM jobs GROUP BY state').all();
    return Object.fromEntries(rows.map((row) => [row['state'], Number(row['n'])])) as Partial<Record<JobState, number>>;
  }

  #failLost(now: number): void {
    const error = new CorpusError('corpus/worker-lost', `Two processes ended while they read this file.`);
    this.#catalog
      .prepare(
        `UPDATE jobs SET state = 'failed', owner = NULL, lease_until = NULL, problem = ? WHERE lease_until < ? AND attempts >= ?`,
      )
      .run(JSON.stringify(error.toProblem()), now, attemptsAllowed);
  }

  #set(assignments: string, values: Value[], source: string, owner: string): boolean {
    return transaction(
      this.#catalog,
      () =>
        this.#catalog
          .prepare(`UPDATE jobs SET ${assignments} WHERE source = ? AND owner = ?`)
          .run(...values, source, owner).changes > 0,
    );
  }

  #toJob(row: CatalogRow): Job {
    const problem = json(row, 'problem') as Problem | undefined;
    const source = String(row['source']);
    return {
      source,
      path: String(row['path']),
      format: row['format'] as Format,
      state: row['state'] as JobState,
      attempts: Number(row['attempts']),
      companions: companionsOf(this.#catalog, source),
      ...(problem === undefined ? {} : { problem }),
    };
  }
}
