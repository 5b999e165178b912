import type { DraftReference } from '../../../document/draft.ts';
import type { TextBlock } from '../blocks/block.ts';
import type { Line } from '../lines/line.ts';
import type { Unit } from '../structure/unit.ts';
import { type BoxMaker, flowText, sliceFlow } from '../text/flow-text.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { parseReference } from './parse-reference.ts';
import { labelLength, splitEntries } from './split-entries.ts';

/** `firstLines`: the line each entry begins with. */
export type ReferenceList = { references: DraftReference[]; firstLines: Line[] };

/** The entries of the reference lists, from the units that each of them takes. */
export function readReferences(
  lists: readonly (readonly Unit[])[],
  { lexicon, box }: { lexicon: Lexicon; box: BoxMaker },
): ReferenceList {
  const entries = lists.flatMap((units) => splitEntries(units.flatMap(textOf)));
  const references = entries.map(({ lines, label }, i) => {
    const flow = flowText(lines, lexicon);
    const { text } = label === undefined ? flow : sliceFlow(flow, labelLength(flow.text));
    return {
      ...(label === undefined ? {} : { label }),
      raw: text,
      ...parseReference(text),
      boxes: lines.map((line) => box(line.page, { x0: line.x0, y0: line.top, x1: line.x1, y1: line.bottom })),
      sourceIds: [`entry-${i + 1}`],
    };
  });
  return { references, firstLines: entries.flatMap(({ lines }) => lines.slice(0, 1)) };
}

/** What stands between the entries of a list without being one. */
const others: ReadonlySet<Unit['type']> = new Set(['area', 'footnote', 'heading', 'caption']);

function textOf({ type, block }: Unit): TextBlock[] {
  return others.has(type) || block.kind === 'area' ? [] : [block];
}
