import { labelling } from '@askg/graph';
import { localName } from './term-words.ts';
import type { Schema, SchemaAttribute } from './schema.ts';

/** How the nodes of a class are called: the property that is shown, others by whose words they are found, and identifiers. */
export type ClassNaming = { name?: string; aliases: readonly string[]; identifiers: readonly string[] };

const nameWords = /\b(?:name|title|label|heading|caption)\b/iu;
const address = /^(?:https?:|mailto:|urn:|\S+@\S+\.\w+$|[+(]?\d[\d\s()/-]+$)/iu;
const code = /^[\w-]*\d[\w-]*$/u;

/**
 * Finds out from the shape of each class what its nodes are called by: the well-known properties of labels first, then
 * those that are called a name, then texts of which nearly every node has one of its own.
 */
export function namingsOf({ classes, attributes }: Schema): Map<string, ClassNaming> {
  const byClass = Map.groupBy(attributes, ({ cls }) => cls);
  return new Map([...classes.keys()].map((cls) => [cls, namingOf(byClass.get(cls) ?? [])]));
}

function namingOf(attributes: readonly SchemaAttribute[]): ClassNaming {
  const texts = attributes.filter(({ type }) => type === 'text');
  const called = texts
    .filter(isCalledName)
    .toSorted((a, b) => rankOf(a.property) - rankOf(b.property) || b.share - a.share);
  const own = texts.filter(
    (each) => !called.includes(each) && each.variety > 0.9 && each.share > 0.5 && each.objects > 1,
  );
  const isCode = ({ samples }: SchemaAttribute) => samples.every((value) => address.test(value) || code.test(value));
  const spoken = own.filter(
    (each) => !isCode(each) && each.samples.every((value) => value.length < 60 && value.split(' ').length < 7),
  );
  const names = called.length > 0 ? called : spoken;
  const [first] = names;
  const identifiers = own.filter((each) => isCode(each) && !names.includes(each));
  return {
    ...(first === undefined ? {} : { name: first.property }),
    aliases: names.slice(1).map(({ property }) => property),
    identifiers: identifiers.map(({ property }) => property),
  };
}

function isCalledName({ property }: SchemaAttribute): boolean {
  return labelling.includes(property) || nameWords.test(localName(property));
}

function rankOf(property: string): number {
  const rank = labelling.indexOf(property);
  return rank < 0 ? labelling.length : rank;
}
