import { element } from '../../xml/element.ts';
import { childNamed, isElement, plainText, type XmlElement, type XmlNode } from '../../xml/tree.ts';
import { BibliographyReader } from '../bibliography/bibliography-reader.ts';
import { isBiblatexList } from '../bibliography/biblatex-list.ts';
import { citationStyle, type CitationStyle } from '../bibliography/citation-style.ts';
import { Citations } from '../bibliography/citations.ts';
import type { ListEntry } from '../bibliography/entry.ts';
import { referenceList } from '../bibliography/read-references.ts';
import { Expander } from '../expand/expander.ts';
import { Notices } from '../expand/notices.ts';
import { SourceReader } from '../expand/source-reader.ts';
import { FrontMatter } from '../front/front-matter.ts';
import { declaredEncoding, decodeTex } from '../source/decode-tex.ts';
import type { SourceFiles } from '../source/source-files.ts';
import { buildTree } from '../tree/build-tree.ts';
import type { LatexNode } from '../tree/node.ts';
import { Colours } from './colours.ts';
import type { LatexContext } from './context.ts';
import { Counters } from './counters.ts';
import { Labels } from './labels.ts';
import { isKnownCommand, readBlocks, readCommand, readInline, readNodes } from './read-nodes.ts';
import { Writer } from './writer.ts';

/** A LaTeX source in the form of an article, and what else was learnt from it. */
export type Article = {
  root: XmlElement;
  context: LatexContext;
  entries: ListEntry[];
  style: CitationStyle;
  notices: Notices;
  /** Cross-references to labels that nothing has. */
  unresolved: number;
  /** Characters of comments. */
  comments: number;
};

/** @param refused names in the archive that were not read */
export function readArticle(files: SourceFiles, main: string, refused: readonly string[]): Article {
  const notices = new Notices();
  for (const name of refused) notices.add('ddm/outside-upload', name);
  const bytes = files.bytes(main) ?? new Uint8Array();
  const encoding = declaredEncoding(decodeTex(bytes).text.slice(0, 50_000));
  const sources = new SourceReader(files, main, notices, encoding);
  const expander = new Expander(sources, notices, isKnownCommand);
  const tokens = expander.run(sources.tokens(bytes, main), main);
  const context = contextOf(expander, sources, notices);
  const { preamble, body } = divide(buildTree(tokens, notices));
  readNodes(preamble, new Writer(), context);
  // What a preamble sets up is not printed.
  context.unknown.clear();
  context.dropped.clear();
  const writer = new Writer();
  readNodes(body, writer, context);
  readListFile(main, sources, expander, context);
  const blocks = takeAbstract(writer.finish(), context);
  const entries = context.bibliography.entries(context.citations.keys, context.citations.listsAll);
  const isLabelled = entries.some(
    ({ names, content, known }) => names !== undefined && content !== undefined && !known,
  );
  const style = citationStyle(expander.preamble, isLabelled, {
    setStyle: context.styleOptions,
    listStyle: context.bibliography.style,
  });
  context.citations.resolve(entries, style);
  const root = element('article', {}, [
    element('body', {}, blocks),
    element('back', {}, entries.length > 0 ? [referenceList(entries)] : []),
  ]);
  const { unresolved } = context.labels.resolve();
  return { root, context, entries, style, notices, unresolved, comments: sources.comments };
}

function contextOf(expander: Expander, sources: SourceReader, notices: Notices): LatexContext {
  const { preamble } = expander;
  const isRoman = preamble.usesLike(/^(?:IEEEtran|ieeeconf|revtex)/i);
  const hasChapters =
    preamble.usesLike(/^(?:book|report|scrbook|scrreprt|memoir)$/) &&
    !preamble.options(preamble.documentClass).includes('article');
  const counters = new Counters(isRoman ? 'roman' : 'decimal', hasChapters);
  if (preamble.uses('llncs')) counters.set('secnumdepth', 2);
  return {
    preamble,
    notices,
    counters,
    labels: new Labels(preamble.options('cleveref')),
    citations: new Citations(),
    bibliography: new BibliographyReader(sources, notices),
    front: new FrontMatter(),
    colours: new Colours(),
    unknown: new Map(),
    dropped: new Map(),
    styleOptions: [],
    float: undefined,
    onColour: false,
    listDepth: 0,
    read: { nodes: readNodes, command: readCommand, inline: readInline, blocks: readBlocks },
  };
}

/** What stands before the document and what in it; a source without one is all text. */
function divide(nodes: readonly LatexNode[]): { preamble: readonly LatexNode[]; body: readonly LatexNode[] } {
  const at = nodes.findIndex((node) => node.kind === 'environment' && node.name === 'document');
  const document = nodes[at];
  if (document?.kind !== 'environment') return { preamble: [], body: nodes };
  return { preamble: nodes.slice(0, at), body: document.children };
}

/** The list that BibTeX or biber wrote beside the main file, where the text does not hold one itself. */
function readListFile(main: string, sources: SourceReader, expander: Expander, context: LatexContext): void {
  if (context.bibliography.printed.length > 0) return;
  const base =
    main
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]+$/, '') ?? '';
  const others = sources.files.paths.filter((path) => path.endsWith('.bbl'));
  const found = sources.find(base, ['.bbl']);
  const [only] = others;
  const path = typeof found === 'object' ? found.path : others.length === 1 ? only : undefined;
  const bytes = typeof found === 'object' ? found.bytes : path === undefined ? undefined : sources.files.bytes(path);
  if (path === undefined || bytes === undefined) return;
  const text = sources.text(bytes, path);
  if (isBiblatexList(text)) context.bibliography.useBiblatexList(text);
  else {
    const tokens = expander.run(sources.tokens(bytes, path), path);
    readNodes(buildTree(tokens, context.notices), new Writer(), context);
  }
}

/** A section called “Abstract” is the abstract where there is no other. */
function takeAbstract(blocks: readonly XmlNode[], { front }: LatexContext): XmlNode[] {
  const at = blocks.findIndex(
    (block) => isElement(block) && block.name === 'sec' && /^abstract$/i.test(plainText(childNamed(block, 'title'))),
  );
  const section = blocks[at];
  if (!isElement(section) || front.abstract.length > 0) return [...blocks];
  front.abstract.push(
    ...section.children.filter((child) => !isElement(child) || !['label', 'title'].includes(child.name)),
  );
  return blocks.filter((_, i) => i !== at);
}
