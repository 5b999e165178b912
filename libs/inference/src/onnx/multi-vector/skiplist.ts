import type { MultiVectorEntry } from '../../manifest/model-entry.ts';
import type { TextTokenizer } from '../text-tokenizer.ts';

/** What Python calls punctuation: the 32 signs of ASCII that are no letter, digit or blank. */
const punctuation = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];

/**
 * Ids whose vectors a passage leaves out. The first piece of a sign is the sign itself for WordPiece; for SentencePiece it is
 * mostly the mark of a word's beginning, so that few signs are left out. This is what ColBERT does; PyLate takes whole tokens.
 */
export function skiplist(
  rule: MultiVectorEntry['passage']['skip'],
  tokenizer: TextTokenizer,
  unknown: number | undefined,
): Set<number> {
  if (rule === 'none') return new Set();
  const ids = punctuation.map((sign) =>
    rule === 'first-piece' ? tokenizer.content(sign)[0] : (tokenizer.idOf(sign) ?? unknown),
  );
  return new Set(ids.filter((id) => id !== undefined));
}
