/** A node of the flat graph of an RO-Crate. */
export type Entity = { '@id': string; '@type': string | string[]; [property: string]: unknown };

export type Reference = { '@id': string };

export function to({ '@id': id }: Reference): Reference {
  return { '@id': id };
}

/** Leaves out what is not known. */
export function entity(id: string, type: Entity['@type'], properties: Record<string, unknown>): Entity {
  const known = Object.entries(properties).filter(([, value]) => !isNothing(value));
  return { '@id': id, '@type': type, ...Object.fromEntries(known) };
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
