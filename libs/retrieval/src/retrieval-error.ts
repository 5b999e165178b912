import { CodedError, type CodeText } from '@askg/contract';

/** Every code of this package, with what it means and what to do next. */
const codes = {
  'retrieval/cancelled': { title: 'The search was cancelled', fix: 'Ask again if the result is still wanted.' },
  'retrieval/closed': { title: 'The passage index was closed', fix: 'Open it again.' },
  'retrieval/wrong-vector': {
    title: 'A vector cannot be compared with those of the index',
    fix: 'Vectors must come from the model they are kept for; run `askg rebuild passages` after changing models by hand.',
  },
  'retrieval/damaged-index': {
    title: 'The passage index cannot be read',
    fix: 'It can be thrown away: run `askg rebuild passages`.',
  },
  'retrieval/not-writable': {
    title: 'The passage index cannot be written to',
    fix: 'Free space on the disk of the corpus and give this user the right to write in its folder.',
  },
  'retrieval/unreachable': {
    title: 'The search server does not answer',
    fix: 'Start it, or correct OPENSEARCH_URL; `askg doctor` shows whether it answers. Searches go on by themselves then.',
  },
  'retrieval/server-refused': {
    title: 'The search server refused a request',
    fix: 'Read its reason: credentials, rights, a full disk, or no k-NN plugin; `askg doctor` looks at these.',
  },
} as const satisfies Record<`retrieval/${string}`, CodeText>;

export type RetrievalErrorCode = keyof typeof codes;

/** Something the passage index cannot do. */
export class RetrievalError extends CodedError<RetrievalErrorCode> {
  constructor(code: RetrievalErrorCode, detail: string, options?: ErrorOptions) {
    super(code, codes[code], detail, options);
  }
}
