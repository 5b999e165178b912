import { inferRole } from '../../../enrich/section-roles.ts';
import { type Block, firstLine, plainText, type TextBlock } from '../blocks/block.ts';
import type { Heading } from '../structure/find-headings.ts';
import { headingNumber } from '../structure/heading-number.ts';
import { countSentenceEnds, isProse } from '../structure/prose.ts';
import { isPersonName, namesInstitution, splitNames } from './person-names.ts';

/** Blocks of the head of a paper: what stands above the title, between it and the text, and the first block of the text. */
export type Header = { above: TextBlock[]; below: TextBlock[] };

/** Letters that a line above a title has at most: the kind of a paper, a journal, a date. */
const longestLineAbove = 160;

/** Names, affiliations, addresses: everything on the first page between the title and the first heading or paragraph. */
export function findHeader(
  blocks: readonly Block[],
  title: readonly TextBlock[],
  headings: ReadonlyMap<TextBlock, Heading>,
): Header {
  const [first] = title;
  const last = title.at(-1);
  if (!first || !last) return { above: [], below: [] };
  const texts = blocks.filter((block): block is TextBlock => block.kind === 'text' && firstLine(block).page === 1);
  const above = texts.slice(0, texts.indexOf(first));
  const below: TextBlock[] = [];
  for (const block of texts.slice(texts.indexOf(last) + 1)) {
    if (title.includes(block)) continue;
    if (endsHeader(block, headings)) break;
    below.push(block);
  }
  // A paragraph above what looks like the title is text, whatever it is doing there.
  return { above: above.filter((block) => plainText(block).length < longestLineAbove), below };
}

function endsHeader(block: TextBlock, headings: ReadonlyMap<TextBlock, Heading>): boolean {
  const text = plainText(block);
  if (/^(?:abstract|summary|keywords|key words|index terms)\b/i.test(text)) return true;
  if (headings.has(block)) {
    if (inferRole(text) !== 'other') return true;
    return !looksLikeNames(block) && !namesInstitution(text);
  }
  if (headingNumber(text) !== undefined && inferRole(text) !== 'other') return true;
  return !looksLikeNames(block) && opensText(block, text);
}

/** What is said of the authors, between their names and the text. */
const remark = /correspond|contribut|equal|authors?\b|e-?mail|alphabetical|conflict|interest/i;

/** Paragraphs, or many lines without a sign of an address; long lists of affiliations are neither. */
function opensText({ lines }: TextBlock, text: string): boolean {
  if (countSentenceEnds(text) >= 2 && !remark.test(text.slice(0, 200))) return true;
  if (isProse(text) && !remark.test(text) && /(?:\p{Ll}+ ){4}/u.test(text) && !/@|\d{5}/.test(text)) return true;
  return lines.length > 4 && !namesInstitution(text.slice(0, 160));
}

/** Whether most of what commas and gaps part in a block are names of people. */
export function looksLikeNames(block: TextBlock): boolean {
  const parts = block.lines
    .flatMap((line) => line.fragments.map((fragment) => fragment.pieces.filter(({ script }) => script === 'base')))
    .flatMap((pieces) => splitNames(pieces.map(({ text, space }) => (space ? ` ${text}` : text)).join('')));
  const names = parts.filter(isPersonName).length;
  return names > 0 && names >= 0.5 * parts.length;
}
