import { element } from '../xml/element.ts';
import { rawText, type XmlElement } from '../xml/tree.ts';
import { accents, functions, letters, operators, silent, styles, texts } from './symbols.ts';
import { texTokens, type TexToken } from './tex-tokens.ts';

/** No formula of a paper nests deeper; the parser recurses. */
const deepest = 64;

/** What a formula uses that the converter does not know. */
class Unknown extends Error {}

/**
 * A TeX formula as presentational MathML, in the names of the XML layer (`mml:mfrac`), with the TeX as annotation: the
 * form in which JATS gives formulas, so that both read alike. Spacing and fonts are left out.
 * @returns nothing for a formula with commands that are not known
 */
export function texToMathml(tex: string, display = false): XmlElement | undefined {
  try {
    const row = new TexParser(texTokens(tex)).parse();
    const annotation = element('mml:annotation', { encoding: 'application/x-tex' }, [tex]);
    return element('mml:math', display ? { display: 'block' } : {}, [element('mml:semantics', {}, [row, annotation])]);
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

type End = 'close' | 'right' | 'end' | 'bracket';

class TexParser {
  readonly #tokens: readonly TexToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly TexToken[]) {
    this.#tokens = tokens;
  }

  parse(): XmlElement {
    const rows = this.#rows(undefined);
    if (this.#at < this.#tokens.length) throw new Unknown();
    return rows;
  }

  /** Cells and rows up to an end, as a table where there is more than one. */
  #rows(end: End | undefined): XmlElement {
    if (++this.#depth > deepest) throw new Unknown();
    const rows: XmlElement[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(element('mml:mrow', {}, this.#cell(end)));
      const token = this.#tokens[this.#at];
      if (token?.kind !== 'cell' && token?.kind !== 'row') break;
      this.#at++;
      if (token.kind === 'row') rows.push([]);
    }
    this.#depth--;
    const [first] = rows;
    if (rows.length === 1 && first?.length === 1 && first[0]) return first[0];
    const filled = rows.filter((cells) => cells.some(({ children }) => children.length > 0));
    return element(
      'mml:mtable',
      {},
      filled.map((cells) =>
        element(
          'mml:mtr',
          {},
          cells.map((cell) => element('mml:mtd', {}, [cell])),
        ),
      ),
    );
  }

  #cell(end: End | undefined): XmlElement[] {
    const atoms: XmlElement[] = [];
    for (let token = this.#tokens[this.#at]; token; token = this.#tokens[this.#at]) {
      if (token.kind === 'cell' || token.kind === 'row' || this.#isEnd(token, end)) break;
      const atom = this.#atom();
      if (atom) atoms.push(this.#scripted(atom));
    }
    return atoms;
  }

  #isEnd(token: TexToken, end: End | undefined): boolean {
    if (token.kind === 'close') return true;
    if (token.kind === 'character') return end === 'bracket' && token.text === ']';
    return token.kind === 'command' && (token.text === 'right' || token.text === 'end');
  }

  /** An atom with the scripts and primes behind it. */
  #scripted(base: XmlElement): XmlElement {
    let sub: XmlElement | undefined;
    const above: XmlElement[] = [];
    for (let token = this.#skipSpace(); token; token = this.#skipSpace()) {
      if (token.kind === 'prime') above.push(element('mml:mo', {}, ['′']));
      else if (token.kind !== 'sub' && token.kind !== 'super') break;
      this.#at++;
      if (token.kind === 'sub') sub = this.#argument();
      else if (token.kind === 'super') above.push(this.#argument());
    }
    const sup = above.length > 1 ? element('mml:mrow', {}, above) : above[0];
    if (sub && sup) return element('mml:msubsup', {}, [base, sub, sup]);
    if (sub) return element('mml:msub', {}, [base, sub]);
    return sup ? element('mml:msup', {}, [base, sup]) : base;
  }

  #skipSpace(): TexToken | undefined {
    for (;;) {
      const token = this.#tokens[this.#at];
      const space = token?.kind === 'character' && token.text.trim() === '';
      const isLayout = token?.kind === 'command' && /^(?:no)?limits$/.test(token.text);
      if (!space && !isLayout) return token;
      this.#at++;
    }
  }

  #argument(): XmlElement {
    const token = this.#skipSpace();
    if (!token || token.kind === 'close') throw new Unknown();
    return this.#atom() ?? element('mml:mrow');
  }

  #atom(): XmlElement | undefined {
    const token = this.#tokens[this.#at++];
    switch (token?.kind) {
      case 'open': {
        const group = this.#rows('close');
        this.#expect('close');
        return group;
      }
      case 'character':
        return characterAtom(token.text);
      case 'command':
        return this.#command(token.text);
      case 'sub':
      case 'super':
      case 'prime':
        // Scripts on nothing.
        this.#at--;
        return element('mml:mrow');
      default:
        throw new Unknown();
    }
  }

  #command(name: string): XmlElement | undefined {
    const letter = letters.get(name);
    const operator = operators.get(name);
    if (letter !== undefined) return element('mml:mi', {}, [letter]);
    if (operator !== undefined) return element('mml:mo', {}, [operator]);
    if (functions.has(name)) return element('mml:mi', {}, [name]);
    if (silent.has(name) || name.trim() === '') return undefined;
    if (texts.has(name)) return element('mml:mtext', {}, [this.#text()]);
    if (name === 'operatorname') return element('mml:mi', {}, [this.#text()]);
    if (name === 'label' || name === 'tag') {
      this.#text();
      return undefined;
    }
    if (styles.has(name)) return this.#argument();
    const accent = accents.get(name);
    if (accent !== undefined) return element('mml:mover', {}, [this.#argument(), element('mml:mo', {}, [accent])]);
    return this.#structure(name);
  }

  #structure(name: string): XmlElement | undefined {
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'cfrac':
        return element('mml:mfrac', {}, [this.#argument(), this.#argument()]);
      case 'binom':
        return element('mml:mfenced', { separators: ';' }, [this.#argument(), this.#argument()]);
      case 'sqrt': {
        const index = this.#optional();
        const radicand = this.#argument();
        return index ? element('mml:mroot', {}, [radicand, index]) : element('mml:msqrt', {}, [radicand]);
      }
      case 'overset':
      case 'stackrel': {
        const over = this.#argument();
        return element('mml:mover', {}, [this.#argument(), over]);
      }
      case 'underset': {
        const under = this.#argument();
        return element('mml:munder', {}, [this.#argument(), under]);
      }
      case 'underbrace':
      case 'underline':
        return this.#argument();
      case 'not': {
        const next = this.#argument();
        return element('mml:mo', {}, [`${rawText(next)}\u0338`.normalize('NFC')]);
      }
      case 'left': {
        const open = this.#delimiter();
        const inner = this.#rows('right');
        this.#at++;
        return element('mml:mrow', {}, [...open, inner, ...this.#delimiter()]);
      }
      case 'begin':
        return this.#environment();
      default:
        throw new Unknown();
    }
  }

  #delimiter(): XmlElement[] {
    const token = this.#skipSpace();
    if (!token) throw new Unknown();
    if (token.kind === 'character' && token.text === '.') {
      this.#at++;
      return [];
    }
    const atom = this.#atom();
    return atom ? [atom] : [];
  }

  #environment(): XmlElement {
    const name = this.#text().replace(/\*$/, '');
    if (
      !/^(?:equation|align(?:ed|at)?|gather(?:ed)?|split|multline|eqnarray|cases|array|[pbvBV]?matrix|smallmatrix)$/.test(
        name,
      )
    ) {
      throw new Unknown();
    }
    if (name === 'array' || name === 'alignat') this.#text();
    const rows = this.#rows('end');
    this.#at++;
    this.#text();
    const fences: Record<string, [string, string]> = {
      cases: ['{', ''],
      pmatrix: ['(', ')'],
      bmatrix: ['[', ']'],
      vmatrix: ['|', '|'],
      Bmatrix: ['{', '}'],
      Vmatrix: ['‖', '‖'],
    };
    const [open, close] = fences[name] ?? ['', ''];
    const fence = (mark: string): XmlElement[] => (mark === '' ? [] : [element('mml:mo', {}, [mark])]);
    return element('mml:mrow', {}, [...fence(open), rows, ...fence(close)]);
  }

  /** An argument in square brackets, where there is one. */
  #optional(): XmlElement | undefined {
    const token = this.#skipSpace();
    if (token?.kind !== 'character' || token.text !== '[') return undefined;
    this.#at++;
    const content = this.#rows('bracket');
    this.#at++;
    return content;
  }

  /** An argument as it stands. */
  #text(): string {
    const open = this.#skipSpace();
    if (open?.kind !== 'open') throw new Unknown();
    this.#at++;
    let text = '';
    for (let depth = 1; depth > 0;) {
      const token = this.#tokens[this.#at++];
      if (!token) throw new Unknown();
      if (token.kind === 'open') depth++;
      else if (token.kind === 'close') depth--;
      else if (token.kind === 'character') text += token.text;
      else if (token.kind === 'command') text += operators.get(token.text) ?? letters.get(token.text) ?? ' ';
      else if (token.kind === 'sub') text += '_';
      else if (token.kind === 'super') text += '^';
      else if (token.kind === 'prime') text += '’';
    }
    return text;
  }

  #expect(kind: TexToken['kind']): void {
    if (this.#tokens[this.#at++]?.kind !== kind) throw new Unknown();
  }
}

function characterAtom(text: string): XmlElement | undefined {
  if (text.trim() === '') return undefined;
  if (text === '~') return undefined;
  if (/^\d/.test(text)) return element('mml:mn', {}, [text]);
  if (/^\p{L}/u.test(text)) return element('mml:mi', {}, [text]);
  return element('mml:mo', {}, [text === '-' ? '−' : text === '*' ? '∗' : text]);
}
