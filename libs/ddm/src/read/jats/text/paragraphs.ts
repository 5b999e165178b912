import type { DraftBlock, DraftParagraph, DraftText } from '../../../document/draft.ts';
import type { Flow, JatsContext, ParagraphStyle } from '../context.ts';

/** The paragraph of a flow, if it holds more than a formula, then the units that were met in it. */
export function paragraphOf(flow: Flow, context: JatsContext, style: ParagraphStyle): DraftBlock[] {
  const content = context.finish(flow);
  const cites = content.marks.some(({ kind }) => kind === 'citation');
  const paragraph: DraftBlock[] =
    flow.hasOwnText && (content.text !== '' || cites) ? [plainParagraph(content, style)] : [];
  return [...paragraph, ...flow.lifted];
}

function plainParagraph(content: DraftText, style: ParagraphStyle): DraftParagraph {
  return { type: 'paragraph', ...style, content };
}

/**
 * Gives the first paragraph of some blocks a run-in heading. A heading that cites, or that has no paragraph to run
 * into, is a paragraph of its own: a heading carries no marks.
 */
export function withHeading(blocks: DraftBlock[], heading: DraftText, style: ParagraphStyle): DraftBlock[] {
  if (heading.text === '') return blocks;
  const cites = heading.marks.some(({ kind }) => kind === 'citation');
  const first = blocks.find((block) => block.type === 'paragraph');
  if (cites || !first || first.content.text === '' || first.kind === 'code') {
    return [plainParagraph(heading, style), ...blocks];
  }
  first.heading = first.heading === undefined ? heading.text : `${heading.text}: ${first.heading}`;
  return blocks;
}
