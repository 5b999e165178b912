import type { Quote } from '../evidence/quote.ts';
import type { DraftClaim } from './draft-answer.ts';
import { enumerate } from './enumerate.ts';
import { verbatim } from './support.ts';

/** That further papers say a name, each with the sentence in which it does. @param quotes one of each paper; at least one */
export function claimInPassing(name: string, quotes: readonly Quote[]): DraftClaim {
  const number = quotes.length === 1 ? '1 more paper says' : `${quotes.length} more papers say`;
  return {
    separator: '\n',
    parts: [
      { text: `In passing, ${number} “${name}”: `, quotes: [] },
      ...enumerate(quotes.map((quote) => ({ text: quote.title, quotes: [quote] }))),
      { text: '.', quotes: [] },
    ],
    support: verbatim,
    rows: [],
  };
}
