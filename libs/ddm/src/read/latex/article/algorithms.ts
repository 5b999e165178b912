import { element } from '../../xml/element.ts';
import { collapse } from '../../xml/tree.ts';
import { textOfNodes } from './node-text.ts';
import { NodeCursor } from '../tree/cursor.ts';
import type { CommandNode, EnvironmentNode, LatexNode } from '../tree/node.ts';
import type { LatexContext } from './context.ts';
import type { Writer } from './writer.ts';

type Form = { text: string; takes?: number; opens?: boolean; closes?: boolean };

/** Commands of algorithmic and algpseudocode: what they print before their argument, and what they indent. */
const forms: Readonly<Record<string, Form>> = {
  state: { text: '' },
  statex: { text: '' },
  require: { text: 'Require:' },
  ensure: { text: 'Ensure:' },
  input: { text: 'Input:' },
  output: { text: 'Output:' },
  kwin: { text: 'Input:', takes: 1 },
  kwout: { text: 'Output:', takes: 1 },
  kwdata: { text: 'Data:', takes: 1 },
  kwresult: { text: 'Result:', takes: 1 },
  return: { text: 'return' },
  kwret: { text: 'return', takes: 1 },
  if: { text: 'if', takes: 1, opens: true },
  elsif: { text: 'else if', takes: 1, opens: true, closes: true },
  elseif: { text: 'else if', takes: 1, opens: true, closes: true },
  else: { text: 'else', opens: true, closes: true },
  endif: { text: 'end if', closes: true },
  for: { text: 'for', takes: 1, opens: true },
  forall: { text: 'for all', takes: 1, opens: true },
  foreach: { text: 'for each', takes: 1, opens: true },
  endfor: { text: 'end for', closes: true },
  while: { text: 'while', takes: 1, opens: true },
  endwhile: { text: 'end while', closes: true },
  repeat: { text: 'repeat', opens: true },
  until: { text: 'until', takes: 1, closes: true },
  loop: { text: 'loop', opens: true },
  endloop: { text: 'end loop', closes: true },
  procedure: { text: 'procedure', takes: 2, opens: true },
  endprocedure: { text: 'end procedure', closes: true },
  function: { text: 'function', takes: 2, opens: true },
  endfunction: { text: 'end function', closes: true },
  comment: { text: '▷', takes: 1 },
};

/** Whether some nodes are pseudocode that stands in no environment of its own, as that of algorithm2e. */
export function isPseudocode(nodes: readonly LatexNode[]): boolean {
  return nodes.some((node) => node.kind === 'command' && formOf(node) !== undefined);
}

/** Those that run on in their line. */
const amid = /^(?:comment|return|call)$/;

/** Pseudocode as lines of text, indented as printed. */
export function readAlgorithmic(node: EnvironmentNode, writer: Writer, context: LatexContext): void {
  const cursor = new NodeCursor(node.children);
  cursor.optional();
  const lines = new Lines();
  readLines(cursor.rest(), lines, context);
  const text = lines.text();
  if (text === '') return;
  if (writer.isInline) writer.add(collapse(text));
  else writer.block(element('code', {}, [text]));
}

function readLines(nodes: readonly LatexNode[], lines: Lines, context: LatexContext): void {
  const cursor = new NodeCursor(nodes);
  for (let node = cursor.next(); node; node = cursor.next()) {
    const form = node.kind === 'command' ? formOf(node) : undefined;
    if (node.kind === 'command' && form) {
      readForm(node.name.toLowerCase(), form, cursor, lines, context);
    } else if (node.kind === 'command' && /^(?:\\|;)$/.test(node.name)) lines.begin('');
    else if (node.kind === 'command' && node.name === 'Call') {
      const name = plain(cursor.argument(), context);
      lines.add(`${name}(${plain(cursor.argument(), context)})`);
    } else if (node.kind === 'group') readLines(node.children, lines, context);
    else if (node.kind === 'paragraph') lines.begin('');
    else lines.add(plain([node, ...(node.kind === 'command' ? argumentsOf(cursor) : [])], context));
  }
}

/** The groups behind a command that is none of pseudocode. */
function argumentsOf(cursor: NodeCursor): LatexNode[] {
  return cursor.until(({ kind }) => kind !== 'group');
}

function formOf({ name }: CommandNode): Form | undefined {
  const key = name.toLowerCase();
  return /^[A-Z]/.test(name) && Object.hasOwn(forms, key) ? forms[key] : undefined;
}

function readForm(key: string, form: Form, cursor: NodeCursor, lines: Lines, context: LatexContext): void {
  if (form.closes) lines.outdent();
  if (key === 'comment' && lines.current !== '') lines.add(` ${form.text} `);
  else if (amid.test(key) && lines.current === '') lines.add(`${form.text} `);
  else lines.begin(form.text === '' ? '' : `${form.text} `);
  const optional = cursor.optional();
  if (optional) lines.add(`${plain(optional, context)} `);
  for (let i = 0; i < (form.takes ?? 0); i++) {
    const argument = cursor.argument();
    const text = plain(argument, context);
    lines.add(i === 0 ? text : `(${text})`);
  }
  if (form.opens) lines.indent();
  // The braces of algorithm2e hold what is indented.
  if (form.opens && cursor.peekSolid()?.kind === 'group') {
    lines.begin('');
    readLines(cursor.argument(), lines, context);
    lines.outdent();
  }
}

/** Nodes as one line; formulas in their linear form. */
function plain(nodes: readonly LatexNode[], context: LatexContext): string {
  return textOfNodes(context.read.inline(nodes, context));
}

class Lines {
  readonly #lines: string[] = [];
  #depth = 0;
  current = '';

  begin(text: string): void {
    this.#end();
    this.current = text;
  }

  add(text: string): void {
    this.current += text;
  }

  indent(): void {
    this.#end();
    this.#depth++;
  }

  outdent(): void {
    this.#end();
    this.#depth = Math.max(0, this.#depth - 1);
  }

  text(): string {
    this.#end();
    return this.#lines.join('\n');
  }

  #end(): void {
    const line = collapse(this.current);
    if (line !== '') this.#lines.push('  '.repeat(Math.min(this.#depth, 20)) + line);
    this.current = '';
  }
}
