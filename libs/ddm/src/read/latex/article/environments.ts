import { words } from '../../xml/names.ts';
import { element } from '../../xml/element.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { EnvironmentNode } from '../tree/node.ts';
import { rawTextOf } from '../tree/plain.ts';
import { readAlgorithmic } from './algorithms.ts';
import { drop, type EnvironmentReader, type LatexContext, noteUnknown } from './context.ts';
import { floatReader, readPanel } from './floats.ts';
import { readInlineList, readList } from './lists.ts';
import { readTabular } from './tables.ts';
import { readProof, readTheorem, theoremKind } from './theorems.ts';
import type { Writer } from './writer.ts';

const quotation: EnvironmentReader = (node, writer, context) =>
  writer.block(element('disp-quote', {}, context.read.blocks(node.children, context)));

const named =
  (title: string, type: string): EnvironmentReader =>
  (node, writer, context) => {
    writer.endSections();
    writer.section(1, element('sec', { 'sec-type': type }, [element('title', {}, [title])]));
    context.read.nodes(node.children, writer, context);
    writer.endSections();
  };

const appendix: EnvironmentReader = (node, writer, context) => {
  writer.endSections();
  context.counters.beginAppendix();
  context.read.nodes(node.children, writer, context);
};

const leftOut =
  (what: string): EnvironmentReader =>
  (node, _writer, context) =>
    drop(context, what, rawTextOf(node.children).trim().length);

/** Environments that only change how their content looks, with the arguments that they take (`m`, `o`). */
const transparent: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '': `document center flushleft flushright sloppypar raggedright raggedleft small footnotesize scriptsize tiny large
      normalsize landscape titlepage frontmatter mainmatter subequations widetext strip samepage singlespace onehalfspace
      doublespace threeparttable refsection savenotes english german`,
    o: 'tcolorbox mdframed framed shaded fullwidth',
    m: 'spacing adjustbox otherlanguage hyphenrules addmargin turn rotate varwidth',
    mo: 'multicols',
    mm: 'CJK CJK* adjustwidth changemargin',
    omom: 'minipage boxedminipage',
  }).flatMap(([signature, names]) => words(names).map((name): [string, string] => [name, signature])),
);

/** Boxes with a ground of their own, on which white is seen. */
const colourful = /^(?:tcolorbox|mdframed|shaded|framed)$/;

function register(names: string, reader: EnvironmentReader): [string, EnvironmentReader][] {
  return words(names).map((name) => [name, reader]);
}

const readers: ReadonlyMap<string, EnvironmentReader> = new Map([
  ...register(
    'figure figure* wrapfigure SCfigure sidewaysfigure sidewaysfigure* floatingfigure marginfigure teaserfigure',
    floatReader('figure'),
  ),
  ...register('table table* wraptable sidewaystable sidewaystable* margintable', floatReader('table')),
  ...register('algorithm algorithm* algorithm2e', floatReader('algorithm')),
  ...register('listing listing*', floatReader('listing')),
  ...register('subfigure subtable subfloat minipage', readPanelOrText),
  ...register(
    'tabular tabular* tabularx tabulary array longtable xltabular supertabular tblr longtblr NiceTabular',
    readTabular,
  ),
  ...register('itemize enumerate description list compactitem compactenum compactdesc asparaenum', readList),
  ...register('inparaenum inparaitem itemize* enumerate*', readInlineList),
  ...register('algorithmic algorithmic*', readAlgorithmic),
  ...register('quote quotation verse displayquote', quotation),
  ...register('proof proof* pf', readProof),
  ...register('appendix appendices subappendices', appendix),
  ...register(
    'acks acknowledgments acknowledgements acknowledgement acknowledgment ack',
    named('Acknowledgments', 'ack'),
  ),
  ...register('tikzpicture pgfpicture picture axis pspicture tikzcd forest circuitikz overpic', leftOut('drawings')),
  ...register('CCSXML comment filecontents filecontents* lrbox', leftOut('parts that are not printed')),
  ...register('tablenotes', readTableNotes),
]);

/** A panel in a float; elsewhere its text. */
function readPanelOrText(node: EnvironmentNode, writer: Writer, context: LatexContext): void {
  if (context.float && node.name !== 'minipage') readPanel(node, writer, context);
  else readTransparent(node, node.name === 'minipage' ? 'ooom' : 'om', writer, context);
}

/** The notes of a threeparttable stand below their table. */
function readTableNotes(node: EnvironmentNode, writer: Writer, context: LatexContext): void {
  const cursor = new NodeCursor(node.children);
  cursor.optional();
  const isItem = (next: { kind: string; name?: string }): boolean => next.kind === 'command' && next.name === 'item';
  for (let content = cursor.until(isItem); ; content = cursor.until(isItem)) {
    if (rawTextOf(content).trim() !== '') writer.block(element('p', {}, context.read.inline(content, context)));
    if (!cursor.next()) break;
    const label = cursor.optional();
    if (label) writer.add(element('sup', {}, context.read.inline(label, context)), ' ');
  }
}

function readTransparent(node: EnvironmentNode, signature: string, writer: Writer, context: LatexContext): void {
  const cursor = new NodeCursor(node.children);
  for (const argument of signature) {
    if (argument === 'o') cursor.optional();
    else cursor.group();
  }
  const outer = context.onColour;
  context.onColour ||= colourful.test(node.name);
  context.read.nodes(cursor.rest(), writer, context);
  context.onColour = outer;
}

/** What an environment prints: what a theorem of the source says, what the reader knows, else its content. */
export function readEnvironment(node: EnvironmentNode, writer: Writer, context: LatexContext): void {
  const theorem = context.preamble.theorems.has(node.name) ? theoremKind(node.name, context) : undefined;
  const reader = readers.get(node.name);
  const signature = transparent.get(node.name);
  const usual = theorem ?? (reader || signature !== undefined ? undefined : theoremKind(node.name, context));
  if (usual) readTheorem(usual, node, writer, context);
  else if (reader) reader(node, writer, context);
  else {
    if (signature === undefined) noteUnknown(context, `\\begin{${node.name}}`);
    readTransparent(node, signature ?? 'o', writer, context);
  }
}
