import type { DraftBlock, DraftSection } from '../../../document/draft.ts';
import { childElements, childNamed, childrenNamed, collapse, rawText, type XmlElement } from '../../xml/tree.ts';
import { readAbstracts } from '../front/abstracts.ts';
import type { JatsContext } from '../context.ts';
import { subArticleNames } from '../references/reference-index.ts';

const floatNames = ['floats-group', 'floats-wrap'];

/** Body, back matter, floats and sub-articles of an article or sub-article, in this order. */
export function readArticleText(article: XmlElement, context: JatsContext): DraftBlock[] {
  const parts = ['body', 'back'].flatMap((name) => childrenNamed(article, name));
  const blocks = parts.flatMap((part) => context.blocks(part));
  blocks.push(...placeFloats(article, blocks, context));
  for (const child of childrenNamed(article, ...subArticleNames)) blocks.push(readSubArticle(child, context));
  return blocks;
}

/** Figures and tables gathered at the end of the file belong to the section that mentions them first. */
function placeFloats(article: XmlElement, blocks: readonly DraftBlock[], context: JatsContext): DraftBlock[] {
  const last = blocks.findLast((block): block is DraftSection => block.type === 'section');
  const homeless: DraftBlock[] = [];
  for (const float of childrenNamed(article, ...floatNames).flatMap(childElements)) {
    const home = context.mentionedIn.get(float.attributes.id ?? '') ?? last;
    const read = context.blocks({ name: 'floats-group', attributes: {}, children: [float] });
    (home?.blocks ?? homeless).push(...read);
  }
  return homeless;
}

/** A decision letter, a reply, a commentary: a section of its own under its own title. */
function readSubArticle(element: XmlElement, context: JatsContext): DraftSection {
  const outer = { scope: context.scope, section: context.section };
  const front = childNamed(element, 'front-stub', 'front');
  const meta = childNamed(front, 'article-meta') ?? front;
  const heading = context.flow();
  const section: DraftSection = { type: 'section', heading: { text: '', marks: [] }, blocks: [] };
  context.scope = context.references.scopeOf(element);
  context.section = section;
  const title = childNamed(childNamed(meta, 'title-group') ?? meta, 'article-title');
  if (title) context.appendChildren(title, heading);
  section.heading = context.finish(heading);
  const abstract = readAbstracts(meta, context);
  section.blocks.push(
    ...heading.lifted,
    ...abstract.paragraphs,
    ...abstract.lifted,
    ...readArticleText(element, context),
  );
  const told = ['title-group', 'article-title', 'abstract', 'trans-abstract'];
  for (const child of [...childElements(meta), ...(meta === front ? [] : childrenNamed(front, 'journal-meta'))]) {
    if (!told.includes(child.name)) {
      context.findings.dropped('metadata of sub-articles', collapse(rawText(child)).length);
    }
  }
  Object.assign(context, outer);
  return section;
}
