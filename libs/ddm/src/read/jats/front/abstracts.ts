import type { DraftBlock, DraftParagraph } from '../../../document/draft.ts';
import { childNamed, collapse, descendantsNamed, plainText, rawText, type XmlElement } from '../../xml/tree.ts';
import type { JatsContext } from '../context.ts';
import { withHeading } from '../text/paragraphs.ts';

/** Abstracts that repeat the paper for a table of contents, a screen or a cover; the latter are pictures. */
const short = /^(?:teaser|toc|precis|web-summary)/;
const pictured = /^(?:graphical|video|object-graphic|key-image)/;

export type Abstracts = { paragraphs: DraftParagraph[]; lifted: DraftBlock[] };

/**
 * The abstracts of an article in order, sections and all, as one list of paragraphs. A section's title is the run-in
 * heading of its first paragraph, and so is the title of any abstract after the first (author summary, highlights). A
 * short one, for a table of contents say, counts only where there is no other.
 */
export function readAbstracts(meta: XmlElement | undefined, context: JatsContext): Abstracts {
  const result: Abstracts = { paragraphs: [], lifted: [] };
  const kept = keptAbstracts(descendantsNamed(meta, 'abstract'));
  kept.forEach((element, i) => readAbstract(element, i === 0, context, result));
  for (const element of descendantsNamed(meta, 'abstract', 'trans-abstract').filter((each) => !kept.includes(each))) {
    const what = element.name === 'trans-abstract' ? 'translated abstracts' : 'graphical and short abstracts';
    context.findings.dropped(what, collapse(rawText(element)).length);
  }
  return result;
}

function keptAbstracts(abstracts: readonly XmlElement[]): XmlElement[] {
  const texts = abstracts.filter((abstract) => !pictured.test(typeOf(abstract)));
  const full = texts.filter((abstract) => !short.test(typeOf(abstract)));
  return full.length > 0 ? full : texts.slice(0, 1);
}

function readAbstract(element: XmlElement, isFirst: boolean, context: JatsContext, result: Abstracts): void {
  const own: DraftParagraph[] = [];
  flatten(context.blocks(element, undefined, ['title', 'label']), own, result.lifted);
  const title = context.flow();
  const source = childNamed(element, 'title');
  // The word "Abstract" over the abstract says nothing.
  if (source && !/^(?:abstract|summary)[.:]?$/i.test(plainText(source))) context.appendChildren(source, title);
  else if (!isFirst && !source) title.text.append(nameOfType(typeOf(element)));
  result.lifted.push(...title.lifted);
  for (const block of withHeading(own, context.finish(title), { kind: 'text' })) {
    if (block.type === 'paragraph') result.paragraphs.push(block);
  }
}

function typeOf(abstract: XmlElement): string {
  return abstract.attributes['abstract-type'] ?? '';
}

/** `author-summary` as people write it. */
function nameOfType(type: string): string {
  return type.replaceAll('-', ' ').replace(/^\p{L}/u, (first) => first.toUpperCase());
}

function flatten(blocks: readonly DraftBlock[], paragraphs: DraftParagraph[], lifted: DraftBlock[]): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') paragraphs.push(block);
    else if (block.type === 'section') {
      const inside: DraftParagraph[] = [];
      flatten(block.blocks, inside, lifted);
      for (const part of withHeading(inside, block.heading, { kind: 'text' })) {
        if (part.type === 'paragraph') paragraphs.push(part);
      }
    } else lifted.push(block);
  }
}
