import { element } from '../../xml/element.ts';
import type { XmlNode } from '../../xml/tree.ts';
import { plainTextOf } from '../article/node-text.ts';
import { type CommandReader, drop, type LatexContext } from '../article/context.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { EnvironmentNode, LatexNode } from '../tree/node.ts';
import { rawTextOf } from '../tree/plain.ts';
import type { CitationForm, CitationGroup } from './citations.ts';
import { parseNatbibLabel } from './natbib-label.ts';

const forms: Readonly<Record<CitationForm, string>> = {
  plain: 'cite Cite citen citenum onlinecite smartcite Smartcite citeA shortciteA',
  bracketed:
    'citep Citep parencite Parencite autocite Autocite cites parencites autocites footcite footcites footcitetext fullcite footfullcite',
  textual: 'citet Citet textcite Textcite newcite textcites shortcites citeauthoryear',
  bare: 'citealp Citealp',
  'bare-textual': 'citealt Citealt',
  author: 'citeauthor Citeauthor citefullauthor citeauthor*',
  year: 'citeyear citedate citeyear*',
  'bracketed-year': 'citeyearpar shortcite',
  raised: 'supercite textsupercite',
};

const cite =
  (form: CitationForm): CommandReader =>
  (cursor, writer, context, node) => {
    cursor.star();
    // `\cites(pre)(post)[p]{a}[q]{b}`: each work has notes of its own.
    cursor.skipParentheses();
    const groups: CitationGroup[] = [];
    const inline = (nodes: LatexNode[] | undefined): XmlNode[] => (nodes ? context.read.inline(nodes, context) : []);
    do {
      const first = cursor.optional();
      const second = cursor.optional();
      const keys = cursor.group();
      if (!keys) break;
      const [before, after] = second ? [first, second] : [undefined, first];
      const names = rawTextOf(keys)
        .split(',')
        .map((key) => key.trim());
      groups.push({ keys: names.filter((key) => key !== ''), before: inline(before), after: inline(after) });
    } while (node.name.endsWith('s') && isArgument(cursor.peekSolid()));
    if (groups.length > 0) writer.add(context.citations.cite(groups, form));
  };

function isArgument(node: LatexNode | undefined): boolean {
  return node?.kind === 'group' || (node?.kind === 'text' && node.text === '[');
}

/** What the styles of the APS and the ACM mark up in an entry, as the elements of an article. */
const fieldElements: Readonly<Record<string, string>> = {
  author: 'string-name',
  person: 'string-name',
  title: 'article-title',
  journal: 'source',
  booktitle: 'source',
  volume: 'volume',
  number: 'issue',
  pages: 'page-range',
  year: 'year',
};

const part =
  (name: string): CommandReader =>
  (cursor, writer, context) =>
    writer.add(element(name, {}, context.read.inline(cursor.argument(), context)));

