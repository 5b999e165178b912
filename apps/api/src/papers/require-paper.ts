import { type Corpus, CorpusError } from '@askg/corpus';
import type { Reader } from '../access/reader.ts';
import { StatusError } from '../problems/status-error.ts';

/** The key of the paper that a request names. @throws StatusError 400 corpus/unknown-paper, also for one it may not read */
export function requirePaper(corpus: Corpus, name: string, reader: Pick<Reader, 'mayRead'>): string {
  const key = corpus.resolve(name);
  if (key !== undefined && reader.mayRead(key)) return key;
  throw new StatusError(400, new CorpusError('corpus/unknown-paper', `The corpus has no paper "${name}".`));
}
