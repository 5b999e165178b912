import type { LoggedDecision, Person } from '@askg/corpus';
import { table } from '../shell/table.ts';

/** Code points of the widest cell. */
const widest = 200;

/** What is known of a person, for people to read. */
export function personLines({ iri, name, names, orcids, places, matches }: Person): string[] {
  return table(
    [
      ['person', iri],
      ['name', name],
      ...names.map((other) => ['also', other]),
      ...orcids.map((orcid) => ['ORCID', orcid]),
      ...places.map((place) => ['in', `${place.iri} as ${place.name}: ${place.title}`]),
      ...matches.map((match) => ['because', `${match.places.join(' and ')}: ${match.evidence.join('; ')}`]),
    ],
    widest,
  );
}

/** A decision as its number and time, and who is meant. */
export function decisionLines(decision: LoggedDecision): string[] {
  const named = (people: LoggedDecision['members']): string =>
    people.map(({ key, id, name }) => `${name} (${key}/${id})`).join(', ');
  const rest = decision.kind === 'split' ? ` from ${named(decision.others)}` : '';
  return [`${decision.id}  ${decision.at}  ${decision.kind} ${named(decision.members)}${rest}`];
}
