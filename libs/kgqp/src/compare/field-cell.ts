import { formatTerm } from '../answer/format-term.ts';
import { byRows } from '../answer/support.ts';
import { type CorpusView } from '../evidence/corpus-view.ts';
import { type Quote, quote } from '../evidence/quote.ts';
import type { CitablePaper } from '../evidence/citable-paper.ts';
import type { Aspect } from './aspect.ts';
import { type Cell, emptyCell } from './cell.ts';
import { licenceName } from './licence-name.ts';
import type { FieldValue } from './paper-facts.ts';
import { shortTitle } from './short-title.ts';

/** Values that a cell spells out. */
const mostValues = 30;

/** A cell of what the graph holds of a paper, each value quoted where the paper has it. @param values of this paper and field */
export async function fieldCell(
  { name, field }: Aspect,
  paper: CitablePaper,
  values: readonly FieldValue[],
  view: CorpusView,
): Promise<Cell> {
  if (values.length === 0 || !view.isStanding(paper.key)) return emptyCell;
  const ordered = values.toSorted((a, b) => placeOf(a.node) - placeOf(b.node));
  const shown = await Promise.all(
    ordered.slice(0, mostValues).map(async (each) => ({
      text: field?.name === 'licence' ? licenceName(each.value.value) : formatTerm(each.value),
      quotes: await quotesOf(each, view),
    })),
  );
  const hidden = ordered.length - shown.length;
  const more = hidden > 0 ? [{ text: ` and ${hidden} more`, quotes: [] }] : [];
  const parts = [...shown.map(({ text, quotes }, i) => ({ text: `${i === 0 ? '' : ', '}${text}`, quotes })), ...more];
  const said = parts.map(({ text }) => text).join('');
  const rows = ordered.map(({ paper: iri, value, node }) => ({
    row: {
      bindings: { paper: { type: 'uri' as const, value: iri }, [field?.name ?? 'value']: value },
      sources: [node],
    },
    quotes: [],
  }));
  const claim = {
    separator: '',
    parts: [{ text: `${shortTitle(paper.title)}, ${name}: `, quotes: [] }, ...parts, { text: '.', quotes: [] }],
    support: byRows(1),
    rows,
  };
  return { text: said, verdict: 'supported', claims: [claim], values: shown };
}

async function quotesOf({ node, value }: FieldValue, view: CorpusView): Promise<Quote[]> {
  const unit = (await view.unitsAt(node)).find((each) => each.unit.text === value.value);
  return unit ? [quote(unit)] : [];
}

/** The number at the end of a node's address: the paper's own order of its people and keywords. */
function placeOf(node: string): number {
  return Number(/(\d+)$/.exec(node)?.[1] ?? 0);
}
