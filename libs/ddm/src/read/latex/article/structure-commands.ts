import { element } from '../../xml/element.ts';
import type { XmlNode } from '../../xml/tree.ts';
import { NodeCursor } from '../tree/cursor.ts';
import { type CommandReader, drop, type LatexContext } from './context.ts';
import { readCaption } from './captions.ts';
import type { ReferenceForm } from './labels.ts';
import type { Writer } from './writer.ts';

const levels: Readonly<Record<string, number>> = {
  part: -1,
  chapter: 0,
  section: 1,
  subsection: 2,
  subsubsection: 3,
  paragraph: 4,
  subparagraph: 5,
};

function section(name: string): CommandReader {
  const level = levels[name] ?? 1;
  return (cursor, writer, context) => {
    const starred = cursor.star();
    cursor.optional();
    const isNumbered = !starred && level >= 0 && level <= context.counters.value('secnumdepth');
    const number = isNumbered ? numberOf(name, context) : undefined;
    const kind = context.counters.inAppendix && level <= 1 ? 'appendix' : name;
    const title: XmlNode[] = [];
    // A label may stand in the title.
    context.labels.current = { kind, number: number === undefined ? '' : context.counters.show(name), title };
    title.push(...context.read.inline(cursor.argument(), context));
    writeSection(level, number, title, writer, context);
  };
}

function numberOf(name: string, { counters }: LatexContext): string {
  counters.step(name);
  return counters.showHeading(name);
}

function writeSection(
  level: number,
  number: string | undefined,
  title: readonly XmlNode[],
  writer: Writer,
  context: LatexContext,
): void {
  const isAppendix = context.counters.inAppendix && level <= 1;
  const content = [...(number === undefined ? [] : [element('label', {}, [number])]), element('title', {}, [...title])];
  writer.section(level, element('sec', isAppendix ? { 'sec-type': 'appendix' } : {}, content));
}

/** A note is lifted out of its sentence, and its mark with it: a raised number would read as one of the text. */
function footnote(cursor: NodeCursor, writer: Writer, context: LatexContext): void {
  const own = cursor.rawOptional();
  const number = own ?? context.counters.step('footnote');
  const outer = context.labels.current;
  context.labels.current = { kind: 'footnote', number };
  const content = context.read.blocks(cursor.argument(), context);
  context.labels.current = outer;
  const note = element('fn', {}, [element('label', {}, [number]), ...content]);
  writer.dropSpace();
  writer.add(note);
}

function footnoteText(cursor: NodeCursor, writer: Writer, context: LatexContext): void {
  const number = cursor.rawOptional() ?? String(context.counters.value('footnote'));
  const content = context.read.blocks(cursor.argument(), context);
  writer.add(element('fn', {}, [element('label', {}, [number]), ...content]));
}

const reference =
  (form: ReferenceForm): CommandReader =>
  (cursor, writer, context) => {
    cursor.star();
    const names = cursor.rawArgument();
    const labels = form === 'clever' || form === 'Clever' ? names.split(',').map((name) => name.trim()) : [names];
    writer.add(context.labels.reference(labels, form));
  };

