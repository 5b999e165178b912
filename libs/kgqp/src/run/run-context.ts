import type { CorpusView } from '../evidence/corpus-view.ts';
import type { CitationNumbers } from '../evidence/quote.ts';
import type { AskRequest } from './ask-request.ts';
import type { MeteredChat } from './metered-chat.ts';
import type { RunParts } from './run-parts.ts';

/** What everything that is done for one answer shares. */
export type RunContext = {
  /** What it works with; `watch` measures the steps of the whole run. */
  parts: RunParts;
  request: AskRequest;
  /** Ends every step. */
  signal: AbortSignal;
  /** Counts the calls of the whole answer. */
  chat?: MeteredChat;
  /** The papers that are asked, as they stand at one commit. */
  view: CorpusView;
  /** One numbering for all quotes of the answer. */
  numbers: CitationNumbers;
};
