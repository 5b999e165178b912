/** What those who bring no key may read: everything, nothing, or the collections of these names. */
export type Anonymous = 'all' | 'none' | readonly string[];

/** Reads the setting: `all`, `none`, or names divided by commas. */
export function readAnonymous(text: string): Anonymous {
  const names = text.split(',').map((name) => name.trim());
  const [only] = names;
  return names.length === 1 && (only === 'all' || only === 'none') ? only : names.filter((name) => name !== '');
}

/** The names in the setting that no collection has: a slip of the pen, or collections that are still to be made. */
export function missingCollections(anonymous: Anonymous, collections: { idOf(name: string): unknown }): string[] {
  return typeof anonymous === 'string' ? [] : anonymous.filter((name) => collections.idOf(name) === undefined);
}
