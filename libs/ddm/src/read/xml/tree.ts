/**
 * A parsed XML element. Names are canonical, whatever prefixes the file uses: the bare local name for JATS itself,
 * `mml:math`, `xlink:href`, `xml:lang`, `ali:license_ref` for well-known namespaces, `{uri}local` for all others.
 * Comments and processing instructions are gone, character data is merged.
 */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
};

export type XmlNode = XmlElement | string;

/** Whether a node is an element, not character data. */
export function isElement(node: XmlNode | undefined): node is XmlElement {
  return typeof node === 'object';
}

/** The elements directly below; none below nothing. */
export function childElements(parent: XmlElement | undefined): XmlElement[] {
  return parent ? parent.children.filter(isElement) : [];
}

/** The elements directly below that have one of these names, in document order. */
export function childrenNamed(parent: XmlElement | undefined, ...names: string[]): XmlElement[] {
  return childElements(parent).filter(({ name }) => names.includes(name));
}

/** The first of them. */
export function childNamed(parent: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return parent?.children.find((node): node is XmlElement => isElement(node) && names.includes(node.name));
}

/** All elements below, in document order; below those for which `enter` is false it does not look. */
export function* descendants(
  parent: XmlElement | undefined,
  enter: (element: XmlElement) => boolean = () => true,
): Generator<XmlElement> {
  for (const child of childElements(parent)) {
    yield child;
    if (enter(child)) yield* descendants(child, enter);
  }
}

/** All elements below that have one of these names, in document order, also those inside each other. */
export function descendantsNamed(parent: XmlElement | undefined, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (names.includes(child.name)) found.push(child);
      visit(child);
    }
  };
  if (parent) visit(parent);
  return found;
}

/** The character data below a node, as it stands. */
export function rawText(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  if (typeof node === 'string') return node;
  let text = '';
  for (const child of node.children) text += rawText(child);
  return text;
}

/** The character data below a node on one line: runs of white space are one space, the ends are trimmed. */
export function plainText(node: XmlNode | undefined): string {
  return collapse(rawText(node));
}

/** A text on one line: runs of white space are one space, the ends are trimmed. */
export function collapse(text: string): string {
  return text.replaceAll(/[\s\u00a0]+/gu, ' ').trim();
}

/** A non-empty attribute, trimmed. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes[name]?.trim();
  return value === '' ? undefined : value;
}

/** The ids in an attribute of type IDREFS. */
export function idRefs(element: XmlElement, name: string): string[] {
  return (element.attributes[name] ?? '').split(/\s+/).filter((id) => id !== '');
}
