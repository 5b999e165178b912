import { inferRole } from '../../../enrich/section-roles.ts';
import { type Block, firstLine, plainText, styleOf, type TextBlock } from '../blocks/block.ts';
import type { Heading } from '../structure/find-headings.ts';
import { headingNumber } from '../structure/heading-number.ts';
import { countSentenceEnds, isProse } from '../structure/prose.ts';
import { headerTokens } from './marked-text.ts';
import { isPersonName, namesInstitution, splitNames } from './person-names.ts';

/** Blocks of the head of a paper: what stands above the title, between it and the text, and the first block of the text. */
export type Header = { above: TextBlock[]; below: TextBlock[] };

/** Letters that a line above a title has at most: the kind of a paper, a journal, a date. */
const longestLineAbove = 160;

/**
 * Names, affiliations, addresses: everything between the title and the first heading or paragraph. Long lists of authors
 * go on over the first page, as long as nothing but names and places of work comes.
 */
export function findHeader(
  blocks: readonly Block[],
  title: readonly TextBlock[],
  headings: ReadonlyMap<TextBlock, Heading>,
): Header {
  const [first] = title;
  const last = title.at(-1);
  if (!first || !last) return { above: [], below: [] };
  const texts = blocks.filter((block): block is TextBlock => block.kind === 'text');
  const above = texts.slice(0, texts.indexOf(first)).filter((block) => firstLine(block).page === 1);
  const name = textOf(title);
  const below: TextBlock[] = [];
  for (const block of texts.slice(texts.indexOf(last) + 1)) {
    if (title.includes(block)) continue;
    // After authors that fill pages the title is printed once more.
    if (textOf([block]) === name) {
      above.push(block);
      continue;
    }
    const isMarked = below[0] !== undefined && opensWithMarker(block) && isSmaller(block, below[0]);
    if (!isMarked && (endsHeader(block, headings) || (firstLine(block).page > 1 && !goesOn(block)))) break;
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

function textOf(blocks: readonly TextBlock[]): string {
  return blocks.map(plainText).join(' ').replaceAll(/\s+/g, ' ').toLowerCase();
}

/** A list of places of work, however long: it opens with the marker of the first of them, in smaller letters than names. */
function opensWithMarker(block: TextBlock): boolean {
  const [first, next] = headerTokens([block]);
  return first?.kind === 'marker' && next?.kind === 'text';
}

function isSmaller(block: TextBlock, names: TextBlock): boolean {
  return styleOf(block.lines).size < 0.97 * styleOf(names.lines).size;
}

/** What a header has on pages after the first one. */
function goesOn(block: TextBlock): boolean {
  return looksLikeNames(block) || namesInstitution(plainText(block).slice(0, 160));
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