/** Citations, and the reference list. */
export const bibliographyCommands: ReadonlyMap<string, CommandReader> = new Map<string, CommandReader>([
  ...Object.entries(forms).flatMap(([form, names]) =>
    names.split(' ').map((name): [string, CommandReader] => [name, cite(form as CitationForm)]),
  ),
  [
    'nocite',
    (cursor, _writer, { citations }) => {
      for (const key of cursor.rawArgument().split(',')) citations.include(key.trim());
    },
  ],
  ['setcitestyle', (cursor, _writer, { styleOptions }) => void styleOptions.push(...optionsOf(cursor.rawArgument()))],
  ['citestyle', (cursor, _writer, { styleOptions }) => void styleOptions.push(...optionsOf(cursor.rawArgument()))],
  [
    'bibpunct',
    (cursor, _writer, { styleOptions }) => {
      cursor.optional();
      const [open, , separator, kind] = Array.from({ length: 6 }, () => cursor.rawArgument());
      styleOptions.push(open === '[' ? 'square' : 'round', separator === ',' ? 'comma' : 'semicolon');
      styleOptions.push({ n: 'numbers', s: 'super' }[kind ?? ''] ?? 'authoryear');
    },
  ],
  [
    'bibliographystyle',
    (cursor, _writer, { bibliography }) => {
      bibliography.style = cursor.rawArgument();
    },
  ],
  ['bibliography', (cursor, _writer, { bibliography }) => bibliography.useFiles(cursor.rawArgument())],
  [
    'addbibresource',
    (cursor, _writer, { bibliography }) => {
      cursor.optional();
      bibliography.useFiles(cursor.rawArgument());
    },
  ],
  ['printbibliography', (cursor) => void cursor.optional()],
  [
    'bibitem',
    (cursor, _writer, context) => {
      // Outside its environment it is damage, but what it says may still be read as text.
      cursor.optional();
      context.citations.include(cursor.rawArgument());
    },
  ],
  ['natexlab', (cursor, writer, context) => context.read.nodes(cursor.argument(), writer, context)],
  [
    'bibinfo',
    (cursor, writer, context) => {
      const field = cursor.rawArgument();
      const content = context.read.inline(cursor.argument(), context);
      const name = Object.hasOwn(fieldElements, field) ? fieldElements[field] : undefined;
      if (name === undefined) writer.add(...content);
      else writer.add(element(name, {}, content));
    },
  ],
  ['showarticletitle', part('article-title')],
  ['bibnamefont', part('surname')],
  ['bibfnamefont', part('given-names')],
  ['citenamefont', pass],
  ['citefnamefont', pass],
  ['enquote', (cursor, writer, context) => writer.add('“', ...context.read.inline(cursor.argument(), context), '”')],
  ['BibitemOpen', () => undefined],
  ['BibitemShut', (cursor) => void cursor.argument()],
  [
    'bibfield',
    (cursor, writer, context) => {
      cursor.argument();
      context.read.nodes(cursor.argument(), writer, context);
    },
  ],
  ...['showDOI', 'showURL', 'showeprint', 'showISSN', 'showISBNx'].map((name): [string, CommandReader] => [name, pass]),
  ['Eprint', pass],
  ['eprint', pass],
  ['urlprefix', (_cursor, writer) => writer.add('URL ')],
]);

function optionsOf(list: string): string[] {
  return list.split(',').map((option) => option.trim());
}

function pass(...[cursor, writer, context]: Parameters<CommandReader>): void {
  context.read.nodes(cursor.argument(), writer, context);
}

/** The entries of a printed list. */
export function readBibliographyEnvironment(node: EnvironmentNode, context: LatexContext): void {
  const cursor = new NodeCursor(node.children);
  // The widest label, which only LaTeX needs.
  cursor.group();
  const isItem = (next: LatexNode): boolean => next.kind === 'command' && /^(?:bibitem|harvarditem)$/.test(next.name);
  const before = cursor.until(isItem);
  drop(context, 'text before a reference list', plainTextOf(context.read.inline(before, context)).length);
  while (cursor.next()) {
    const label = cursor.optional();
    const key = cursor.rawArgument();
    const content = cursor.until(isItem);
    const text = label && plainTextOf(context.read.inline(label, context));
    const named = text === undefined ? undefined : parseNatbibLabel(text);
    context.bibliography.printed.push({
      key,
      content: context.read.inline(content, context),
      blocks: blocksOf(content, context),
      ...(text === undefined || named ? {} : { label: text }),
      ...named,
    });
  }
}

/** The parts that `\newblock` makes of an entry, as plain text. */
function blocksOf(nodes: readonly LatexNode[], context: LatexContext): string[] {
  const cursor = new NodeCursor(nodes);
  const blocks: string[] = [];
  const isBlock = (node: LatexNode): boolean => node.kind === 'command' && node.name === 'newblock';
  do {
    const block = cursor.until(isBlock);
    blocks.push(plainTextOf(context.read.inline(block, context)));
  } while (cursor.next());
  return blocks.filter((block) => block !== '');
}
