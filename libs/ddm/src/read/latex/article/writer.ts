import { element } from '../../xml/element.ts';
import { isElement, type XmlElement, type XmlNode } from '../../xml/tree.ts';
import { hideNode } from './hidden.ts';

/**
 * Collects what is read: running text into paragraphs, paragraphs and other blocks into sections by their levels. A writer
 * of running text only (`isInline`) takes ends of paragraphs for spaces.
 */
export class Writer {
  readonly isInline: boolean;
  readonly #root: XmlNode[] = [];
  #open: { level: number; element: XmlElement }[] = [];
  #running: XmlNode[] = [];
  /** Whether what is written now is not shown. */
  hidden = false;

  constructor(isInline = false) {
    this.isInline = isInline;
  }

  /** Running text, or a unit amid it. */
  add(...nodes: XmlNode[]): void {
    for (const node of nodes) {
      if (!this.hidden) this.#running.push(node);
      else {
        const hidden = hideNode(node, this.#running.at(-1));
        if (hidden) this.#running.push(hidden);
      }
    }
  }

  /** The last piece of running text. */
  get last(): XmlNode | undefined {
    return this.#running.at(-1);
  }

  /** Takes back the white space written last: what follows leaves no mark in the text. */
  dropSpace(): void {
    while (typeof this.last === 'string' && this.last.trim() === '') this.#running.pop();
  }

  endParagraph(): void {
    if (this.isInline) {
      this.#running.push(' ');
      return;
    }
    const isEmpty = this.#running.every((node) => typeof node === 'string' && node.trim() === '');
    if (!isEmpty) this.#put(paragraphOf(this.#running));
    this.#running = [];
  }

  /** A unit of its own, which ends the paragraph. */
  block(...blocks: XmlElement[]): void {
    if (this.isInline) {
      for (const block of blocks) this.#running.push(' ', block, ' ');
      return;
    }
    this.endParagraph();
    for (const block of blocks) this.#put(block);
  }

  /** A unit that may stand amid a paragraph without ending it. */
  float(...floats: XmlElement[]): void {
    const isAmid = this.#running.some((node) => typeof node !== 'string' || node.trim() !== '');
    if (isAmid) this.#running.push(' ', ...floats, ' ');
    else this.block(...floats);
  }

  /** Begins a section; it holds all up to the next of its level or above. */
  section(level: number, section: XmlElement): void {
    if (this.isInline) {
      this.#running.push(' ', ...section.children.filter(isElement).flatMap(({ children }) => [...children, ' ']));
      return;
    }
    this.endParagraph();
    this.#open = this.#open.filter((open) => open.level < level);
    this.#put(section);
    this.#open.push({ level, element: section });
  }

  /** Ends all sections. */
  endSections(): void {
    this.endParagraph();
    this.#open = [];
  }

  finish(): XmlNode[] {
    if (this.isInline) return this.#running;
    this.endParagraph();
    return this.#root;
  }

  #put(block: XmlElement): void {
    (this.#open.at(-1)?.element.children ?? this.#root).push(block);
  }
}

/** A paragraph; one that holds floats only needs none around them. */
function paragraphOf(running: readonly XmlNode[]): XmlElement {
  return element('p', {}, running);
}
