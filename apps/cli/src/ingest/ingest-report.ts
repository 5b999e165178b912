import type { Paper, Problem } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import type { IngestEvent } from '@askg/ingest';

/** What a run of `ingest` came to. */
export class IngestReport {
  /** Sources in the order in which they were given. */
  readonly #sources: string[] = [];
  readonly #failures: { path: string; problem: Problem }[] = [];
  readonly #problems = new Map<string, Problem>();
  readonly #skipped: { path: string; reason: string }[] = [];
  read = 0;
  already = 0;
  queued = 0;
  isKnown = false;
  /** Files that were left when the run was stopped. */
  left: number | undefined;

  take(event: IngestEvent): void {
    switch (event.type) {
      case 'queued':
        this.queued++;
        this.#sources.push(event.source);
        break;
      case 'already':
        this.already++;
        this.#sources.push(event.source);
        break;
      case 'skipped':
        this.#skipped.push(event);
        break;
      case 'failed':
        this.#failures.push(event);
        break;
      case 'known':
        this.isKnown = true;
        break;
      case 'committed':
        this.read++;
        break;
      case 'unread':
        this.#failures.push(event);
        this.#problems.set(event.source, event.problem);
        break;
      case 'stopped':
        this.left = event.left;
        break;
      case 'stage':
      case 'lost':
      case 'links':
        break;
    }
  }

  get done(): number {
    return this.read + this.#problems.size;
  }

  get failures(): readonly { path: string; problem: Problem }[] {
    return this.#failures;
  }

  get skipped(): readonly { path: string; reason: string }[] {
    return this.#skipped;
  }

  /** Number of skipped files by reason, the most frequent first. */
  skippedByReason(): [reason: string, files: number][] {
    const counts = new Map<string, number>();
    for (const { reason } of this.#skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return [...counts].toSorted((a, b) => b[1] - a[1]);
  }

  /** The papers of the run as the corpus knows them now, with the problem of those that could not be read. */
  papers(corpus: Corpus): Paper[] {
    const open = new Map(corpus.papers().map((paper) => [paper.source, paper]));
    return this.#sources.flatMap((source) => {
      const paper = corpus.paper(corpus.keyFor({}, source)) ?? open.get(source);
      if (!paper) return [];
      const problem = this.#problems.get(source);
      return [problem ? { ...paper, source, state: 'failed' as const, problem } : { ...paper, source }];
    });
  }
}
