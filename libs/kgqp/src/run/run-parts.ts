import type { PassageIndex, Retriever } from '@askg/retrieval';
import type { ViewedCorpus } from '../evidence/corpus-view.ts';
import type { PaperLibrary } from '../evidence/paper-library.ts';
import type { Facts } from '../facts.ts';
import type { ChatLimits } from './chat-limits.ts';
import type { Deadlines } from './ask-request.ts';
import type { Stopwatch } from './stopwatch.ts';

/** What one run works with. */
export type RunParts = {
  corpus: ViewedCorpus;
  library: PaperLibrary;
  facts: Facts;
  retriever: Pick<Retriever, 'retrieve' | 'scoreTexts'>;
  passages: Pick<PassageIndex, 'searchWords'>;
  deadlines: Deadlines;
  /** What a chat model may cost for the question. */
  chatLimits?: ChatLimits;
  watch: Stopwatch;
  newId: () => string;
};
