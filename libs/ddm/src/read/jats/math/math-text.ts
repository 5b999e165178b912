import { childElements, collapse, rawText, type XmlElement } from '../../xml/tree.ts';

/** Operators that a formula is read with a space around. */
const spaced = /^[=<>≤≥≠≈≡∼≃≅∝±∓×÷·∈∉⊂⊆⊃⊇∪∩∧∨→←↔⇒⇐⇔↦+\u2212≪≫≔⟶⟹|∣]$|^(?:-|:=|==|<=|>=|!=)$/;
/** Operators that are not printed: function application, invisible times, separator and plus. */
const invisible = /[\u2061-\u2064\u200b]/g;

/**
 * A MathML formula on one line, in the order of the source: fractions as `a/b`, scripts with `_` and `^`, roots with
 * `√`, rows of a matrix apart by `;`, cells by `,`. Groups get parentheses only where they would be read wrongly.
 */
export function mathText(element: XmlElement): string {
  return collapse(linear(element)).replaceAll(/([([{]) | (?=[)\]},;])/g, '$1');
}

type MathReader = (element: XmlElement, parts: string[]) => string;

const readers: Record<string, MathReader> = {
  'mml:mo': (element) => {
    const operator = token(element);
    if (operator === ',' || operator === ';') return `${operator} `;
    return spaced.test(operator) ? ` ${operator} ` : operator;
  },
  'mml:ms': token,
  'mml:mtext': (element) => {
    const text = collapse(rawText(element));
    return text === '' ? '' : ` ${text} `;
  },
  'mml:mspace': () => ' ',
  'mml:mphantom': () => '',
  'mml:annotation': () => '',
  'mml:annotation-xml': () => '',
  'mml:mfrac': (_element, [above = '', below = '']) => `${grouped(above)}/${grouped(below)}`,
  'mml:msqrt': (_element, parts) => `√${grouped(parts.join(''))}`,
  'mml:mroot': (element) => {
    const [base, index] = childElements(element).map(linear);
    return `√[${(index ?? '').trim()}]${grouped(base ?? '')}`;
  },
  'mml:msub': (_element, [base = '', sub = '']) => attach(base, script('_', sub)),
  'mml:msup': (_element, [base = '', sup = '']) => attach(base, script('^', sup)),
  'mml:msubsup': (_element, [base = '', sub = '', sup = '']) => attach(base, script('_', sub) + script('^', sup)),
  'mml:munder': (_element, [base = '', under = '']) => attach(base, accent('_', under)),
  'mml:mover': (_element, [base = '', over = '']) => attach(base, accent('^', over)),
  'mml:munderover': (_element, [base = '', under = '', over = '']) =>
    attach(base, script('_', under) + script('^', over)),
  'mml:mmultiscripts': (_element, [base = '', ...scripts]) =>
    base + scripts.map((part, i) => (part.trim() === '' ? '' : script(i % 2 === 0 ? '_' : '^', part))).join(''),
  'mml:mfenced': (element, parts) => {
    const { separators = ',' } = element.attributes;
    const marks = [...separators.replaceAll(/\s/g, '')];
    const inner = parts.map((part, i) =>
      i === 0 ? part : `${marks[Math.min(i - 1, marks.length - 1)] ?? ''} ${part}`,
    );
    return fence(element.attributes.open, '(') + inner.join('') + fence(element.attributes.close, ')');
  },
  'mml:mtable': (_element, rows) => rows.join('; '),
  'mml:mtr': (_element, cells) => rowText(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')),
};

function linear(element: XmlElement): string {
  if (element.name === 'mml:mi' || element.name === 'mml:mn') return token(element);
  const children = childElements(element);
  const reader = readers[element.name];
  if (reader) return reader(element, children.map(linear));
  if (children.length === 0) return collapse(rawText(element));
  return joined(children);
}

const wordEnd = /\p{L}\p{L}$/u;
const wordStart = /^\p{L}\p{L}/u;

/** Juxtaposed names of several letters are words (sin x), single letters are not (xy). */
function joined(children: readonly XmlElement[]): string {
  let text = '';
  let last = '';
  for (const child of children) {
    const part = linear(child);
    const words = wordEnd.test(last)
      ? /^[\p{L}\p{N}]/u.test(part)
      : /[\p{L}\p{N}]$/u.test(last) && wordStart.test(part);
    text += words ? ` ${part}` : part;
    if (part !== '') last = part;
  }
  return text;
}

/** A fence is a bracket or a bar; anything with letters in it is a damaged character reference. */
function fence(given: string | undefined, otherwise: string): string {
  return given === undefined ? otherwise : /[\p{L}\p{N}]/u.test(given) ? '' : given.trim();
}

function token(element: XmlElement): string {
  return collapse(rawText(element)).replaceAll(invisible, '');
}

function grouped(part: string): string {
  const text = part.trim();
  return /^(?:[\p{L}\p{N}.,_^]+|.)$/su.test(text) || isEnclosed(text) ? text : `(${text})`;
}

/** Whether the bracket that a text begins with, under a root or not, is closed by its last character. */
function isEnclosed(text: string): boolean {
  const start = text.startsWith('√') ? 1 : 0;
  if (text[start] !== '(' || !text.endsWith(')')) return false;
  let depth = 0;
  for (let i = start; i < text.length - 1; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    if (depth === 0) return false;
  }
  return true;
}

/** The columns of equations that are aligned at their relation are one line; those of a matrix are a list. */
function rowText(cells: readonly string[]): string {
  return cells.slice(1).some((cell) => /^[=<>≤≥≈≡∼→⇒∝]/.test(cell)) ? cells.join(' ') : cells.join(', ');
}

function script(sign: '_' | '^', part: string): string {
  const text = part.trim();
  if (text === '') return '';
  if (sign === '^' && /^[′″‴*†‡°∘]+$/.test(text)) return text;
  return /^[+\-\u2212]\s*[\p{L}\p{N}]+$/u.test(text) ? sign + text.replace(/\s/, '') : sign + grouped(text);
}

function attach(base: string, scripts: string): string {
  return base.trimEnd() + scripts;
}

/** A bar, hat or arrow over a letter stands behind it. */
function accent(sign: '_' | '^', part: string): string {
  const text = part.trim();
  return /^[^\p{L}\p{N}]$/u.test(text) ? text : script(sign, part);
}
