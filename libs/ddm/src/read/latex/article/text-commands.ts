import { element } from '../../xml/element.ts';
import { rawText } from '../../xml/tree.ts';
import type { NodeCursor } from '../tree/cursor.ts';
import { rawTextOf } from '../tree/plain.ts';
import { accented } from './characters.ts';
import { type CommandReader, drop, type LatexContext } from './context.ts';
import { accents, signs, spaces, textSymbols } from './text-symbols.ts';
import type { Writer } from './writer.ts';

const character =
  (text: string): CommandReader =>
  (_cursor, writer) =>
    writer.add(text);

/** An accent's letter may be a command (`\'\i`) or in braces. */
function accent(mark: string): CommandReader {
  return (cursor, writer, context) => {
    const letter = context.read.inline(cursor.argument(), context).map(rawText).join('');
    writer.add(accented(letter, mark));
  };
}

function script(name: 'sup' | 'sub'): CommandReader {
  return (cursor, writer, context) => writer.add(element(name, {}, context.read.inline(cursor.argument(), context)));
}

function address(cursor: NodeCursor, writer: Writer): void {
  const href = cursor.rawArgument();
  writer.add(element('ext-link', { 'xlink:href': href }, [href]));
}

function link(cursor: NodeCursor, writer: Writer, context: LatexContext): void {
  cursor.optional();
  const href = cursor.rawArgument();
  const shown = context.read.inline(cursor.argument(), context);
  writer.add(element('ext-link', { 'xlink:href': href.replace(/\s/g, '') }, shown));
}

/** Reads with the writer hiding what it gets. */
function readHidden(isHidden: boolean, writer: Writer, read: () => void): void {
  const outer = writer.hidden;
  writer.hidden ||= isHidden;
  read();
  writer.hidden = outer;
}

const coloured: CommandReader = (cursor, writer, context) => {
  const model = cursor.rawOptional();
  const value = cursor.rawArgument();
  const content = cursor.argument();
  const isWhite = !context.onColour && context.colours.isWhite(model, value);
  readHidden(isWhite, writer, () => context.read.nodes(content, writer, context));
};

/** `\color` counts to the end of its group, which restores the writer. */
const colour: CommandReader = (cursor, writer, context) => {
  const model = cursor.rawOptional();
  const value = cursor.rawArgument();
  if (!context.onColour) writer.hidden = context.colours.isWhite(model, value);
};

/** Text in a box of a colour: white is seen there. */
const box =
  (framed: boolean): CommandReader =>
  (cursor, writer, context) => {
    cursor.optional();
    if (framed) cursor.argument();
    cursor.argument();
    const outer = context.onColour;
    context.onColour = true;
    context.read.nodes(cursor.argument(), writer, context);
    context.onColour = outer;
  };

const sizeOf = (size: string): number => Number.parseFloat(size);

const fontSize: CommandReader = (cursor, writer) => {
  const size = sizeOf(cursor.rawArgument());
  cursor.argument();
  if (size < 1) writer.hidden = true;
};

const scaled =
  (signature: 'scale' | 'resize'): CommandReader =>
  (cursor, writer, context) => {
    cursor.star();
    const width = sizeOf(cursor.rawArgument());
    if (signature === 'scale') cursor.optional();
    else cursor.argument();
    const content = cursor.argument();
    readHidden(width === 0, writer, () => context.read.nodes(content, writer, context));
  };

/** What is crossed out is still printed; what is kept for the margin or for colleagues is not read. */
const leaveOut =
  (what: string, takesOptional = true): CommandReader =>
  (cursor, _writer, context) => {
    if (takesOptional) cursor.optional();
    drop(context, what, rawTextOf(cursor.argument()).trim().length);
  };

