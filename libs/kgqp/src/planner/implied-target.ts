import type { Lexicon } from '../linking/lexicon.ts';
import { leadsTo } from './directed.ts';
import type { Hint, Item } from './item.ts';
import { itemFrom } from './pending.ts';

/**
 * What a verb asks for without a noun: "what does A cite" asks for what is cited, "what cites A" for what cites. Only verbs
 * that tell which end is which do so.
 */
export function impliedTarget(
  items: readonly Item[],
  hints: readonly Hint[],
  askedAt: number,
  lexicon: Lexicon,
): Item | undefined {
  const verb = hints.find((hint) => !hint.isWeak && leadsTo(hint, lexicon) !== undefined);
  const use = verb === undefined ? undefined : leadsTo(verb, lexicon);
  if (verb === undefined || use === undefined || verb.from < askedAt) return undefined;
  const isObject = items.some(({ from }) => from < verb.from) !== verb.isReversed;
  const cls = isObject ? use.to : use.from;
  const at = { from: askedAt, to: askedAt };
  return itemFrom(at, { senses: [{ kind: 'class', cls }], isQuestionWord: true, projected: true }, {}, 1);
}
