import type { LabelMatch } from '../linking/label-match.ts';
import type { Meaning } from '../linking/meaning.ts';

/** A stretch of the question with what it may mean. Places are indexes of words; `to` is the one after the last. */
export type Mark = { from: number; to: number; gain: number } & (
  | { kind: 'lexeme'; meanings: readonly Meaning[] }
  | { kind: 'name'; match: LabelMatch }
  /** Something that is named, as quotes or capitals show, and that no label has. */
  | { kind: 'unknown-name'; text: string; isQuoted: boolean }
  | { kind: 'number'; value: number }
);
