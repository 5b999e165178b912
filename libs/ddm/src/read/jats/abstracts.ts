import type { DraftBlock, DraftParagraph } from '../../document/draft.ts';
import { childNamed, collapse, descendantsNamed, plainText, rawText, type XmlElement } from '../xml/tree.ts';
import type { JatsContext } from './context.ts';
import { withHeading } from './paragraphs.ts';

/** Abstracts that repeat the paper for a table of contents, a screen or a cover. */
const repeating = /^(?:graphical|teaser|toc|precis|web-summary|video|object-graphic|key-image)/;

export type Abstracts = { paragraphs: DraftParagraph[]; lifted: DraftBlock[] };

/**
 * The abstracts of an article in order, sections and all, as one list of paragraphs. A section's title is the run-in
 * heading of its first paragraph, and so is the title of any abstract after the first (author summary, highlights).
 */
export function readAbstracts(meta: XmlElement | undefined, context: JatsContext): Abstracts {
  const paragraphs: DraftParagraph[] = [];
  const lifted: DraftBlock[] = [];
  let first = true;
  for (const element of descendantsNamed(meta, 'abstract', 'trans-abstract')) {
    const type = element.attributes['abstract-type'] ?? '';
    if (element.name === 'trans-abstract' || repeating.test(type)) {
      const what = element.name === 'trans-abstract' ? 'translated abstracts' : 'graphical and short abstracts';
      context.findings.dropped(what, collapse(rawText(element)).length);
      continue;
    }
    const own: DraftParagraph[] = [];
    flatten(context.blocks(element, undefined, ['title', 'label']), own, lifted);
    const title = context.flow();
    const source = childNamed(element, 'title');
    // The word "Abstract" over the abstract says nothing.
    if (source && !/^(?:abstract|summary)[.:]?$/i.test(plainText(source))) context.appendChildren(source, title);
    else if (!first && !source) title.text.append(nameOfType(type));
    lifted.push(...title.lifted);
    for (const block of withHeading(own, context.finish(title), { kind: 'text' })) {
      if (block.type === 'paragraph') paragraphs.push(block);
    }
    first = false;
  }
  return { paragraphs, lifted };
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
