import { element } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { texToMathml } from '../../tex-math/tex-to-mathml.ts';
import type { ProtectedPart } from '../source/protected.ts';
import type { MarkdownContext } from './context.ts';

/** A formula as MathML where all of it is known, else as TeX. Displayed ones are numbered where the source says so. */
export function formula(part: Extract<ProtectedPart, { kind: 'math' }>, context: MarkdownContext): XmlElement {
  const labels = [...part.tex.matchAll(/\\label\s*\{([^{}]*)\}/g)].map(([, label = '']) => label);
  const tag = /\\tag\*?\s*\{([^{}]*)\}/.exec(part.tex)?.[1];
  const tex = part.tex.replaceAll(/\\(?:label|tag)\*?\s*\{[^{}]*\}|\\(?:nonumber|notag)\b/g, '').trim();
  const content = texToMathml(tex, part.display) ?? element('tex-math', {}, [tex]);
  if (!part.display) return element('inline-formula', {}, [content]);
  const counted = part.numbered || labels.length > 0;
  const number = tag ?? (counted ? context.labels.next('Equation', labels) : undefined);
  if (tag !== undefined) for (const label of labels) context.labels.name(label, 'Equation', tag);
  return element('disp-formula', {}, [...(number === undefined ? [] : [element('label', {}, [number])]), content]);
}
