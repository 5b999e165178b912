import type { Comparison } from '@askg/graph';
import type { Adjective, ProductMeasure } from '../induce/general-lexicon.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import type { Operator } from '../linking/meaning.ts';

/** What a stretch of a question may mean in a foreign graph. Places are indexes of words; `to` is the one after the last. */
export type ForeignMark = { from: number; to: number; gain: number } & (
  | { kind: 'class'; iri: string; worth: number }
  | { kind: 'property'; iri: string; worth: number }
  /** A thing, or a value that things have. */
  | { kind: 'name'; match: LabelMatch; isValue: boolean }
  | { kind: 'product'; product: ProductMeasure }
  | { kind: 'adjective'; adjectives: readonly Adjective[] }
  | { kind: 'generic'; isLeast: boolean; counts: boolean }
  | { kind: 'compare'; compare: Comparison }
  | { kind: 'number'; value: number }
  | { kind: 'ordinal'; value: number }
  | { kind: 'operator'; operators: readonly Operator[] }
  | { kind: 'interrogative'; asksFor: readonly string[] }
);
