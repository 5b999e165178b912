import { element } from '../xml/element.ts';
import { plainText, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { findAll, hasClass } from './selectors.ts';

/** Whether a table is one of LaTeXML's, which lay out displayed formulas and their numbers. */
export function isEquation(source: XmlElement): boolean {
  return hasClass(source, 'ltx_equation', 'ltx_equationgroup', 'ltx_eqn_table');
}

/** The formulas of such a table: one a numbered row group, so that aligned lines without numbers of their own are one. */
export function readEquations(source: XmlElement): XmlNode[] {
  const groups = findAll(source, ({ name }) => name === 'tbody');
  const parts = groups.length > 1 ? groups : [source];
  return parts.flatMap((part): XmlElement[] => {
    const maths = findAll(part, ({ name }) => name === 'mml:math');
    const tag = findAll(part, (inner) => hasClass(inner, 'ltx_tag_equation', 'ltx_tag_equationgroup'))[0];
    const label = plainText(tag);
    const [first] = maths;
    if (!first) return plainText(part) === '' ? [] : [element('disp-formula', {}, [plainText(part)])];
    const content = maths.length > 1 ? joined(maths) : first;
    return [element('disp-formula', {}, [...(label === '' ? [] : [element('label', {}, [label])]), content])];
  });
}

/** The columns of aligned lines as one formula. */
function joined(maths: readonly XmlElement[]): XmlElement {
  return element(
    'mml:math',
    { display: 'block' },
    maths.map((math) => element('mml:mrow', {}, math.children)),
  );
}
