import type { Job } from './job.ts';

/** Queries that wait for an engine. Clients take turns, and each client's queries keep their order. */
export class WaitingLine {
  /** The lines of the clients, the one whose turn is next first. */
  readonly #lines = new Map<string, Job[]>();

  /** Jobs that wait; those that ended meanwhile are forgotten. */
  get length(): number {
    let length = 0;
    for (const [client, jobs] of this.#lines) {
      const waiting = jobs.filter(({ isOver }) => !isOver);
      length += waiting.length;
      if (waiting.length === 0) this.#lines.delete(client);
      else this.#lines.set(client, waiting);
    }
    return length;
  }

  add(job: Job): void {
    const line = this.#lines.get(job.client);
    if (line === undefined) this.#lines.set(job.client, [job]);
    else line.push(job);
  }

  /** Puts a job back that had its turn already. */
  addFirst(job: Job): void {
    const line = this.#lines.get(job.client) ?? [];
    this.#lines.set(job.client, [job, ...line]);
  }

  /** The next job that may run, by the clients' turns. */
  take(mayRun: (job: Job) => boolean): Job | undefined {
    for (const [client, jobs] of this.#lines) {
      const at = jobs.findIndex((job) => !job.isOver && mayRun(job));
      if (at === -1) continue;
      const [job] = jobs.splice(at, 1);
      // The client's next turn comes after that of all others.
      this.#lines.delete(client);
      if (jobs.length > 0) this.#lines.set(client, jobs);
      return job;
    }
    return undefined;
  }

  /** The last job of the client with the longest line, if that is longer than the line of `client` would become. */
  takeFromLongest(client: string): Job | undefined {
    const [longest] = [...this.#lines.values()].toSorted((a, b) => b.length - a.length);
    if (longest === undefined || longest.length <= (this.#lines.get(client)?.length ?? 0) + 1) return undefined;
    return longest.pop();
  }

  takeAll(): Job[] {
    const all = [...this.#lines.values()].flat();
    this.#lines.clear();
    return all;
  }
}
