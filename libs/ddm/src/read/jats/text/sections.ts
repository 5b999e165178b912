import type { Role } from '@askg/contract';
import type { DraftBlock, DraftSection } from '../../../document/draft.ts';
import { childNamed, type XmlElement } from '../../xml/tree.ts';
import type { JatsContext } from '../context.ts';
import { labelOf } from './labels.ts';
import { roleOf } from './roles.ts';

/**
 * A section of what stands in an element: heading from its title, number from its label. Notes and other units met in
 * the title become its first blocks.
 */
export function readSection(element: XmlElement, context: JatsContext, role?: Role): DraftSection {
  return sectionOf(element, context, {
    ...(childNamed(element, 'title') ? { title: childNamed(element, 'title') as XmlElement } : {}),
    role: role ?? roleOf(element.attributes['sec-type']),
    skip: ['label', 'title'],
  });
}

type SectionParts = { title?: XmlElement; role?: Role | undefined; skip: readonly string[] };

function sectionOf(element: XmlElement, context: JatsContext, parts: SectionParts): DraftSection {
  const heading = context.flow();
  const number = labelOf(element);
  const section: DraftSection = {
    type: 'section',
    ...(number === undefined ? {} : { number }),
    heading: { text: '', marks: [] },
    ...(parts.role === undefined ? {} : { role: parts.role }),
    blocks: [],
  };
  const outer = context.section;
  context.section = section;
  if (parts.title) context.appendChildren(parts.title, heading);
  section.heading = context.finish(heading);
  section.blocks.push(...heading.lifted, ...context.blocks(element, undefined, parts.skip));
  context.section = outer;
  return section;
}

/**
 * Boxed text is a section: its heading is its title, or that of its caption. A box without either is only a frame around
 * what belongs to the section that it stands in.
 */
export function readBox(element: XmlElement, context: JatsContext): DraftBlock[] {
  const caption = childNamed(element, 'caption');
  const title = childNamed(element, 'title') ?? childNamed(caption, 'title');
  if (!title && !caption && !childNamed(element, 'label')) return context.blocks(element);
  const content: XmlElement = {
    ...element,
    // What a caption holds besides its title is the first text of the box.
    children: element.children.flatMap((child) =>
      child === caption ? (caption?.children.filter((inner) => inner !== title) ?? []) : [child],
    ),
  };
  return [sectionOf(content, context, { ...(title ? { title } : {}), skip: title ? ['label', 'title'] : ['label'] })];
}
