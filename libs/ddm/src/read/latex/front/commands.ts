import { element } from '../../xml/element.ts';
import { isElement, type XmlElement, type XmlNode } from '../../xml/tree.ts';
import { plainTextOf } from '../article/node-text.ts';
import type { CommandReader, EnvironmentReader, LatexContext } from '../article/context.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { LatexNode } from '../tree/node.ts';

const title: CommandReader = (cursor, _writer, context) => {
  cursor.optional();
  const { front } = context;
  const read = context.read.inline(cursor.argument(), context);
  front.notes.push(...read.filter((node): node is XmlElement => isElement(node) && node.name === 'fn'));
  if (front.title.length === 0) front.title = read.filter((node) => !isNote(node));
};

const subtitle: CommandReader = (cursor, _writer, context) => {
  const read = context.read.inline(cursor.argument(), context);
  context.front.title.push(': ', ...read.filter((node) => !isNote(node)));
};

function isNote(node: XmlNode): boolean {
  return isElement(node) && node.name === 'fn';
}

const person: CommandReader = (cursor, _writer, { front }, { name }) => {
  cursor.star();
  const marks = cursor.rawOptional();
  front.people.push({ command: name, marks, nodes: cursor.argument() });
};

/** The text of a note that a name or the title points at. */
function noteText(...[cursor, , context]: Parameters<CommandReader>): void {
  cursor.optional();
  context.front.notes.push(element('fn', {}, context.read.blocks(cursor.argument(), context)));
}

/** `\icmlauthor{Name}{marks}`, `\icmlaffiliation{mark}{Place}`. */
const icmlPerson: CommandReader = (cursor, _writer, { front }, { name }) => {
  if (name === 'icmlauthor') {
    const nodes = cursor.argument();
    front.people.push({ command: 'author', marks: cursor.rawArgument(), nodes });
  } else if (name === 'icmlcorrespondingauthor') {
    cursor.argument();
    cursor.argument();
  } else {
    const marks = cursor.rawArgument();
    front.people.push({ command: 'affil', marks, nodes: cursor.argument() });
  }
};

function keywords(nodes: readonly LatexNode[], context: LatexContext): void {
  const cursor = new NodeCursor(nodes);
  const isBorder = (node: LatexNode): boolean =>
    node.kind === 'command' && /^(?:and|sep|quad|qquad|\\|And|keyword)$/.test(node.name);
  do {
    const words = plainTextOf(context.read.inline(cursor.until(isBorder), context));
    for (const word of words.split(/[,;·•]|\s[–—]\s/)) {
      const keyword = word
        .trim()
        .replace(/^(?:key\s?words?|index terms)\s*[:.—–-]*\s*/i, '')
        .replace(/\.$/, '');
      if (keyword !== '' && !context.front.keywords.includes(keyword)) context.front.keywords.push(keyword);
    }
  } while (cursor.next());
}

const keywordCommand: CommandReader = (cursor, _writer, context) => keywords(cursor.argument(), context);

const abstract: EnvironmentReader = (node, _writer, context) =>
  void context.front.abstract.push(...context.read.blocks(node.children, context));

/** Commands about the paper itself. They print nothing where they stand. */
export const frontCommands: ReadonlyMap<string, CommandReader> = new Map<string, CommandReader>([
  ['title', title],
  ['icmltitle', title],
  ...['cortext', 'fntext', 'tnotetext'].map((name): [string, CommandReader] => [name, noteText]),
  ['subtitle', subtitle],
  ...[
    'author',
    'affil',
    'affiliation',
    'altaffiliation',
    'address',
    'institute',
    'email',
    'ead',
    'orcid',
    'orcidauthor',
  ].map((name): [string, CommandReader] => [name, person]),
  ...['icmlauthor', 'icmlaffiliation', 'icmlcorrespondingauthor'].map((name): [string, CommandReader] => [
    name,
    icmlPerson,
  ]),
  ['keywords', keywordCommand],
  ['keyword', keywordCommand],
  ['kwd', keywordCommand],
  ['icmlkeywords', keywordCommand],
  [
    'abstract',
    (cursor, _writer, context) =>
      void context.front.abstract.push(...context.read.blocks(cursor.group() ?? [], context)),
  ],
  [
    'date',
    (cursor, _writer, context) => {
      context.front.date = plainTextOf(context.read.inline(cursor.argument(), context));
    },
  ],
  [
    'acmDOI',
    (cursor, _writer, context) => {
      context.front.doi = cursor.rawArgument();
    },
  ],
]);

/** Environments about the paper itself. */
export const frontEnvironments: ReadonlyMap<string, EnvironmentReader> = new Map<string, EnvironmentReader>([
  ['abstract', abstract],
  ['abstract*', abstract],
  ['onecolabstract', abstract],
  ['keywords', (node, _writer, context) => keywords(node.children, context)],
  ['keyword', (node, _writer, context) => keywords(node.children, context)],
  ['IEEEkeywords', (node, _writer, context) => keywords(node.children, context)],
  ['icmlauthorlist', (node, writer, context) => context.read.nodes(node.children, writer, context)],
]);
