import { headingNumber } from '../pdf/structure/heading-number.ts';
import { element } from '../xml/element.ts';
import { childElements, isElement, plainText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { isBlock, readHtmlBlocks } from './blocks.ts';
import type { HtmlContext } from './context.ts';
import { isHidden } from './hidden.ts';
import { readHtmlInlines } from './inlines.ts';
import { find, hasClass, without } from './selectors.ts';

type Open = { level: number; section: XmlElement };

/** The text of a page as sections inside each other: by the levels of its headings, and by the ends of its sections. */
export function readHtmlSections(paper: XmlElement, context: HtmlContext): XmlNode[] {
  return new SectionReader(context).read(paper);
}

class SectionReader {
  readonly #top: XmlNode[] = [];
  readonly #open: Open[] = [];
  #context: HtmlContext;
  #run: XmlNode[] = [];

  constructor(context: HtmlContext) {
    this.#context = context;
  }

  read(paper: XmlElement): XmlNode[] {
    this.#walk(paper);
    this.#flush();
    return this.#top;
  }

  #walk(parent: XmlElement): void {
    for (const child of parent.children) {
      if (isElement(child) && isHeading(child)) this.#heading(child);
      else if (isElement(child) && isBlock(child) && holdsHeading(child)) this.#enter(child);
      else this.#run.push(child);
    }
  }

  /** What follows a section element belongs to what stood open before it. */
  #enter(child: XmlElement): void {
    const outer = this.#context;
    this.#flush();
    const before = this.#open.length;
    if (isHidden(child)) this.#context = { ...outer, hidden: true };
    this.#walk(child);
    this.#flush();
    const isSection = child.name === 'section' || hasClass(child, 'section', 'sec');
    if (isSection) this.#open.length = Math.min(this.#open.length, before);
    this.#context = outer;
  }

  #heading(source: XmlElement): void {
    this.#flush();
    const level = Number(source.name.slice(1));
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
    const section = this.#section(source);
    this.#place.push(section);
    this.#open.push({ level, section });
  }

  #section(source: XmlElement): XmlElement {
    const tag = find(source, (inner) => hasClass(inner, 'ltx_tag', 'section-number', 'header-section-number', 'secno'));
    const context = isHidden(source) ? { ...this.#context, hidden: true } : this.#context;
    const title = readHtmlInlines((tag ? without(source, (inner) => inner === tag) : source).children, context);
    const printed = tag ? undefined : headingNumber(plainText(source));
    const isNumber = printed !== undefined && /^\d/.test(printed.number) && typeof title[0] === 'string';
    const number = tag ? plainText(tag).replace(/^(?:Section|Appendix)\s+/i, '') : isNumber ? printed.number : '';
    const text =
      isNumber && typeof title[0] === 'string'
        ? [headingNumber(title[0].trimStart())?.title ?? title[0], ...title.slice(1)]
        : title;
    const isAcknowledgement = /^acknowledge?ments?$/i.test(plainText(source));
    return element(isAcknowledgement ? 'ack' : 'sec', {}, [
      ...(number === '' ? [] : [element('label', {}, [number])]),
      element('title', {}, text),
    ]);
  }

  get #place(): XmlNode[] {
    return this.#open.at(-1)?.section.children ?? this.#top;
  }

  #flush(): void {
    this.#place.push(...readHtmlBlocks(this.#run, this.#context));
    this.#run = [];
  }
}

/** Headings of theorems, captions and the like begin no section. */
function isHeading(source: XmlElement): boolean {
  return (
    /^h[1-6]$/.test(source.name) && !hasClass(source, 'ltx_title_theorem', 'ltx_title_proof', 'ltx_title_abstract')
  );
}

/** Quotations, lists, figures and tables keep their headings inside. */
function holdsHeading(source: XmlElement): boolean {
  const keeps = /^(?:figure|table|ul|ol|dl|blockquote|pre|p)$/.test(source.name);
  if (keeps || hasClass(source, 'ltx_theorem', 'ltx_proof')) return false;
  return childElements(source).some((child) => isHeading(child) || (isBlock(child) && holdsHeading(child)));
}
