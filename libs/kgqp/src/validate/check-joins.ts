import type { WherePart } from '@askg/graph';
import type { SchemaFinding } from './schema-finding.ts';

/**
 * Conditions of a WHERE that share no variable, so that their solutions are multiplied. Constants, sub-queries and values may
 * stand alone: a comparison of two counts does, and a list of names costs little.
 */
export function checkJoins(parts: readonly WherePart[]): SchemaFinding[] {
  const groups: { names: Set<string>; first: WherePart | undefined }[] = [];
  for (const part of parts.filter(({ variables }) => variables.size > 0)) {
    const touching = groups.filter(({ names }) => [...part.variables].some((name) => names.has(name)));
    const first = touching.find((group) => group.first !== undefined)?.first ?? (multiplies(part) ? part : undefined);
    const names = new Set([...part.variables, ...touching.flatMap((group) => [...group.names])]);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push({ names, first });
  }
  const [one, other] = groups.flatMap(({ first }) => first ?? []);
  return one === undefined || other === undefined ? [] : [{ kind: 'unjoined', parts: [one.text, other.text] }];
}

function multiplies({ kind }: WherePart): boolean {
  return kind === 'triple' || kind === 'pattern';
}
