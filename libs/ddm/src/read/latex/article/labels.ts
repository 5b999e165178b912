import { element } from '../../xml/element.ts';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';

/** What a label stands for: the kind of thing and its printed number, and the title of a section. */
export type LabelTarget = { kind: string; number: string; title?: readonly XmlNode[] };

/** How a cross-reference shows its target: "3", "a" (of 3a), "(3)", "Section 3", "section 3", the title. */
export type ReferenceForm = 'number' | 'letter' | 'bracketed' | 'auto' | 'clever' | 'Clever' | 'title';

type Names = readonly [one: string, many: string];

/** Names by kind, as hyperref prints them. */
const autoNames: Readonly<Record<string, string>> = {
  section: 'section',
  subsection: 'subsection',
  subsubsection: 'subsubsection',
  chapter: 'chapter',
  figure: 'Figure',
  table: 'Table',
  equation: 'Equation',
  footnote: 'footnote',
  item: 'item',
  appendix: 'Appendix',
  algorithm: 'Algorithm',
  listing: 'Listing',
};

/** Names by kind, as cleveref prints them in a sentence. */
const cleverNames: Readonly<Record<string, Names>> = {
  section: ['section', 'sections'],
  subsection: ['section', 'sections'],
  subsubsection: ['section', 'sections'],
  chapter: ['chapter', 'chapters'],
  appendix: ['appendix', 'appendices'],
  figure: ['fig.', 'figs.'],
  table: ['table', 'tables'],
  equation: ['eq.', 'eqs.'],
  item: ['item', 'items'],
  algorithm: ['algorithm', 'algorithms'],
  listing: ['listing', 'listings'],
};

const fullNames: Readonly<Record<string, Names>> = {
  figure: ['figure', 'figures'],
  equation: ['equation', 'equations'],
};

/** The labels of a source, and its cross-references, which are filled in when all labels are known. */
export class Labels {
  readonly #targets = new Map<string, LabelTarget>();
  readonly #pending: { xref: XmlElement; labels: readonly string[]; form: ReferenceForm }[] = [];
  readonly #names = new Map<string, Names>();
  readonly #options: readonly string[];
  /** What a label that comes next stands for. */
  current: LabelTarget = { kind: 'section', number: '' };

  /** @param options those of the package cleveref */
  constructor(options: readonly string[]) {
    this.#options = options;
  }

  /** `\label{name}` here. */
  set(name: string, target: LabelTarget = this.current): void {
    if (!this.#targets.has(name)) this.#targets.set(name, target);
  }

  /** `\crefname{kind}{one}{many}`. */
  name(kind: string, names: Names): void {
    this.#names.set(kind, names);
  }

  reference(labels: readonly string[], form: ReferenceForm): XmlElement {
    const xref = element('xref', { 'ref-type': 'other', rid: (labels[0] ?? '').replaceAll(/\s/g, '_') });
    this.#pending.push({ xref, labels, form });
    return xref;
  }

  /** Writes all cross-references; those that point nowhere show two question marks, as LaTeX does. */
  resolve(): { unresolved: number } {
    let unresolved = 0;
    for (const { xref, labels, form } of this.#pending) {
      const targets = labels.map((label) => this.#targets.get(label));
      unresolved += targets.filter((target) => !target).length;
      xref.children.push(...this.#show(targets, form));
    }
    return { unresolved };
  }

  #show(targets: readonly (LabelTarget | undefined)[], form: ReferenceForm): XmlNode[] {
    const [first] = targets;
    if (!first) return ['??'];
    const numberOf = (target: LabelTarget | undefined): string => target?.number || '??';
    switch (form) {
      case 'number':
        return [numberOf(first)];
      case 'letter':
        return [/[a-z]+$/.exec(numberOf(first))?.[0] ?? numberOf(first)];
      case 'bracketed':
        return [`(${numberOf(first)})`];
      case 'title':
        return first.title && first.title.length > 0 ? [...first.title] : [numberOf(first)];
      case 'auto':
        return [`${autoNames[first.kind] ?? first.kind} ${numberOf(first)}`];
      default:
        return [this.#clever(targets, form === 'Clever')];
    }
  }

  /** "figs. 1 to 3 and table 2". */
  #clever(targets: readonly (LabelTarget | undefined)[], atStart: boolean): string {
    const groups = new Map<string, string[]>();
    for (const target of targets) {
      const kind = target?.kind ?? '';
      const number = target?.number || '??';
      groups.set(kind, [...(groups.get(kind) ?? []), kind === 'equation' ? `(${number})` : number]);
    }
    const parts = [...groups].map(([kind, numbers], i) => {
      const name = this.#cleverName(kind, numbers.length > 1, atStart && i === 0);
      return `${name}${name === '' ? '' : ' '}${numberList(numbers)}`;
    });
    return joined(parts);
  }

  #cleverName(kind: string, many: boolean, atStart: boolean): string {
    const own = this.#names.get(kind);
    const isFull = atStart || this.#options.includes('noabbrev');
    const names = own ?? (isFull ? fullNames[kind] : undefined) ?? cleverNames[kind] ?? [kind, `${kind}s`];
    const name = names[many ? 1 : 0] ?? '';
    const isCapital = atStart || (own === undefined && this.#options.some((option) => /^capitali[sz]e$/.test(option)));
    return isCapital ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  }
}

/** Three numbers or more in a row are a range. */
function numberList(numbers: readonly string[]): string {
  const values = numbers.map((number) => Number(number.replaceAll(/[()]/g, '')));
  const isRange = numbers.length > 2 && values.every((value, i) => i === 0 || value === (values[i - 1] ?? NaN) + 1);
  return isRange ? `${numbers[0]} to ${numbers.at(-1)}` : joined(numbers);
}

function joined(parts: readonly string[]): string {
  return parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
}
