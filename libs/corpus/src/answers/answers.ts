import type { Answer } from '@askg/contract';
import { type Database, transaction } from '../catalog/sqlite.ts';
import { CorpusError } from '../corpus-error.ts';
import { redactFeedback } from './feedback-log.ts';
import { papersOfAnswer, redactAnswer } from './redact-answer.ts';
import { sealAnswer } from './seal-answer.ts';

/** An answer in a list; `at` is when it was given, ISO 8601 in UTC. */
export type ListedAnswer = Pick<Answer, 'id' | 'question' | 'verdict'> & { at: string; version: number };

/** The answers that were given, kept whole under their ids so that anybody who has the address can check them. */
export class Answers {
  readonly #catalog: Database;
  readonly #clock: () => Date;

  constructor(catalog: Database, clock: () => Date) {
    this.#catalog = catalog;
    this.#clock = clock;
  }

  /**
   * Keeps an answer, sealed with its hash. A paper that was removed while the answer was being made is redacted in it.
   * @param soughtIn ids of the collections that it was sought in; all papers without them
   * @returns what was kept
   */
  put(answer: Answer, soughtIn?: readonly number[]): Answer {
    return transaction(this.#catalog, () => {
      const isRemoved = this.#catalog.prepare('SELECT 1 FROM papers WHERE key = ? AND removed_at IS NOT NULL');
      const papers = [...papersOfAnswer(answer)];
      const kept = sealAnswer(papers.filter((key) => isRemoved.get(key)).reduce(redactAnswer, answer));
      this.#catalog
        .prepare('INSERT OR REPLACE INTO answers (id, at, bundle, collections) VALUES (?, ?, ?, ?)')
        .run(
          kept.id,
          this.#clock().toISOString(),
          JSON.stringify(kept),
          soughtIn === undefined ? null : JSON.stringify(soughtIn),
        );
      const holds = this.#catalog.prepare('INSERT INTO answer_papers (key, answer) VALUES (?, ?)');
      for (const key of papers) holds.run(key, kept.id);
      return kept;
    });
  }

  get(id: string): Answer | undefined {
    const row = this.#catalog.prepare('SELECT bundle FROM answers WHERE id = ?').get(id);
    return row && (JSON.parse(String(row['bundle'])) as Answer);
  }

  /** @throws CorpusError corpus/unknown-answer */
  require(id: string): Answer {
    const answer = this.get(id);
    if (answer) return answer;
    throw new CorpusError('corpus/unknown-answer', `No answer has the id ${id}.`);
  }

  /** When an answer was given, ISO 8601 in UTC. */
  givenAt(id: string): string | undefined {
    const row = this.#catalog.prepare('SELECT at FROM answers WHERE id = ?').get(id);
    return row && String(row['at']);
  }

  /** The last answers that were given, newest first. */
  list(most = 50): ListedAnswer[] {
    return this.#catalog
      .prepare(
        `SELECT id, at, bundle ->> '$.question' AS question, bundle ->> '$.verdict' AS verdict,
           bundle ->> '$.corpus.version' AS version
         FROM answers ORDER BY at DESC, id DESC LIMIT ?`,
      )
      .all(most)
      .map((row) => ({
        id: String(row['id']),
        at: String(row['at']),
        question: String(row['question']),
        verdict: String(row['verdict']) as Answer['verdict'],
        version: Number(row['version']),
      }));
  }

  /** Forgets an answer with all that was said of it. @throws CorpusError corpus/unknown-answer */
  delete(id: string): void {
    const { changes } = this.#catalog.prepare('DELETE FROM answers WHERE id = ?').run(id);
    if (changes === 0) throw new CorpusError('corpus/unknown-answer', `No answer has the id ${id}.`);
  }

  /**
   * The answer, if whoever reads only these collections may know it: it was sought in no other ones, and each paper that it
   * quotes is in one of them still, or was removed and redacted. An answer sought in all papers tells, by what it counts or
   * denies, of more than it quotes.
   * @param collections ids
   */
  getWithin(id: string, collections: readonly number[]): Answer | undefined {
    const row = this.#catalog
      .prepare(
        `SELECT 1 FROM answers WHERE id = ?1 AND collections IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM json_each(answers.collections) AS sought
           WHERE sought.value NOT IN (SELECT value FROM json_each(?2)))
         AND NOT EXISTS (SELECT 1 FROM answer_papers LEFT JOIN papers ON papers.key = answer_papers.key
           WHERE answer = ?1 AND removed_at IS NULL AND answer_papers.key NOT IN (SELECT key FROM collection_papers
             WHERE collection IN (SELECT value FROM json_each(?2))))`,
      )
      .get(id, JSON.stringify(collections));
    return row && this.get(id);
  }
}

/**
 * Takes the words of a paper out of every answer that holds some, and out of what was said of it. Within the transaction that
 * removes the paper.
 */
export function redactAnswers(catalog: Database, paper: string): void {
  const set = catalog.prepare('UPDATE answers SET bundle = ? WHERE id = ?');
  const rows = catalog
    .prepare('SELECT id, bundle FROM answers WHERE id IN (SELECT answer FROM answer_papers WHERE key = ?)')
    .all(paper);
  for (const { id, bundle } of rows) {
    const answer = redactAnswer(JSON.parse(String(bundle)) as Answer, paper);
    set.run(JSON.stringify(sealAnswer(answer)), String(id));
  }
  redactFeedback(catalog, paper);
}
