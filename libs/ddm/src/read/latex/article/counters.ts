import type { LatexNode } from '../tree/node.ts';

const parents: Readonly<Record<string, string>> = {
  section: 'chapter',
  subsection: 'section',
  subsubsection: 'subsection',
  paragraph: 'subsubsection',
  subparagraph: 'paragraph',
};

/** How the class numbers its sections: 1.2, or I, A, 1 as in IEEE and APS journals. */
export type Numbering = 'decimal' | 'roman';

/** LaTeX's counters: stepped, reset within others, and shown as the source wants them. */
export class Counters {
  readonly #values = new Map([['secnumdepth', 3]]);
  readonly #within = new Map<string, string>(Object.entries(parents));
  readonly #formats = new Map<string, readonly LatexNode[]>();
  readonly #numbering: Numbering;
  #hasChapters: boolean;
  #inAppendix = false;

  constructor(numbering: Numbering, hasChapters: boolean) {
    this.#numbering = numbering;
    this.#hasChapters = hasChapters;
    if (hasChapters) for (const name of ['figure', 'table', 'equation']) this.#within.set(name, 'chapter');
  }

  value(name: string): number {
    return this.#values.get(name) ?? 0;
  }

  set(name: string, value: number): void {
    if (Number.isInteger(value)) this.#values.set(name, value);
  }

  /** The next value of a counter, as it is shown; those within it begin anew. */
  step(name: string): string {
    this.#values.set(name, this.value(name) + 1);
    this.#reset(name, 0);
    return this.show(name);
  }

  /** `\numberwithin`, `\counterwithin`, `\newcounter{name}[parent]`. */
  nest(name: string, parent: string): void {
    this.#within.set(name, parent);
  }

  /** `\renewcommand{\thename}{format}`. */
  format(name: string, format: readonly LatexNode[]): void {
    this.#formats.set(name, format);
  }

  /** Sections are lettered from here. */
  beginAppendix(): void {
    this.#inAppendix = true;
    const top = this.#hasChapters ? 'chapter' : 'section';
    this.#values.set(top, 0);
    this.#reset(top, 0);
  }

  get inAppendix(): boolean {
    return this.#inAppendix;
  }

  /** A counter's value as a reference shows it. */
  show(name: string, depth = 0): string {
    const format = this.#formats.get(name);
    if (format && depth < 8) return this.#evaluate(format, depth + 1).trim();
    const value = this.value(name);
    const isTop = name === (this.#hasChapters ? 'chapter' : 'section');
    if (this.#inAppendix && isTop) return letters(value).toUpperCase();
    if (this.#numbering === 'roman' && Object.hasOwn(romanForms, name)) {
      const own = romanForms[name]?.(value) ?? String(value);
      return name === 'section' ? own : `${this.show(this.#within.get(name) ?? '', depth + 1)}-${own}`;
    }
    const parent = this.#within.get(name);
    const above = parent !== undefined && this.value(parent) > 0 && depth < 8 ? `${this.show(parent, depth + 1)}.` : '';
    return `${above}${value}`;
  }

  /** A section's number as its heading shows it. */
  showHeading(name: string): string {
    const shown = this.show(name);
    return this.#numbering === 'roman' && !this.#formats.has(name) ? shown.slice(shown.lastIndexOf('-') + 1) : shown;
  }

  #reset(name: string, depth: number): void {
    for (const [child, parent] of this.#within) {
      if (parent !== name || depth > 8) continue;
      this.#values.set(child, 0);
      this.#reset(child, depth + 1);
    }
  }

  #evaluate(nodes: readonly LatexNode[], depth: number): string {
    let shown = '';
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i];
      if (node?.kind === 'text') shown += node.text;
      else if (node?.kind === 'group') shown += this.#evaluate(node.children, depth);
      else if (node?.kind === 'command') {
        const style = Object.hasOwn(counterStyles, node.name) ? counterStyles[node.name] : undefined;
        const next = nodes[i + 1];
        if (style && next?.kind === 'group') {
          const [name] = next.children;
          shown += style(this.value(name?.kind === 'text' ? name.text : ''));
          i++;
        } else if (node.name.startsWith('the')) shown += this.show(node.name.slice(3), depth);
      }
    }
    return shown;
  }
}

/** How counters are shown by name of the command. */
export const counterStyles: Readonly<Record<string, (value: number) => string>> = {
  arabic: String,
  alph: (value) => letters(value),
  Alph: (value) => letters(value).toUpperCase(),
  roman: (value) => roman(value).toLowerCase(),
  Roman: roman,
};

const romanForms: Readonly<Record<string, (value: number) => string>> = {
  section: roman,
  subsection: (value) => letters(value).toUpperCase(),
  subsubsection: String,
};

function letters(value: number): string {
  if (value < 1) return String(value);
  return (value > 26 ? letters(Math.floor((value - 1) / 26)) : '') + String.fromCharCode(97 + ((value - 1) % 26));
}

const numerals: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value > 399) return String(value);
  const numeral = numerals.find(([amount]) => amount <= value);
  return numeral ? numeral[1] + roman(value - numeral[0]) : '';
}
