import { element } from '../xml/element.ts';
import { words } from '../xml/names.ts';
import { isElement, plainText, rawText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { texToMathml } from '../tex-math/tex-to-mathml.ts';
import type { HtmlContext } from './context.ts';
import { hiddenText, isHidden } from './hidden.ts';
import { mergeLinks } from './merge-links.ts';
import { readNote } from './notes.ts';
import { hasClass } from './selectors.ts';

const styles: Readonly<Record<string, string>> = {
  em: 'italic',
  i: 'italic',
  var: 'italic',
  dfn: 'italic',
  strong: 'bold',
  b: 'bold',
  sup: 'sup',
  sub: 'sub',
  code: 'monospace',
  kbd: 'monospace',
  samp: 'monospace',
  tt: 'monospace',
  u: 'underline',
  s: 'strike',
  del: 'strike',
};

const apart = new Set(words('p div li td th tr br hr h1 h2 h3 h4 h5 h6 dt dd blockquote pre section figcaption'));

/** Running text of a page as that of an article. */
export function readHtmlInlines(nodes: readonly XmlNode[], context: HtmlContext): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if (!isElement(node)) return context.hidden && /\S/.test(node) ? [hiddenText(node)] : [node];
    return readInline(node, isHidden(node) ? { ...context, hidden: true } : context);
  });
}

function readInline(source: XmlElement, context: HtmlContext): XmlNode[] {
  const { name, attributes } = source;
  const inner = (): XmlNode[] => readHtmlInlines(source.children, context);
  if (name === 'mml:math') return [readMath(source)];
  if (name === 'script') return [texFormula(rawText(source), /display/.test(attributes.type ?? ''))];
  if (name === 'a') return readLink(source, context);
  if (name === 'img') return readImage(source, context);
  if (name === 'q') return ['“', ...inner(), '”'];
  if (name === 'cite' || hasClass(source, 'citation')) return mergeLinks(inner());
  if (hasClass(source, 'ltx_note')) return readNote(source, context);
  if (hasClass(source, 'math') && /^\s*\\[([]/.test(rawText(source))) {
    return [texFormula(rawText(source), /^\s*\\\[/.test(rawText(source)))];
  }
  if (hasClass(source, 'ltx_note_outer', 'ltx_ERROR') && plainText(source) === '') return [];
  const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
  // A style that spoils a word ("<b></b>") is not needed where there is no text.
  if (style !== undefined) return [element(style === 'strike' ? 'roman' : style, {}, inner())];
  return apart.has(name) ? [' ', ...inner(), ' '] : inner();
}

/** MathML as it is; where a page has only the alternative text of a formula, this as TeX. */
export function readMath(source: XmlElement): XmlElement {
  const { alttext = '', display, class: classes = '' } = source.attributes;
  const isBlock = display === 'block' || /\bdisplay\b/.test(classes);
  if (plainText(source) === '' && alttext !== '') return texFormula(alttext, isBlock);
  return element(isBlock ? 'disp-formula' : 'inline-formula', {}, [source]);
}

export function texFormula(source: string, display: boolean): XmlElement {
  const tex = source
    .trim()
    .replace(/^\\[([]|\\[)\]]$/g, '')
    .replace(/%\s*<!\[CDATA\[|%\s*\]\]>/g, '')
    .trim();
  const content = texToMathml(tex, display) ?? element('tex-math', {}, [tex]);
  return element(display ? 'disp-formula' : 'inline-formula', {}, [content]);
}

function readLink(source: XmlElement, context: HtmlContext): XmlNode[] {
  const { href = '', role = '' } = source.attributes;
  const inner = readHtmlInlines(source.children, context);
  const id = href.startsWith('#') ? decode(href.slice(1)) : undefined;
  if (id === undefined) {
    return /^(?:https?|ftp|mailto):/i.test(href) ? [element('ext-link', { 'xlink:href': href }, inner)] : inner;
  }
  const entry = context.entries.get(id);
  if (entry !== undefined) return [element('xref', { 'ref-type': 'bibr', rid: entry }, inner)];
  if (role === 'doc-biblioref') return [element('xref', { 'ref-type': 'bibr', rid: id }, inner)];
  const note = context.notes.get(id);
  if (note) return [element('xref', { 'ref-type': 'fn', rid: id }, inner)];
  // A mark that leads back from a note or an entry to the text says nothing.
  if (/^[\s↩^↑⏎]*\ufe0e?$/u.test(plainText(source)) || role === 'doc-backlink') return [];
  return [element('xref', { 'ref-type': 'other', rid: id }, inner)];
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function readImage(source: XmlElement, context: HtmlContext): XmlNode[] {
  const { alt = '' } = source.attributes;
  if (hasClass(source, 'ltx_Math', 'tex', 'math', 'mwe-math-fallback-image-inline')) return [texFormula(alt, false)];
  context.alternatives.characters += alt.trim().length;
  return [];
}
