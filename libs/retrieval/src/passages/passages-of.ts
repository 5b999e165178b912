import type { Document } from '@askg/contract';
import { unitIri } from '@askg/ddm';
import { blocksOfDocument } from './blocks-of-document.ts';
import { type BlockGroup, groupBlocks } from './group-blocks.ts';
import type { Passage, PassageUnit } from './passage.ts';

/** Changes when the same document gives other passages; an index made by another version is built anew. */
export const passagesVersion = '2';

/** Between the headings of a section path. */
const pathSeparator = ' › ';

/**
 * Cuts a paper into passages, in reading order: consecutive sentences of one section, up to about 200 words and whole
 * paragraphs where possible; captions, list items, table rows and footnotes of their own. A pure function.
 * @param at base IRI of the corpus, the paper's key, and the digest of the graph that holds the document
 */
export function passagesOf(
  document: Document,
  { base, key, graphDigest }: { base: string; key: string; graphDigest: string },
): Passage[] {
  const about = {
    paper: key,
    graphDigest,
    title: document.title,
    ...(document.date === undefined ? {} : { year: document.date.year }),
  };
  return groupBlocks(blocksOfDocument(document)).map((group, ordinal) => {
    const { text, units } = joinUnits(group, (id) => unitIri(base, key, id));
    const section = sectionOf(group);
    const [first] = group.blocks;
    return {
      iri: units[0]?.iri ?? '',
      ordinal,
      ...about,
      ...(section === '' ? {} : { section }),
      ...(first?.role === undefined ? {} : { role: first.role }),
      kind: first?.kind ?? 'text',
      text,
      units,
    };
  });
}

/** Units are joined by a space, as the sentences of a paragraph are. */
function joinUnits({ blocks }: BlockGroup, toIri: (id: string) => string): { text: string; units: PassageUnit[] } {
  const texts: string[] = [];
  const units: PassageUnit[] = [];
  let at = 0;
  for (const { id, text } of blocks.flatMap((block) => block.units)) {
    const end = at + [...text].length;
    units.push({ iri: toIri(id), start: at, end });
    texts.push(text);
    at = end + 1;
  }
  return { text: texts.join(' '), units };
}

function sectionOf({ blocks }: BlockGroup): string {
  const headings = new Set(blocks.flatMap(({ heading }) => (heading === undefined ? [] : [heading])));
  return [...(blocks[0]?.path ?? []), ...(headings.size === 0 ? [] : [[...headings].join(', ')])].join(pathSeparator);
}
