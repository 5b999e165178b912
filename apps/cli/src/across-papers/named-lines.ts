import type { LoggedDecision } from '@askg/corpus';
import { table } from '../shell/table.ts';
import type { Named } from './across-papers.ts';

/** Code points of the widest cell. */
const widest = 200;

/** What is known of someone or something, for people to read. */
export function namedLines(
  { iri, name, names, places, matches }: Named,
  kind: string,
  facts: readonly [string, string][],
): string[] {
  return table(
    [
      [kind, iri],
      ['name', name],
      ...names.map((other) => ['also', other]),
      ...facts,
      ...places.map((place) => ['in', `${place.iri} as ${place.name}: ${place.title}`]),
      ...matches.map((match) => ['because', `${match.places.join(' and ')}: ${match.evidence.join('; ')}`]),
    ],
    widest,
  );
}

/** A decision as its number and time, and who or what is meant. */
export function decisionLines(decision: LoggedDecision): string[] {
  const named = (members: LoggedDecision['members']): string =>
    members.map(({ key, id, name }) => `${name} (${key}/${id})`).join(', ');
  const rest = decision.kind === 'split' ? ` from ${named(decision.others)}` : '';
  return [`${decision.id}  ${decision.at}  ${decision.kind} ${named(decision.members)}${rest}`];
}
