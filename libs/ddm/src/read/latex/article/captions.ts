import { element } from '../../xml/element.ts';
import type { XmlNode } from '../../xml/tree.ts';
import type { NodeCursor } from '../tree/cursor.ts';
import type { LatexContext } from './context.ts';
import type { FloatKind } from './float.ts';
import type { Writer } from './writer.ts';

const names: Readonly<Record<FloatKind, string>> = {
  figure: 'Figure',
  table: 'Table',
  algorithm: 'Algorithm',
  listing: 'Listing',
};

/** `\caption[short]{text}`: the next number of its kind, which a label that follows stands for. */
export function readCaption(
  cursor: NodeCursor,
  writer: Writer,
  context: LatexContext,
  { kind: own, isPanel = false }: { kind?: FloatKind; isPanel?: boolean } = {},
): void {
  const starred = cursor.star();
  cursor.optional();
  const { float, counters, labels } = context;
  const kind = own ?? float?.kind ?? 'figure';
  if (float && (isPanel || float.inPanel)) {
    const letter = String.fromCharCode(97 + float.panels++);
    // The number of the whole comes with its caption, mostly below.
    const number = float.captions.length > 0 ? counters.show(kind) : nextShown(context, kind);
    labels.current = { kind, number: `${number}${letter}` };
    const text = context.read.inline(cursor.argument(), context);
    if (text.length > 0) writer.block(element('p', {}, [`(${letter}) `, ...text]));
    return;
  }
  const number = starred ? undefined : counters.step(kind);
  if (number !== undefined) labels.current = { kind, number };
  const text = context.read.inline(cursor.argument(), context);
  const label = number === undefined ? undefined : `${names[kind]} ${number}`;
  if (float) float.captions.push({ kind, label, text });
  else writeLoose(kind, label, text, writer);
}

function nextShown({ counters }: LatexContext, kind: FloatKind): string {
  const before = counters.value(kind);
  counters.set(kind, before + 1);
  const shown = counters.show(kind);
  counters.set(kind, before);
  return shown;
}

/** A caption outside any float. */
function writeLoose(kind: FloatKind, label: string | undefined, text: readonly XmlNode[], writer: Writer): void {
  writer.float(
    element(kind === 'table' ? 'table-wrap' : 'fig', {}, [
      ...(label === undefined ? [] : [element('label', {}, [label])]),
      element('caption', {}, [element('p', {}, text)]),
    ]),
  );
}
