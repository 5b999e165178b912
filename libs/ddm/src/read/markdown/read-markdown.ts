import type { FootnoteDefinition, Root } from 'mdast';
import type { DraftDocument, DraftParagraph } from '../../document/draft.ts';
import { JatsContext } from '../jats/context.ts';
import { ReferenceIndex } from '../jats/references/reference-index.ts';
import { readReference } from '../jats/references/references.ts';
import { readArticleText } from '../jats/text/article-text.ts';
import { readBlocks } from '../jats/text/blocks.ts';
import { appendNode } from '../jats/text/inline.ts';
import { element } from '../xml/element.ts';
import { completeReference } from '../references/complete-reference.ts';
import { rawText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { decodeText } from './decode-text.ts';
import { type Companion, readBibliography, tellBibliography } from './front/companion-bibliography.ts';
import { readAuthors } from './front/contributors.ts';
import { type FrontMatter, takeFrontMatter } from './front/front-matter.ts';
import { placeFront } from './front/placed-front.ts';
import { readPublication } from './front/publication.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { takeColumnTables } from './source/column-tables.ts';
import { takeFirstVersions } from './source/conflict-markers.ts';
import { protect } from './source/protect.ts';
import { ProtectedParts, withoutPlaceholders } from './source/protected.ts';
import { readMarkdownBlocks } from './tree/blocks.ts';
import { citedKeys, Citations } from './tree/citations.ts';
import type { MarkdownContext, Notice } from './tree/context.ts';
import { readLooseFootnotes } from './tree/footnotes.ts';
import { readInlines } from './tree/inlines.ts';
import { Labels } from './tree/labels.ts';
import { referenceList, takeReferenceList } from './tree/reference-list.ts';
import { readSections } from './tree/sections.ts';

/** The largest file that is read, in bytes: far above any paper, and some seconds of parsing. */
const largest = 2 * 1024 * 1024;

/**
 * Reads a paper in pandoc's Markdown, with the front matter of the journals of Open Journals. It is brought into the form
 * of a JATS article and read as one, so that both formats of a paper read alike.
 * @param companion gives the bibliography that the front matter names; without it citations lead nowhere
 * @throws DdmError `ddm/too-large`, `ddm/malformed-text`, `ddm/too-deep`, `ddm/too-many-elements`
 */
export function readMarkdown(bytes: Uint8Array, options: { companion?: Companion } = {}): DraftDocument {
  const { fields, fault, body } = takeFrontMatter(withoutPlaceholders(decodeText(bytes, largest)));
  const notices: Notice[] = [];
  if (fault) notices.push(tellFault(fault));
  const parts = new ProtectedParts();
  const text = prepare(body, parts, notices);
  const root = parseMarkdown(text);
  const bibliography = readBibliography(fields.bibliography, options.companion, notices);
  const front = placeFront(root, typeof fields.title === 'string');
  const { rest, entries } = takeReferenceList(front.rest);
  const context: MarkdownContext = {
    parts,
    citations: new Citations(bibliography, citedKeys(parts.restore(text)), fields.bibliography !== undefined),
    labels: new Labels(),
    footnotes: footnotesOf(root),
    noteNumbers: new Map(),
    notices,
    numbered: new Set(entries.flatMap(({ label }) => label ?? [])),
    readers: { blocks: readMarkdownBlocks, inlines: readInlines, fragment: readFragment },
  };
  const title = front.title ? readInlines(front.title.children, context) : readField(fields.title, context);
  const abstract =
    front.abstract.length > 0 ? readMarkdownBlocks(front.abstract, context) : readField(fields.abstract, context);
  const article = element('article', {}, [
    element('body', {}, readSections(rest, context)),
    element('back', {}, [
      element('fn-group', {}, readLooseFootnotes(context)),
      ...(entries.length > 0 ? [referenceList(entries, context)] : []),
    ]),
  ]);
  for (const key of nocited(fields.nocite, bibliography?.keys ?? [])) context.citations.include(key);
  const { unresolved } = context.labels.resolve();
  if (unresolved > 0) {
    notices.push((findings) =>
      findings.count('ddm/dangling-label', 'warning', 'Cross-references to labels that nothing has.', unresolved),
    );
  }
  if (bibliography) notices.push(...tellBibliography(bibliography, context.citations.entries.length));
  return readAsArticle(article, { title, abstract, fields, context });
}

type Front = { title: XmlNode[]; abstract: XmlNode[]; fields: FrontMatter['fields']; context: MarkdownContext };

function readAsArticle(article: XmlElement, { title, abstract, fields, context }: Front): DraftDocument {
  const jats = new JatsContext(new ReferenceIndex(article), { blocks: readBlocks, append: appendNode });
  for (const notice of context.notices) notice(jats.findings);
  const titleText = plain(title, jats);
  if (titleText === '') jats.findings.count('ddm/no-title', 'warning', 'The paper has no title.');
  const abstractBlocks = jats.blocks(element('abstract', {}, abstract));
  const blocks = readArticleText(article, jats);
  return {
    format: 'markdown',
    ...readPublication(fields, jats.findings),
    title: titleText,
    abstract: abstractBlocks.filter((block): block is DraftParagraph => block.type === 'paragraph'),
    contributors: readAuthors(fields, (label) => noteText(label, context)),
    blocks: [...abstractBlocks.filter(({ type }) => type !== 'paragraph'), ...blocks],
    references: [
      ...context.citations.entries.map(({ reference }) => reference),
      ...jats.references.entries.map((entry) => completeReference(readReference(entry, jats))),
    ],
    findings: jats.findings.list(),
  };
}

/** The source as Markdown takes it, with what it would misread kept apart. */
function prepare(body: string, parts: ProtectedParts, notices: Notice[]): string {
  const { text, conflicts, leftOut } = takeFirstVersions(body);
  if (conflicts > 0) {
    notices.push((findings) => {
      findings.count(
        'ddm/merge-conflict',
        'warning',
        'Conflicts of a merge in the text; the first version was read.',
        conflicts,
      );
      findings.dropped('second versions of a merge', leftOut);
    });
  }
  return protect(takeColumnTables(text, parts), parts);
}

function readFragment(source: string, context: MarkdownContext): XmlNode[] {
  const root = parseMarkdown(protect(source.trim(), context.parts));
  return root.children.flatMap((node, i) => {
    const nodes = node.type === 'paragraph' ? readInlines(node.children, context) : readMarkdownBlocks([node], context);
    return i === 0 ? nodes : [' ', ...nodes];
  });
}

function readField(value: unknown, context: MarkdownContext): XmlNode[] {
  return typeof value === 'string' ? readFragment(withoutPlaceholders(value), context) : [];
}

function plain(nodes: XmlNode[], context: JatsContext): string {
  const flow = context.flow();
  context.appendChildren(element('title', {}, nodes), flow, ['fn']);
  return flow.text.build().text;
}

function footnotesOf(root: Root): Map<string, FootnoteDefinition> {
  const definitions = root.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition');
  return new Map(definitions.map((definition) => [definition.identifier, definition]));
}

function noteText(label: string, context: MarkdownContext): string | undefined {
  const definition = context.footnotes.get(label.toLowerCase());
  const paragraph = definition?.children.find((child) => child.type === 'paragraph');
  return paragraph && readInlines(paragraph.children, context).map(rawText).join('');
}

function nocited(field: unknown, all: readonly string[]): string[] {
  if (typeof field !== 'string') return [];
  return field.includes('@*') ? [...all] : citedKeys(field);
}

function tellFault({ message, characters }: NonNullable<FrontMatter['fault']>): Notice {
  return (findings) =>
    findings.count('ddm/malformed-front-matter', 'warning', `The front matter is not YAML: ${message}.`, characters);
}
