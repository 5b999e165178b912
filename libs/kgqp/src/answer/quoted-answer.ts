import type { Evidence } from '../evidence/evidence.ts';
import { quote } from '../evidence/quote.ts';
import { chooseSentences } from './choose-sentences.ts';
import { claimAgreement, findAgreement } from './agreement.ts';
import { claimDisagreement, findDisagreement } from './disagreement.ts';
import type { DraftClaim } from './draft-answer.ts';
import { readingOrder } from './reading-order.ts';
import { verbatim } from './support.ts';

/**
 * An answer made of nothing but stored text: the best units, each a claim that is its own quote; what several places say is said
 * once, and cites them all. Where papers agree, or say
 * otherwise of the same, that is told after them.
 */
export function quotedAnswer(question: string, evidence: Evidence): DraftClaim[] {
  const units = readingOrder(question, chooseSentences(question, evidence));
  const quoted = units.map((placed, i): DraftClaim => {
    const before = units[i - 1];
    return {
      separator: before === undefined ? '' : before.paper === placed.paper ? ' ' : '\n\n',
      parts: [{ text: placed.unit.text, quotes: [quote(placed), ...placed.same] }],
      support: verbatim,
      rows: [],
    };
  });
  const agreement = findAgreement(units);
  const disagreement = findDisagreement(units);
  return [
    ...quoted,
    ...(agreement ? [claimAgreement(agreement)] : []),
    ...(disagreement ? [claimDisagreement(disagreement)] : []),
  ];
}
