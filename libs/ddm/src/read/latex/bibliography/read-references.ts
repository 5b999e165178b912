import type { DraftReference } from '../../../document/draft.ts';
import type { JatsContext } from '../../jats/context.ts';
import { findDoi } from '../../jats/references/reference-links.ts';
import { readReference } from '../../jats/references/references.ts';
import { splitName, splitNames } from '../../pdf/front/person-names.ts';
import { element } from '../../xml/element.ts';
import { isElement, type XmlElement, type XmlNode } from '../../xml/tree.ts';
import type { ListEntry } from './entry.ts';

/** Elements by which a style tells which words of an entry are what. */
const marks = new Set(['string-name', 'article-title', 'source']);

/** An entry with the parts that stand in a link as its own, and the addresses of such links. */
function withoutLinks(content: readonly XmlNode[]): { nodes: XmlNode[]; addresses: string[] } {
  const addresses: string[] = [];
  const nodes = content.flatMap((node): XmlNode[] => {
    const holdsParts = isElement(node) && node.name === 'ext-link' && node.children.some(isElement);
    if (!holdsParts) return [node];
    addresses.push(node.attributes['xlink:href'] ?? '');
    return node.children;
  });
  return { nodes, addresses };
}

/** The list as an article holds it, so that citations find its entries. */
export function referenceList(entries: readonly ListEntry[]): XmlElement {
  return element(
    'ref-list',
    {},
    entries.map(({ key, content }) =>
      element('ref', { id: key.replaceAll(/\s/g, '_') }, [
        element('mixed-citation', {}, content ? withoutLinks(content).nodes : [key]),
      ]),
    ),
  );
}

/**
 * The references of a paper: printed texts as they are printed; fields from the `.bib` file where it has the entry, else
 * from the parts of the printed entry, else as the trained parser reads them.
 * @param numbered whether citations show the numbers of entries
 */
export function readReferences(
  entries: readonly ListEntry[],
  numbered: boolean,
  context: JatsContext,
): DraftReference[] {
  return context.references.entries.map((source, i) => {
    const entry = entries[i];
    const label = entry?.label ?? (numbered ? String(i + 1) : undefined);
    const labelled = label === undefined ? {} : { label };
    if (entry?.known && !entry.content) {
      return { ...entry.known.reference, ...labelled, sourceIds: [...source.sourceIds] };
    }
    const printed = { ...readReference(source, context), ...labelled };
    if (entry?.known) {
      const { raw: _, sourceIds: __, ...fields } = entry.known.reference;
      return { ...printed, ...fields };
    }
    const { nodes, addresses } = withoutLinks(entry?.content ?? []);
    const doi = addresses.map(findDoi).find((found) => found !== undefined);
    const linked = printed.doi === undefined && doi !== undefined ? { ...printed, doi } : printed;
    const isMarked = nodes.some((node) => isElement(node) && marks.has(node.name));
    const fields = fieldsOf(entry?.blocks ?? []);
    return isMarked ? { ...fields, ...linked } : { ...linked, ...fields };
  });
}

/** Authors, title and container of an entry in parts: "A, B, and C. 2018." "Title." "In Container, pages 1-2." */
function fieldsOf(blocks: readonly string[]): Pick<DraftReference, 'title' | 'container'> & { authors?: string[] } {
  const [people = '', title = '', where = ''] = blocks;
  if (blocks.length < 2 || title === '') return {};
  const authors = authorsOf(people);
  const container = containerOf(where);
  return {
    title: title.replace(/(?<!\.)[.,;]$/, ''),
    ...(container === '' ? {} : { container }),
    ...(authors.length === 0 ? {} : { authors }),
  };
}

function authorsOf(people: string): string[] {
  const bare = people
    .replace(/[.,]?\s*\(?(?:1[5-9]|20)\d\d[a-z]?\)?\s*\.?\s*$/, '')
    .replace(/,?\s+(?:et al|and others)\.?$/, '')
    .replace(/(?<=\p{Ll}{2})\.$/u, '');
  // "Vaswani, A., Shazeer, N., and Polosukhin, I."
  const inverted = [
    ...bare.matchAll(
      /(?:^|,\s+(?:and\s+|&\s+)?|\s+(?:and|&)\s+)([^,]+),\s+((?:\p{Lu}\p{L}?\.[\s-]?(?:-?\p{Lu}\.[\s]?)*)+)(?=,|\s|$)/gu,
    ),
  ];
  if (inverted.length > 0 && inverted[0]?.index === 0) {
    return inverted.map(([, family = '', given = '']) => `${family.trim()}, ${given.trim()}`);
  }
  return splitNames(bare).map((name) => {
    const { family, given } = splitName(name);
    return family === undefined ? name : `${family}, ${given}`;
  });
}

/** What a work appeared in: up to the first number or the pages. */
function containerOf(where: string): string {
  const bare = where.replace(/^In:?\s+/, '');
  const end = bare.search(
    /,\s+(?:pages?|pp|vol(?:ume)?|volume|chapter|number|no|\d|\p{L}+ (?:19|20)\d\d)|,?\s+\d+\s*[:(,]|\.\s|\.$|,\s+\d{4}|\(\d{4}/iu,
  );
  return (end < 0 ? bare : bare.slice(0, end)).replace(/[,.;]$/, '').trim();
}
