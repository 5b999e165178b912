import type { Answer } from '@askg/contract';
import type { GoldPart } from './gold.ts';

/** Whether an answer holds what shows that a part is answered; undefined where nothing is known that does. */
export function isAnswered({ claims }: Pick<Answer, 'claims'>, { values, says }: GoldPart): boolean | undefined {
  if (values === undefined && says === undefined) return undefined;
  const rows = claims.flatMap((claim) => claim.rows.flatMap(({ bindings }) => Object.values(bindings)));
  const texts = [...claims.map(({ text }) => text), ...rows.map(({ value }) => value)];
  const quotes = claims.flatMap(({ citations }) => citations.map(({ quote }) => quote));
  return (
    (values ?? []).every((value) => texts.some((text) => holds(text, value))) &&
    (says === undefined || [...texts, ...quotes].some((text) => text.includes(says)))
  );
}

/** Whole words, so that 9 is not found in 19. */
function holds(text: string, value: string): boolean {
  const at = text.indexOf(value);
  if (at < 0) return false;
  const isEdge = (sign: string | undefined): boolean => sign === undefined || !/[\p{L}\p{N}]/u.test(sign);
  return isEdge(text[at - 1]) && isEdge(text[at + value.length]);
}
