import { cleanTex } from '../../jats/math/tex.ts';
import { texToMathml } from '../../tex-math/tex-to-mathml.ts';
import { element } from '../../xml/element.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import type { LatexContext } from '../article/context.ts';
import type { MathNode } from '../tree/node.ts';
import { texOf } from '../tree/plain.ts';
import { plainTex } from './plain-tex.ts';

/** Environments that number every line, and those that number themselves once. */
const numbersLines = /^(?:align|alignat|xalignat|gather|eqnarray|flalign|IEEEeqnarray)$/;
const numbersOnce = /^(?:equation|multline|dmath)$/;

const label = /\\label\s*\{([^{}]*)\}/g;
const tag = /\\tag\*?\s*\{([^{}]*)\}/;
/** What changes only how a formula is set. */
const layout =
  /\\(?:label|tag\*?|vspace\*?|hspace\*?|setlength|addtolength|raisebox|mathchoice|hskip|kern|mkern)\s*\{[^{}]*\}|\\(?:nonumber|notag|allowdisplaybreaks|noindent|footnotesize|small|normalsize|scriptsize|tiny|large|centering|par|relax|hfill|break|nobreak|displaylimits|smallskip|medskip|bigskip)(?![a-zA-Z])/g;

/** A formula as MathML where all of it is known, else as TeX. Displayed ones get the numbers that the page shows. */
export function readMath(node: MathNode, context: LatexContext): XmlElement {
  const source = texOf(plainTex(node.tokens));
  if (!node.display) return element('inline-formula', {}, [contentOf(source, '', false)]);
  const numbers = numbersOf(node, source, context);
  const printed = numbers.length > 2 ? `${numbers[0]}–${numbers.at(-1)}` : numbers.join(', ');
  return element('disp-formula', {}, [
    ...(printed === '' ? [] : [element('label', {}, [`(${printed})`])]),
    contentOf(source, node.environment, true),
  ]);
}

function contentOf(source: string, environment: string, display: boolean): XmlNode {
  // The columns of these are named before they begin.
  const columns = /^(?:x?alignat|IEEEeqnarray)\*?$/.test(environment) ? /^\s*(?:\[[^\]]*\])?\{[^{}]*\}/ : undefined;
  const bare = source
    .replaceAll(layout, ' ')
    .replace(columns ?? /^\s+/, '')
    .trim()
    .replace(/\\\\\s*$/, '');
  const symbol = singleWord(bare);
  if (symbol !== undefined && !display) return symbol;
  return texToMathml(known(bare), display) ?? element('tex-math', {}, [cleanTex(bare)]);
}

/** Commands that the converter does not know, in those that it does. */
function known(tex: string): string {
  return tex
    .replaceAll(/\\[bp]mod(?![a-zA-Z])/g, '\\operatorname{mod}')
    .replaceAll('\\operatorname*', '\\operatorname')
    .replaceAll(/\\(?:substack|mathbfcal)(?=\s*\{)/g, '')
    .replaceAll(/\\\\|\\(?:[ /!]|$)/g, (command) => (command === '\\\\' ? command : ' '));
}

/** Words that are set as a formula for their look only: `$\text{BERT}$`. */
function singleWord(tex: string): string | undefined {
  return /^\\(?:text|textrm|textsc|textbf|textit|texttt|mbox|mathrm|textnormal)\s*\{([\p{L}\p{N} .,'()+-]*)\}$/u.exec(
    tex,
  )?.[1];
}

function numbersOf(node: MathNode, source: string, context: LatexContext): string[] {
  const isStarred = node.environment.endsWith('*');
  const lines = numbersLines.test(node.environment) ? splitLines(source) : [source];
  const counts = !isStarred && (numbersLines.test(node.environment) || numbersOnce.test(node.environment));
  const numbers: string[] = [];
  for (const line of lines) {
    const labels = [...line.matchAll(label)].map(([, name = '']) => name);
    const own = tag.exec(line)?.[1];
    const isSilent = /\\(?:nonumber|notag)\b/.test(line) || line.trim() === '';
    const number = own ?? (counts && !isSilent ? context.counters.step('equation') : undefined);
    if (number !== undefined) numbers.push(number);
    for (const name of labels) context.labels.set(name, { kind: 'equation', number: number ?? numbers.at(-1) ?? '' });
  }
  return numbers;
}

/** The lines of a formula, those of a matrix inside it apart. */
function splitLines(source: string): string[] {
  const lines = [''];
  let depth = 0;
  for (const [piece] of source.matchAll(/\\begin\s*\{|\\end\s*\{|\\\\|\\.|[{}]|[^\\{}]+/gs)) {
    // `\begin{` opens a brace and an environment; `\end{` opens a brace and closes an environment.
    if (piece.startsWith('\\begin')) depth += 2;
    else if (piece === '{') depth++;
    else if (piece === '}') depth--;
    if (piece === '\\\\' && depth === 0) lines.push('');
    else lines[lines.length - 1] += piece;
  }
  return lines;
}
