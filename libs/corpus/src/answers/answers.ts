import type { Answer } from '@askg/contract';
import { type Database, transaction } from '../catalog/sqlite.ts';
import { papersOfAnswer, redactAnswer } from './redact-answer.ts';

/** The answers that were given, kept whole under their ids so that anybody who has the address can check them. */
export class Answers {
  readonly #catalog: Database;
  readonly #clock: () => Date;

  constructor(catalog: Database, clock: () => Date) {
    this.#catalog = catalog;
    this.#clock = clock;
  }

  /** Keeps an answer. A paper that was removed while the answer was being made is redacted in it. @returns what was kept */
  put(answer: Answer): Answer {
    return transaction(this.#catalog, () => {
      const isRemoved = this.#catalog.prepare('SELECT 1 FROM papers WHERE key = ? AND removed_at IS NOT NULL');
      const papers = [...papersOfAnswer(answer)];
      const kept = papers.filter((key) => isRemoved.get(key)).reduce(redactAnswer, answer);
      this.#catalog
        .prepare('INSERT OR REPLACE INTO answers (id, at, bundle) VALUES (?, ?, ?)')
        .run(kept.id, this.#clock().toISOString(), JSON.stringify(kept));
      const holds = this.#catalog.prepare('INSERT INTO answer_papers (key, answer) VALUES (?, ?)');
      for (const key of papers) holds.run(key, kept.id);
      return kept;
    });
  }

  get(id: string): Answer | undefined {
    const row = this.#catalog.prepare('SELECT bundle FROM answers WHERE id = ?').get(id);
    return row && (JSON.parse(String(row['bundle'])) as Answer);
  }
}

/** Takes the words of a paper out of every answer that holds some. Within the transaction that removes the paper. */
export function redactAnswers(catalog: Database, paper: string): void {
  const set = catalog.prepare('UPDATE answers SET bundle = ? WHERE id = ?');
  const rows = catalog
    .prepare('SELECT id, bundle FROM answers WHERE id IN (SELECT answer FROM answer_papers WHERE key = ?)')
    .all(paper);
  for (const { id, bundle } of rows) {
    set.run(JSON.stringify(redactAnswer(JSON.parse(String(bundle)) as Answer, paper)), String(id));
  }
}
