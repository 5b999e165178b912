import type { DraftBlock, DraftFormula } from '../../../document/draft.ts';
import { childNamed, descendantsNamed, rawText, type XmlElement } from '../../xml/tree.ts';
import type { JatsContext } from '../context.ts';
import { labelOf } from '../text/labels.ts';
import { serialiseMath } from './mathml.ts';
import { cleanTex } from './tex.ts';

/** A displayed formula, and the units (notes, say) that its text carries. */
export function readFormula(
  element: XmlElement,
  context: JatsContext,
): { formula: DraftFormula; lifted: DraftBlock[] } {
  const flow = context.flow();
  context.appendChildren(element, flow, ['label']);
  const { text } = context.finish(flow);
  const label = labelOf(element);
  const tex = texOf(element);
  const mathml = descendantsNamed(element, 'mml:math').map(serialiseMath).join('\n');
  if (text === '') {
    context.findings.count('ddm/formula-image', 'info', 'Displayed formulas that the source gives as images only.');
  }
  const formula: DraftFormula = {
    type: 'formula',
    ...(label === undefined ? {} : { label }),
    text,
    ...(tex === '' ? {} : { tex }),
    ...(mathml === '' ? {} : { mathml }),
    boxes: [],
  };
  return { formula, lifted: flow.lifted };
}

function texOf(element: XmlElement): string {
  const given = descendantsNamed(element, 'tex-math');
  const annotations = descendantsNamed(element, 'mml:annotation').filter(({ attributes }) =>
    /tex/i.test(attributes.encoding ?? ''),
  );
  const sources = given.length > 0 ? given : annotations;
  return sources.map((source) => cleanTex(rawText(source))).join('\n');
}

/** The formulas of an element that groups some; the label of the group is that of a formula without its own. */
export function readFormulaGroup(element: XmlElement, context: JatsContext): DraftBlock[] {
  const label = labelOf(element);
  const inner: XmlElement = childNamed(element, 'label')
    ? { ...element, children: element.children.filter((child) => child !== childNamed(element, 'label')) }
    : element;
  const blocks = context.blocks(inner);
  const first = blocks.find((block) => block.type === 'formula');
  if (label !== undefined && first && first.label === undefined) first.label = label;
  return blocks;
}
