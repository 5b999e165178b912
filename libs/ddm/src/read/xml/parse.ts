import { decodeHTMLStrict } from 'entities/decode';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DdmError } from '../../ddm-error.ts';
import { decodeXml } from './decode.ts';
import { canonicalName, defaultNamespaces } from './names.ts';
import type { XmlElement } from './tree.ts';

export type XmlLimits = {
  /** Size of the file, in bytes. */
  bytes: number;
  elements: number;
  /** Levels of nesting; everything behind may recurse over the tree because of it. */
  depth: number;
};

/** Far above any paper (the largest known are a few MB, 25 levels), far below what hurts. */
const defaultXmlLimits: XmlLimits = { bytes: 64 * 1024 * 1024, elements: 1_000_000, depth: 256 };

const noAttributes: XmlElement['attributes'] = Object.freeze(Object.create(null));

/** Told where the root's start tag ends, and where each of its children does: code units of the decoded text. */
export type PlaceWatcher = { root: (end: number) => void; child: (element: XmlElement, end: number) => void };

/**
 * Parses an untrusted XML file into a tree. Nothing is ever fetched, and no entity of the file's own is expanded; the
 * named characters of the ISO and HTML sets are known where a DOCTYPE points at a DTD that could declare them.
 * @throws DdmError `ddm/too-large`, `ddm/unsupported-encoding`, `ddm/malformed-xml`, `ddm/forbidden-entity`,
 * `ddm/too-deep`, `ddm/too-many-elements`
 */
export function parseXml(bytes: Uint8Array, limits: XmlLimits = defaultXmlLimits, watcher?: PlaceWatcher): XmlElement {
  if (bytes.length > limits.bytes) {
    throw new DdmError('ddm/too-large', `The file has ${bytes.length} bytes; the limit is ${limits.bytes}.`);
  }
  return new TreeParser(limits, watcher).parse(decodeXml(bytes));
}

class TreeParser {
  readonly #parser = new SaxesParser({ xmlns: true, additionalNamespaces: defaultNamespaces });
  readonly #limits: XmlLimits;
  readonly #watcher: PlaceWatcher | undefined;
  readonly #open: XmlElement[] = [];
  readonly #names = new Map<string, Map<string, string>>();
  #root: XmlElement | undefined;
  #elements = 0;

  constructor(limits: XmlLimits, watcher?: PlaceWatcher) {
    this.#limits = limits;
    this.#watcher = watcher;
    this.#parser.ENTITIES = namedCharacters(['lt', 'gt', 'amp', 'quot', 'apos']);
    this.#parser.on('error', (error) => {
      throw new DdmError('ddm/malformed-xml', `${this.#place()}: ${error.message.replace(/^\d+:\d+: /, '')}`);
    });
    this.#parser.on('doctype', (declaration) => this.#doctype(declaration));
    this.#parser.on('opentag', (tag) => this.#openTag(tag));
    this.#parser.on('closetag', () => {
      const closed = this.#open.pop();
      if (closed && this.#open.length === 1) this.#watcher?.child(closed, this.#parser.position);
    });
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
  }

  parse(text: string): XmlElement {
    this.#parser.write(text).close();
    if (!this.#root) throw new DdmError('ddm/malformed-xml', 'line 1, column 1: there is no root element');
    return this.#root;
  }

  #doctype(declaration: string): void {
    if (/<!ENTITY\b/.test(declaration)) {
      throw new DdmError('ddm/forbidden-entity', `The DOCTYPE that ends at ${this.#place()} declares an entity.`);
    }
    if (/\b(?:PUBLIC|SYSTEM)\b/.test(declaration)) this.#parser.ENTITIES = namedCharacters();
  }

  #openTag(tag: SaxesTagNS): void {
    if (this.#open.length >= this.#limits.depth) {
      throw new DdmError('ddm/too-deep', `${this.#place()}: more than ${this.#limits.depth} levels of elements`);
    }
    if (++this.#elements > this.#limits.elements) {
      throw new DdmError('ddm/too-many-elements', `${this.#place()}: more than ${this.#limits.elements} elements`);
    }
    const element: XmlElement = {
      name: this.#name(tag.uri, tag.local),
      attributes: this.#attributes(tag.attributes),
      children: [],
    };
    this.#open.at(-1)?.children.push(element);
    if (!this.#root) this.#watcher?.root(this.#parser.position);
    this.#root ??= element;
    this.#open.push(element);
  }

  #attributes(source: SaxesTagNS['attributes']): XmlElement['attributes'] {
    let attributes: Record<string, string> | undefined;
    for (const key in source) {
      const attribute = source[key];
      if (!attribute || attribute.prefix === 'xmlns' || key === 'xmlns') continue;
      attributes ??= Object.create(null) as Record<string, string>;
      attributes[this.#name(attribute.uri, attribute.local)] = attribute.value;
    }
    return attributes ?? noAttributes;
  }

  #name(uri: string, local: string): string {
    let names = this.#names.get(uri);
    if (!names) this.#names.set(uri, (names = new Map()));
    let name = names.get(local);
    if (name === undefined) names.set(local, (name = canonicalName(uri, local)));
    return name;
  }

  #text(text: string): void {
    const children = this.#open.at(-1)?.children;
    if (!children || text === '') return;
    const last = children.length - 1;
    const before = children[last];
    if (typeof before === 'string') children[last] = before + text;
    else children.push(text);
  }

  #place(): string {
    return `line ${this.#parser.line}, column ${this.#parser.columnIndex + 1}`;
  }
}

/** Looks entities up by name, without a prototype that would answer to names like `constructor`. */
function namedCharacters(only?: readonly string[]): Record<string, string> {
  return new Proxy<Record<string, string>>(Object.create(null), {
    get: (_, name) => {
      if (typeof name !== 'string' || (only && !only.includes(name)) || !/^[A-Za-z][A-Za-z0-9.]*$/.test(name)) {
        return undefined;
      }
      const reference = `&${name};`;
      const text = decodeHTMLStrict(reference);
      return text === reference ? undefined : text;
    },
  });
}
