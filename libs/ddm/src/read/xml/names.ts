/** Prefixes that the JATS DTDs declare by default, so that files may use them without declaring them. */
export const defaultNamespaces: Record<string, string> = {
  xlink: 'http://www.w3.org/1999/xlink',
  mml: 'http://www.w3.org/1998/Math/MathML',
  ali: 'http://www.niso.org/schemas/ali/1.0/',
  oasis: 'http://www.niso.org/standards/z39-96/ns/oasis-exchange/table',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

const prefixByNamespace = new Map<string, string>([
  ['', ''],
  ['http://www.w3.org/XML/1998/namespace', 'xml:'],
  ['http://www.w3.org/2000/xmlns/', 'xmlns:'],
  ['http://docs.oasis-open.org/ns/oasis-exchange/table', 'oasis:'],
  ['http://www.plazi.org/taxpub', 'tp:'],
  ...Object.entries(defaultNamespaces).map(([prefix, uri]): [string, string] => [uri, `${prefix}:`]),
]);

/** JATS has no namespace; the few files that give it one name the tag set's own site. */
const jatsNamespace = /^https?:\/\/(?:jats|dtd)\.nlm\.nih\.gov\//;

/** The canonical name of an element or attribute, see `XmlElement`. */
export function canonicalName(uri: string, local: string): string {
  const prefix = prefixByNamespace.get(uri);
  if (prefix !== undefined) return prefix === '' ? local : prefix + local;
  return jatsNamespace.test(uri) ? local : `{${uri}}${local}`;
}

/** A list of names, written with white space between them. */
export function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
