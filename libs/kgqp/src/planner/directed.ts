import type { Lexicon } from '../linking/lexicon.ts';
import type { Hint } from './item.ts';

/** The classes that a verb ties, when it tells which end is which: "cite" leads from papers to references. */
export function leadsTo(
  { relations: named }: Hint,
  { relations, directed, namings }: Lexicon,
): { from: string; to: string } | undefined {
  const uses = named.filter((id) => directed.has(id)).flatMap((id) => relations.get(id) ?? []);
  for (const { from, to } of uses) if (to !== undefined && namings.has(to)) return { from, to };
  return undefined;
}
