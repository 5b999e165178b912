import type { Path, Pattern, Term } from '@askg/graph';
import type { Relation, Step } from '../linking/relation.ts';
import { integer, variable } from './terms.ts';

/** The way of a relation from its start to its end. */
export function pathOf(relation: Relation): Path {
  return joined(relation.steps.map(({ path }) => path));
}

/** One path for several, one after the other. */
export function joined(paths: readonly Path[]): Path {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined) return only;
  return { sequence: paths.flatMap((path) => ('sequence' in path ? path.sequence : [path])) };
}

/** What the end of a step must be like. */
export function conditionsOf({ conditions }: Step, end: string): Pattern[] {
  return conditions.map(({ property, value, isIri, datatype }, i) => {
    const literal = datatype === undefined ? {} : { datatype };
    const object: Term =
      value === undefined
        ? variable(`${end}Any${i}`)
        : isIri === true
          ? { iri: value }
          : { literal: value, ...literal };
    return { subject: variable(end), path: { iri: property }, object };
  });
}

/** The triple that puts the ends of a step in order. */
export function orderPatterns({ order }: Step, end: string): Pattern[] {
  return order === undefined ? [] : [{ subject: variable(end), path: { iri: order }, object: variable(`${end}Index`) }];
}

/** The place among those of the same whole: a number from 1, or -1 for the last. */
export function ordinalPatterns(step: Step, whole: string, end: string, ordinal: number): Pattern[] {
  const place = variable(`${end}Index`);
  if (ordinal > 0) return [{ filter: { compare: '=', left: place, right: integer(ordinal) } }];
  const later = `${end}Later`;
  const laterPlace = variable(`${later}Index`);
  return [
    {
      notExists: [
        { subject: variable(whole), path: step.path, object: variable(later) },
        ...conditionsOf(step, later),
        { subject: variable(later), path: { iri: step.order ?? '' }, object: laterPlace },
        { filter: { compare: '>', left: laterPlace, right: place } },
      ],
    },
  ];
}
