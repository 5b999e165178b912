import { descendantsNamed, isElement, type XmlElement, type XmlNode } from '../xml/tree.ts';

const floatNames = ['fig', 'table-wrap'];

/**
 * Moves figures and tables that stand behind all sections, as in GROBID's files, into the section that refers to them
 * first, else into the last.
 */
export function placeFloats(blocks: readonly XmlNode[]): XmlNode[] {
  const sections = blocks.filter((block): block is XmlElement => isElement(block) && block.name === 'sec');
  const last = sections.at(-1);
  if (!last) return [...blocks];
  return blocks.filter((block) => {
    if (!isElement(block) || !floatNames.includes(block.name)) return true;
    const { id } = block.attributes;
    const home = id === undefined ? undefined : sections.find((section) => refersTo(section, id));
    (home ?? last).children.push(block);
    return false;
  });
}

function refersTo(section: XmlElement, id: string): boolean {
  return descendantsNamed(section, 'xref').some(({ attributes }) => attributes.rid === id);
}
