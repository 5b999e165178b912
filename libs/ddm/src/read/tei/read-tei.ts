import { DdmError } from '../../ddm-error.ts';
import type { DraftDocument } from '../../document/draft.ts';
import { withHiddenByStyle } from '../jats/text/hidden.ts';
import { readArticle } from '../jats/read-jats.ts';
import { completeReference } from '../references/complete-reference.ts';
import { element } from '../xml/element.ts';
import { parseXml } from '../xml/parse.ts';
import {
  attribute,
  childNamed,
  childrenNamed,
  descendantsNamed,
  plainText,
  type XmlElement,
  type XmlNode,
} from '../xml/tree.ts';
import { blockNames, readTeiBlocks } from './blocks.ts';
import { appendBoxed, placeBoxes, readPageSizes } from './boxes.ts';
import { readTeiFront } from './front.ts';
import { readTeiInlines } from './inlines.ts';
import { nameOf } from './people.ts';
import { placeFloats } from './place-floats.ts';
import type { TeiReaders } from './readers.ts';
import { rawReference, readTeiReferences } from './references.ts';
import { withLocalNames } from './tei-names.ts';

/**
 * Reads a paper in TEI: what GROBID makes of a PDF, and articles in TEI P5. It is brought into the form of a JATS
 * article and read as one; coordinates become boxes where the file gives the sizes of its pages.
 * @throws DdmError `ddm/not-tei`, and what `parseXml` throws
 */
export function readTei(bytes: Uint8Array): DraftDocument {
  const root = withHiddenByStyle(findPaper(withLocalNames(parseXml(bytes))));
  const header = childNamed(root, 'teiHeader');
  const text = childNamed(root, 'text');
  const sizes = readPageSizes(root);
  const article = articleOf(header, text);
  const draft = readArticle(article, 'tei', appendBoxed(sizes));
  placeBoxes(draft, article, sizes);
  placeRawReferences(draft, text);
  draft.references = draft.references.map(completeReference);
  reportUntold(draft, root, header, sizes.size > 0);
  return draft;
}

const readers: TeiReaders = { blocks: readTeiBlocks, inlines: readTeiInlines, isBlock: (name) => blockNames.has(name) };

/** The paper of a file: the root, or the only one of a corpus. */
function findPaper(root: XmlElement): XmlElement {
  const papers = root.name === 'teiCorpus' ? childrenNamed(root, 'TEI') : [root];
  const [paper] = papers;
  if (paper?.name !== 'TEI' || papers.length !== 1) {
    const held = papers.length === 1 ? '' : `, and it holds ${papers.length} papers`;
    throw new DdmError('ddm/not-tei', `The root element is “${root.name}”${held}.`);
  }
  if (!childNamed(paper, 'teiHeader') && !childNamed(paper, 'text')) {
    throw new DdmError('ddm/not-tei', 'The paper has neither a “teiHeader” nor a “text”.');
  }
  return paper;
}

function articleOf(header: XmlElement | undefined, text: XmlElement | undefined): XmlElement {
  const language = attribute(text, 'xml:lang') ?? attribute(header, 'xml:lang');
  const front = childNamed(text, 'front');
  const told = descendantsNamed(front, 'titlePart', 'div').filter(
    ({ name, attributes }) => name === 'titlePart' || attributes.type === 'abstract',
  );
  const parts = [...(front ? [without(front, told)] : []), ...childrenNamed(text, 'body', 'group')];
  return element('article', language === undefined ? {} : { 'xml:lang': language }, [
    readTeiFront(header, text, readers),
    ...(text
      ? [element('body', {}, placeFloats(parts.flatMap(({ children }) => readTeiBlocks(children, readers))))]
      : []),
    element('back', {}, [
      ...childrenNamed(text, 'back').flatMap(({ children }) => readTeiBlocks(children, readers)),
      element('ref-list', {}, text ? readTeiReferences(text) : []),
    ]),
  ]);
}

function without(parent: XmlElement, told: readonly XmlElement[]): XmlElement {
  return {
    ...parent,
    children: parent.children.flatMap((child): XmlNode[] =>
      typeof child === 'string' ? [child] : told.includes(child) ? [] : [without(child, told)],
    ),
  };
}

/** An entry as it was printed says more than one put together of its fields. */
function placeRawReferences(draft: DraftDocument, text: XmlElement | undefined): void {
  const entries = descendantsNamed(text, 'listBibl').flatMap((list) =>
    childrenNamed(list, 'bibl', 'biblStruct', 'biblFull'),
  );
  for (const [i, reference] of draft.references.entries()) {
    const raw = entries[i] && rawReference(entries[i]);
    if (raw !== undefined) reference.raw = raw;
  }
}

function reportUntold(draft: DraftDocument, root: XmlElement, header: XmlElement | undefined, hasSizes: boolean): void {
  const located = hasSizes ? 0 : countCoords(root);
  if (located > 0) {
    draft.findings.push({
      code: 'ddm/no-page-size',
      severity: 'info',
      message: 'Coordinates that could not be used: the file does not give the sizes of its pages.',
      amount: located,
    });
  }
  const people = descendantsNamed(childNamed(childNamed(header, 'fileDesc'), 'sourceDesc'), 'author');
  const nobodys = people.filter((person) => nameOf(person).length === 0 && plainText(person) !== '');
  if (nobodys.length > 0) {
    draft.findings.push({
      code: 'ddm/loose-affiliation',
      severity: 'info',
      message: `Affiliations that the file ties to nobody: ${nobodys.map(plainText).join('; ')}.`,
      amount: nobodys.length,
    });
  }
}

function countCoords(root: XmlElement): number {
  let count = root.attributes.coords === undefined ? 0 : 1;
  for (const child of root.children) if (typeof child !== 'string') count += countCoords(child);
  return count;
}
