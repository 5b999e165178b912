import type { Evidence } from '../evidence/evidence.ts';
import { quote } from '../evidence/quote.ts';
import { chooseSentences } from './choose-sentences.ts';
import type { DraftClaim } from './draft-answer.ts';
import { readingOrder } from './reading-order.ts';
import { verbatim } from './support.ts';

/** An answer made of nothing but stored text: the best units, each a claim that is its own quote. */
export function quotedAnswer(question: string, evidence: Evidence): DraftClaim[] {
  const units = readingOrder(question, chooseSentences(evidence.units));
  return units.map((placed, i) => {
    const before = units[i - 1];
    return {
      separator: before === undefined ? '' : before.paper === placed.paper ? ' ' : '\n\n',
      parts: [{ text: placed.unit.text, quotes: [quote(placed)] }],
      support: verbatim,
      rows: [],
    };
  });
}