/** Sections, notes, cross-references, counters. */
export const structureCommands: ReadonlyMap<string, CommandReader> = new Map<string, CommandReader>([
  ...Object.keys(levels).map((name): [string, CommandReader] => [name, section(name)]),
  // The title of a paper in two columns stands in brackets above them.
  ['twocolumn', (cursor, writer, context) => context.read.nodes(cursor.optional(true) ?? [], writer, context)],
  ['par', (_cursor, writer) => writer.endParagraph()],
  [
    '\\',
    (cursor, writer) => {
      cursor.star();
      cursor.optional();
      writer.add(' ');
    },
  ],
  [
    'appendix',
    (_cursor, writer, context) => {
      writer.endSections();
      context.counters.beginAppendix();
    },
  ],
  ['acknowledgments', acknowledgements('Acknowledgments')],
  ['acknowledgements', acknowledgements('Acknowledgements')],
  ['acknowledgment', acknowledgements('Acknowledgments')],
  ['ack', acknowledgements('Acknowledgements')],
  ['acks', acknowledgements('Acknowledgments')],
  ['caption', (cursor, writer, context) => readCaption(cursor, writer, context)],
  ['subcaption', (cursor, writer, context) => readCaption(cursor, writer, context, { isPanel: true })],
  [
    'captionof',
    (cursor, writer, context) => {
      cursor.star();
      const kind = cursor.rawArgument();
      readCaption(cursor, writer, context, { kind: kind === 'table' ? 'table' : 'figure' });
    },
  ],
  ['label', (cursor, _writer, { labels }) => labels.set(cursor.rawArgument())],
  ['ref', reference('number')],
  ['eqref', reference('bracketed')],
  ['autoref', reference('auto')],
  ['cref', reference('clever')],
  ['Cref', reference('Clever')],
  ['vref', reference('number')],
  ['labelcref', reference('number')],
  ['nameref', reference('title')],
  ['subref', reference('letter')],
  ['Nameref', reference('title')],
  ['pageref', (cursor) => void cursor.argument()],
  ['cpageref', (cursor) => void cursor.argument()],
  [
    'crefname',
    (cursor, _writer, { labels }) => labels.name(cursor.rawArgument(), [cursor.rawArgument(), cursor.rawArgument()]),
  ],
  ['Crefname', (cursor) => void [cursor.argument(), cursor.argument(), cursor.argument()]],
  ['footnote', footnote],
  ['footnotetext', footnoteText],
  [
    'footnotemark',
    (cursor, _writer, { counters }) => {
      if (cursor.optional() === undefined) counters.step('footnote');
    },
  ],
  ['tablefootnote', footnote],
  [
    'thanks',
    (cursor, writer, context) => writer.add(element('fn', {}, context.read.blocks(cursor.argument(), context))),
  ],
  ['counter format', (cursor, _writer, { counters }) => counters.format(cursor.rawArgument(), cursor.argument())],
  ['setcounter', (cursor, _writer, { counters }) => counters.set(cursor.rawArgument(), Number(cursor.rawArgument()))],
  [
    'addtocounter',
    (cursor, _writer, { counters }) => {
      const name = cursor.rawArgument();
      counters.set(name, counters.value(name) + Number(cursor.rawArgument()));
    },
  ],
  ['stepcounter', (cursor, _writer, { counters }) => void counters.step(cursor.rawArgument())],
  [
    'refstepcounter',
    (cursor, _writer, { counters, labels }) => {
      const name = cursor.rawArgument();
      labels.current = { kind: name, number: counters.step(name) };
    },
  ],
  [
    'newcounter',
    (cursor, _writer, { counters }) => {
      const name = cursor.rawArgument();
      const parent = cursor.rawOptional();
      if (parent !== undefined) counters.nest(name, parent);
    },
  ],
  ['numberwithin', nest],
  ['counterwithin', nest],
  [
    'ccsdesc',
    (cursor, _writer, context) => {
      cursor.optional();
      drop(context, 'subject codes', cursor.rawArgument().length);
    },
  ],
  ['multirow', spanned(true)],
  ['multicolumn', spanned(false)],
  ['subfigure', panel],
  ['subfloat', panel],
  [
    'subcaptionbox',
    (cursor, writer, context) => {
      cursor.star();
      readCaption(cursor, writer, context, { isPanel: true });
      cursor.optional();
      cursor.optional();
      context.read.nodes(cursor.group() ?? [], writer, context);
    },
  ],
  [
    'IEEEPARstart',
    (cursor, writer, context) => {
      const first = context.read.inline(cursor.argument(), context);
      writer.add(...first, ...context.read.inline(cursor.argument(), context));
    },
  ],
  [
    'lettrine',
    (cursor, writer, context) => {
      cursor.optional();
      const first = context.read.inline(cursor.argument(), context);
      writer.add(...first, ...context.read.inline(cursor.argument(), context));
    },
  ],
]);

/** Of a cell over several, outside the first place of its cell, only the text counts. */
function spanned(isRows: boolean): CommandReader {
  return (cursor, writer, context) => {
    cursor.star();
    cursor.optional();
    cursor.argument();
    if (isRows) cursor.optional();
    cursor.argument();
    if (isRows) cursor.optional();
    context.read.nodes(cursor.argument(), writer, context);
  };
}

/** `\subfloat[caption]{content}`: the caption is that of a panel. */
function panel(cursor: NodeCursor, writer: Writer, context: LatexContext): void {
  const first = cursor.optional();
  const caption = cursor.optional() ?? first;
  const content = cursor.group() ?? [];
  if (caption) {
    const group = { kind: 'group', children: caption, file: '', line: 0 } as const;
    readCaption(new NodeCursor([group]), writer, context, { isPanel: true });
  }
  context.read.nodes(content, writer, context);
}

function nest(cursor: NodeCursor, _writer: Writer, { counters }: LatexContext): void {
  cursor.star();
  counters.nest(cursor.rawArgument(), cursor.rawArgument());
}

/** A command that begins the section, or takes its text. */
function acknowledgements(title: string): CommandReader {
  return (cursor, writer, context) => {
    const content = cursor.group();
    writer.section(1, element('sec', { 'sec-type': 'ack' }, [element('title', {}, [title])]));
    if (content) context.read.nodes(content, writer, context);
  };
}