/** Commands amid text: characters, accents, links, scripts, colours. */
export const textCommands: ReadonlyMap<string, CommandReader> = new Map<string, CommandReader>([
  ...[...textSymbols].map(([name, text]): [string, CommandReader] => [name, character(text)]),
  ...Object.entries(signs).map(([name, text]): [string, CommandReader] => [name, character(text)]),
  ...[...spaces].map((name): [string, CommandReader] => [name, character(' ')]),
  ...Object.entries(accents).map(([name, mark]): [string, CommandReader] => [name, accent(mark)]),
  ['textsuperscript', script('sup')],
  ['textsubscript', script('sub')],
  [
    'textcircled',
    (cursor, writer, context) => writer.add('(', ...context.read.inline(cursor.argument(), context), ')'),
  ],
  ['url', address],
  ['path', address],
  ['nolinkurl', address],
  ['burl', address],
  ['href', link],
  [
    'doi',
    (cursor, writer) => {
      const doi = cursor.rawArgument().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '');
      writer.add(element('ext-link', { 'xlink:href': `https://doi.org/${doi}` }, [`doi:${doi}`]));
    },
  ],
  ['textcolor', coloured],
  ['color', colour],
  ['colorbox', box(false)],
  ['fcolorbox', box(true)],
  ['fontsize', fontSize],
  ['scalebox', scaled('scale')],
  ['resizebox', scaled('resize')],
  [
    'texorpdfstring',
    (cursor, writer, context) => {
      context.read.nodes(cursor.argument(), writer, context);
      cursor.argument();
    },
  ],
  [
    'definecolor',
    (cursor, _writer, { colours }) => colours.define(cursor.rawArgument(), cursor.rawArgument(), cursor.rawArgument()),
  ],
  ['colorlet', (cursor, _writer, { colours }) => colours.alias(cursor.rawArgument(), cursor.rawArgument())],
  ['todo', leaveOut('notes in the margin')],
  ['marginpar', leaveOut('notes in the margin')],
  ['marginnote', leaveOut('notes in the margin')],
  ['tikz', leaveOut('drawings')],
  ['phantom', leaveOut('text that only takes up room')],
  ['hphantom', leaveOut('text that only takes up room')],
  ['vphantom', leaveOut('text that only takes up room')],
  [
    'sbox',
    (cursor, _writer, context) => {
      cursor.argument();
      drop(context, 'text of boxes', rawTextOf(cursor.argument()).length);
    },
  ],
  [
    'SI',
    (cursor, writer, context) => {
      cursor.optional();
      writer.add(...context.read.inline(cursor.argument(), context), ' ', unit(cursor.rawArgument()));
    },
  ],
  [
    'SIrange',
    (cursor, writer, context) => {
      cursor.optional();
      const from = context.read.inline(cursor.argument(), context);
      writer.add(...from, ' to ', ...context.read.inline(cursor.argument(), context), ' ', unit(cursor.rawArgument()));
    },
  ],
  [
    'qty',
    (cursor, writer, context) => {
      cursor.optional();
      writer.add(...context.read.inline(cursor.argument(), context), ' ', unit(cursor.rawArgument()));
    },
  ],
  [
    'num',
    (cursor, writer, context) => {
      cursor.optional();
      context.read.nodes(cursor.argument(), writer, context);
    },
  ],
  [
    'si',
    (cursor, writer) => {
      cursor.optional();
      writer.add(unit(cursor.rawArgument()));
    },
  ],
]);

const units: Readonly<Record<string, string>> = {
  percent: '%',
  degree: '°',
  celsius: '°C',
  degreeCelsius: '°C',
  micro: 'µ',
  milli: 'm',
  kilo: 'k',
  mega: 'M',
  giga: 'G',
  tera: 'T',
  centi: 'c',
  nano: 'n',
  second: 's',
  metre: 'm',
  meter: 'm',
  gram: 'g',
  hertz: 'Hz',
  byte: 'B',
  bit: 'bit',
  watt: 'W',
  volt: 'V',
  joule: 'J',
  kelvin: 'K',
  hour: 'h',
  minute: 'min',
  day: 'd',
  per: '/',
  squared: '²',
  cubed: '³',
  litre: 'L',
  liter: 'L',
  mole: 'mol',
  ampere: 'A',
  pascal: 'Pa',
  ohm: 'Ω',
  electronvolt: 'eV',
};

/** A unit of the package siunitx. */
function unit(source: string): string {
  return source.replaceAll(/\\([a-zA-Z]+)\s*/g, (_, name: string) => units[name] ?? name).trim();
}
