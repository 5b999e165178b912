import { createHash } from 'node:crypto';
import type { Answer, Expected, Feedback, Judgement, KeptFeedback } from '@askg/contract';
import { readMeta } from '../catalog/meta.ts';
import { type CatalogRow, json, text } from '../catalog/row.ts';
import { type Database, transaction } from '../catalog/sqlite.ts';
import { CorpusError } from '../corpus-error.ts';

/** Stands for the answer as a whole where a claim has its position. */
const whole = -1;

/** What readers said of the answers that are kept. It goes with its answer. */
export class FeedbackLog {
  readonly #catalog: Database;
  readonly #clock: () => Date;

  constructor(catalog: Database, clock: () => Date) {
    this.#catalog = catalog;
    this.#clock = clock;
  }

  /**
   * Keeps what a client says of a claim, in the place of what the same client said of it before. Notes are plain text: their
   * control characters become spaces.
   * @param client who says it, such as `key:ID`; kept as a digest only
   * @throws CorpusError corpus/unknown-answer, corpus/unknown-claim
   */
  put(feedback: Feedback, client: string): KeptFeedback {
    const { answer, claim, judgement } = feedback;
    return transaction(this.#catalog, () => {
      this.#requireClaim(answer, claim);
      const { note, expected }: Partial<Feedback> = this.#isOfRemovedPaper(feedback) ? {} : feedback;
      this.#catalog
        .prepare(
          `INSERT OR REPLACE INTO feedback (answer, claim, client, judgement, note, expected, paper, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          answer,
          claim ?? whole,
          this.#digest(answer, client),
          judgement,
          plainText(note) ?? null,
          expected === undefined ? null : JSON.stringify(plainExpected(expected)),
          expected?.paper ?? null,
          this.#clock().toISOString(),
        );
      return this.#require(answer, claim, client);
    });
  }

  /** All that was said, of one answer or of all, oldest first. */
  list(answer?: string): KeptFeedback[] {
    return this.#catalog
      .prepare('SELECT * FROM feedback WHERE ?1 IS NULL OR answer = ?1 ORDER BY at, answer, claim, client')
      .all(answer ?? null)
      .map(toFeedback);
  }

  /** What this client said of an answer. */
  ofClient(answer: string, client: string): KeptFeedback[] {
    return this.#catalog
      .prepare('SELECT * FROM feedback WHERE answer = ? AND client = ? ORDER BY claim')
      .all(answer, this.#digest(answer, client))
      .map(toFeedback);
  }

  #require(answer: string, claim: number | undefined, client: string): KeptFeedback {
    const kept = this.ofClient(answer, client).find((each) => each.claim === claim);
    if (kept) return kept;
    throw new CorpusError('corpus/damaged-catalog', 'Feedback that was written cannot be read.');
  }

  /** Whether it names a paper that was removed, perhaps while the feedback was on its way: its words do not come back. */
  #isOfRemovedPaper({ expected }: Feedback): boolean {
    const isRemoved = this.#catalog.prepare('SELECT 1 FROM papers WHERE key = ? AND removed_at IS NOT NULL');
    return expected?.paper !== undefined && isRemoved.get(expected.paper) !== undefined;
  }

  #requireClaim(answer: string, claim: number | undefined): void {
    const row = this.#catalog.prepare('SELECT bundle FROM answers WHERE id = ?').get(answer);
    if (!row) throw new CorpusError('corpus/unknown-answer', `No answer has the id ${answer}.`);
    const { claims } = JSON.parse(String(row['bundle'])) as Answer;
    if (claim === undefined || claim < claims.length) return;
    throw new CorpusError('corpus/unknown-claim', `The answer has ${claims.length} claims, counted from 0.`);
  }

  /** Another one for each answer and corpus, so that nobody can be followed from one to the next. */
  #digest(answer: string, client: string): string {
    return createHash('sha256')
      .update(`${readMeta(this.#catalog, 'id')}\n${answer}\n${client}`)
      .digest('hex');
  }
}

/**
 * Takes the words that may be those of a removed paper out of feedback: what was said of answers that quote it, and what named
 * it. That something was right or wrong stays.
 */
export function redactFeedback(catalog: Database, paper: string): void {
  catalog
    .prepare(
      `UPDATE feedback SET note = NULL, expected = NULL, paper = NULL
       WHERE paper = ?1 OR answer IN (SELECT answer FROM answer_papers WHERE key = ?1)`,
    )
    .run(paper);
}

function toFeedback(row: CatalogRow): KeptFeedback {
  const note = text(row, 'note');
  const expected = json(row, 'expected') as Expected | undefined;
  const claim = Number(row['claim']);
  return {
    answer: String(row['answer']),
    ...(claim === whole ? {} : { claim }),
    judgement: String(row['judgement']) as Judgement,
    ...(note === undefined ? {} : { note }),
    ...(expected === undefined ? {} : { expected }),
    at: String(row['at']),
  };
}

function plainExpected({ text: words, ...rest }: Expected): Expected {
  const plain = plainText(words);
  return { ...rest, ...(plain === undefined ? {} : { text: plain }) };
}

/** Words without what steers a terminal; undefined for none. */
function plainText(words: string | undefined): string | undefined {
  const plain = words
    ?.toWellFormed()
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .trim();
  return plain === '' ? undefined : plain;
}
