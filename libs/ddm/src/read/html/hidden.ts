import { element } from '../xml/element.ts';
import { hidden } from '../jats/text/hidden.ts';
import { hidesText } from '../xml/hidden-style.ts';
import { isElement, plainText, rawText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { words } from '../xml/names.ts';
import { cssRules } from './css-rules.ts';

/** Classes by which pages hide text from the eye and leave it to screen readers. */
const unseenClasses = new Set(
  words('sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only d-none'),
);
/** Words from which on what is kept from screen readers is more than a sign or a formula. */
const fewWords = 5;
/** Where formulas are drawn, they are also told in words. */
const mathClass = /\b(?:katex|mjx|mathjax|math|ltx_)/i;

/** Whether a page does not show an element. */
export function isHidden(source: XmlElement): boolean {
  const { name, attributes } = source;
  if (name.startsWith('mml:')) return false;
  if (attributes.hidden !== undefined || hidesText(attributes.style ?? '')) return true;
  const classes = attributes.class ?? '';
  if (classes.split(/\s+/).some((each) => unseenClasses.has(each))) return true;
  // Some people see it and some do not: nobody can rely on it.
  return (
    attributes['aria-hidden'] === 'true' && !mathClass.test(classes) && plainText(source).split(' ').length >= fewWords
  );
}

/** Text to be flagged as hidden. */
export function hiddenText(text: string): XmlNode {
  return element(hidden, {}, [text]);
}

/** Marks the elements that the style sheets of a page hide by name, class or id, as if it said so of each. */
export function withHiddenByRules(root: XmlElement): XmlElement {
  const selectors = hidingSelectors(root);
  return selectors.size === 0 ? root : mark(root, selectors);
}

function mark(source: XmlElement, selectors: ReadonlySet<string>): XmlElement {
  const { name, attributes, children } = source;
  const classes = (attributes.class ?? '').split(/\s+/).filter((each) => each !== '');
  const own = [
    name,
    ...(attributes.id === undefined ? [] : [`#${attributes.id}`]),
    ...classes.flatMap((each) => [`.${each}`, `${name}.${each}`]),
  ];
  return {
    name,
    attributes: own.some((selector) => selectors.has(selector)) ? { ...attributes, hidden: '' } : attributes,
    children: children.map((child) => (isElement(child) ? mark(child, selectors) : child)),
  };
}

/** Simple selectors of rules that hide text on a screen. Rules of print and other media are not looked into. */
function hidingSelectors(root: XmlElement): Set<string> {
  const found = new Set<string>();
  const visit = (source: XmlElement): void => {
    if (source.name === 'style') {
      for (const { selectors, style } of cssRules(rawText(source))) {
        if (!hidesText(style)) continue;
        for (const selector of selectors.split(',')) {
          if (/^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i.test(selector.trim())) found.add(selector.trim());
        }
      }
    }
    for (const child of source.children) if (isElement(child)) visit(child);
  };
  visit(root);
  // What hides everything is undone elsewhere, by a script or another rule.
  for (const whole of ['html', 'body', 'article', 'main', 'p', 'div', 'section', '']) found.delete(whole);
  return found;
}
