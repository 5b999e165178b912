import { element } from '../../xml/element.ts';
import type { XmlNode } from '../../xml/tree.ts';
import type { TheoremKind } from '../expand/preamble.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { EnvironmentNode, LatexNode } from '../tree/node.ts';
import type { LatexContext } from './context.ts';
import type { Writer } from './writer.ts';

/** Theorems that classes define of their own (llncs, acmart, elsarticle, revtex). */
const usual = [
  'theorem',
  'lemma',
  'corollary',
  'proposition',
  'definition',
  'remark',
  'example',
  'conjecture',
  'claim',
  'problem',
  'property',
  'question',
  'note',
  'case',
  'exercise',
  'solution',
  'assumption',
  'observation',
  'fact',
  'hypothesis',
];

/** The kind of theorem that an environment is. */
export function theoremKind(name: string, context: LatexContext): TheoremKind | undefined {
  const own = context.preamble.theorems.get(name);
  if (own) return own;
  const bare = name.replace(/\*$/, '');
  if (!usual.includes(bare)) return undefined;
  const title = bare.charAt(0).toUpperCase() + bare.slice(1);
  return { title: [{ kind: 'text', text: title, file: '', line: 0 }], numbered: !name.endsWith('*') };
}

/** "Theorem 2 (Pythagoras)" and what it says, as a statement. */
export function readTheorem(kind: TheoremKind, node: EnvironmentNode, writer: Writer, context: LatexContext): void {
  const cursor = new NodeCursor(node.children);
  const note = cursor.optional();
  const title = kind.title
    .map(({ text }) => text)
    .join('')
    .trim();
  const number = kind.numbered ? numberOf(node.name, kind, context) : undefined;
  const outer = context.labels.current;
  if (number !== undefined) context.labels.current = { kind: node.name, number };
  const name: XmlNode[] = note ? [' (', ...context.read.inline(note, context), ')'] : [];
  const content = context.read.blocks(cursor.rest(), context);
  context.labels.current = outer;
  const heading = element('title', {}, [number === undefined ? title : `${title} ${number}`, ...name]);
  writer.block(element('statement', {}, [heading, ...content]));
}

function numberOf(name: string, kind: TheoremKind, context: LatexContext): string {
  const { counters, preamble } = context;
  const counter = kind.shared ?? name;
  const within = (kind.shared === undefined ? kind : preamble.theorems.get(kind.shared))?.within;
  if (within !== undefined) counters.nest(counter, within);
  return counters.step(counter);
}

export function readProof(node: EnvironmentNode, writer: Writer, context: LatexContext): void {
  const cursor = new NodeCursor(node.children);
  const own = cursor.optional();
  const title: XmlNode[] = own ? context.read.inline(own, context) : ['Proof'];
  const content: LatexNode[] = cursor.rest();
  writer.block(element('statement', {}, [element('title', {}, title), ...context.read.blocks(content, context)]));
}
