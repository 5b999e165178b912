import type { Lexicon } from '../linking/lexicon.ts';
import { leadsTo } from './directed.ts';
import type { Hint, Item } from './item.ts';
import { itemFrom } from './pending.ts';

/**
 * What a verb asks for without a noun: "what does A cite" asks for what is cited, "what cites A" for what cites. Only verbs
 * that tell which end is which do so, and those that name one value: "what does A stand for".
 */
export function impliedTarget(
  items: readonly Item[],
  hints: readonly Hint[],
  askedAt: number,
  lexicon: Lexicon,
): Item | undefined {
  const told = hints.find((hint) => !hint.isWeak && hint.from >= askedAt && valueOf(hint, lexicon) !== undefined);
  const relation = told === undefined ? undefined : valueOf(told, lexicon);
  if (relation !== undefined) {
    const senses = [{ kind: 'value', relation }] as const;
    return itemFrom({ from: askedAt, to: askedAt }, { senses, isQuestionWord: true, projected: true }, {}, 1);
  }
  const verb = hints.find((hint) => !hint.isWeak && leadsTo(hint, lexicon) !== undefined);
  const use = verb === undefined ? undefined : leadsTo(verb, lexicon);
  if (verb === undefined || use === undefined || verb.from < askedAt) return undefined;
  const isObject = items.some(({ from }) => from < verb.from) !== verb.isReversed;
  const cls = isObject ? use.to : use.from;
  const at = { from: askedAt, to: askedAt };
  return itemFrom(at, { senses: [{ kind: 'class', cls }], isQuestionWord: true, projected: true }, {}, 1);
}

/** The one value that a verb tells: "what does X stand for". */
function valueOf({ relations: [id, ...others] }: Hint, { relations, calendar, dates }: Lexicon): string | undefined {
  if (id === undefined || others.length > 0 || calendar.includes(id) || dates.includes(id)) return undefined;
  const uses = relations.get(id) ?? [];
  return uses.length > 0 && uses.every(({ to }) => to === undefined) ? id : undefined;
}

/**
 * "What do the figures show", "what does the conclusion say": the text of a part, which the verb at the end of the question asks
 * for. What a paper says of something is prose.
 * @param end the number of words
 */
export function impliedText(
  items: readonly Item[],
  verb: Hint | undefined,
  askedAt: number,
  end: number,
  { relations, namings }: Lexicon,
): Item | undefined {
  if (verb === undefined || verb.to !== end) return undefined;
  const said = verb.relations.flatMap((id) => relations.get(id) ?? []);
  const told = said.filter(({ to }) => to !== undefined && namings.get(to)?.isText === true);
  const isPart = told.some(
    ({ from }) =>
      items.some(({ senses }) => senses.some((sense) => sense.kind !== 'value' && sense.cls === from)) ||
      items.some(({ concepts }) => concepts.length > 0),
  );
  const [first] = told;
  if (first?.to === undefined || !isPart) return undefined;
  const senses = told.map(({ id, to = '' }) => ({ kind: 'end', cls: to, relation: id }) as const);
  return itemFrom({ from: askedAt, to: askedAt }, { senses, isQuestionWord: true, projected: true }, {}, 1);
}
