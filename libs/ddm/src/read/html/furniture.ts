import { words } from '../xml/names.ts';
import { childElements, collapse, rawText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { find, findAll, hasClass } from './selectors.ts';

/** Characters that were left out, by what they were. */
export type LeftOut = Map<string, number>;

const code = new Set(words('script style template'));
const controls = new Set(
  words('form button input select textarea label option iframe object embed audio video canvas dialog menu'),
);
const furnitureRoles = new Set(words('navigation banner contentinfo search menu menubar toolbar dialog complementary'));
const furnitureClass =
  /(?:^|[\s_-])(?:cookie|breadcrumbs?|share|sharing|social|sidebar|navbar|nav|toc|table-of-contents|TOC|related-articles|recommendations?|advert|ads|skip-link|page[-_]footer|page[-_]header|page[-_]navbar|download-links|metrics)(?:$|[\s_-])/;

/** The part of a page that holds the paper: the article or main part with the most text, else the body. */
export function paperPart(root: XmlElement): XmlElement {
  const document = find(root, (element) => hasClass(element, 'ltx_document'));
  if (document) return document;
  const body = childElements(root).find(({ name }) => name === 'body') ?? root;
  const candidates = findAll(
    body,
    ({ name, attributes }) => name === 'article' || name === 'main' || attributes.role === 'main',
  );
  const inner = candidates.flatMap((candidate) => {
    const articles = candidate.name === 'article' ? [] : findAll(candidate, ({ name }) => name === 'article');
    return articles.length === 1 ? articles : [candidate];
  });
  const length = (element: XmlElement): number => rawText(element).length;
  const largest = inner.reduce<XmlElement | undefined>(
    (best, part) => (best && length(best) >= length(part) ? best : part),
    undefined,
  );
  return largest && length(largest) * 3 > length(stripped(body)) ? largest : body;
}

function stripped(body: XmlElement): XmlElement {
  return withoutFurniture(body, new Map());
}

/** A part of a page without scripts, controls and navigation; their text is counted. */
export function withoutFurniture(part: XmlElement, leftOut: LeftOut, depth = 0): XmlElement {
  return {
    ...part,
    children: part.children.flatMap((child): XmlNode[] => {
      if (typeof child === 'string') return [child];
      const kind = kindOf(child, depth);
      if (kind === undefined) return [withoutFurniture(child, leftOut, depth + 1)];
      const characters = collapse(rawText(child)).length;
      if (characters > 0) leftOut.set(kind, (leftOut.get(kind) ?? 0) + characters);
      return [];
    }),
  };
}

function kindOf(element: XmlElement, depth: number): string | undefined {
  const { name, attributes } = element;
  if (name === 'script' && attributes.type?.startsWith('math/tex') === true) return undefined;
  if (code.has(name)) return 'scripts and styles';
  if (controls.has(name)) return 'forms and embedded media';
  if (name.startsWith('svg:')) return 'drawings';
  // A header inside an article holds its title; one of the page stands beside the headings.
  const ofPage = name === 'header' && !find(element, (inner) => inner.name === 'h1');
  const paperLike =
    hasClass(element, 'ltx_page_main', 'ltx_page_content', 'ltx_document') ||
    attributes.role?.startsWith('doc-') === true;
  if (paperLike) return undefined;
  if (name === 'nav' || name === 'footer' || ofPage) return 'navigation and page furniture';
  if (furnitureRoles.has(attributes.role ?? '')) return 'navigation and page furniture';
  const classes = `${attributes.class ?? ''} ${attributes.id ?? ''}`;
  return depth < 12 && furnitureClass.test(classes) && /^(?:div|ul|ol|section|aside|span|p)$/.test(name)
    ? 'navigation and page furniture'
    : undefined;
}
