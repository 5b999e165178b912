import { element } from '../../xml/element.ts';
import type { XmlElement } from '../../xml/tree.ts';

export type LabelKind = 'Figure' | 'Table' | 'Equation' | 'Section';

/** How a cross-reference shows what it points at: "Figure 1", "1" or "(1)". */
export type ReferenceForm = 'named' | 'number' | 'bracketed';

const prefixes: Readonly<Record<string, LabelKind>> = {
  fig: 'Figure',
  tab: 'Table',
  tbl: 'Table',
  eq: 'Equation',
  eqn: 'Equation',
  sec: 'Section',
};

/** Numbers figures, tables and equations in their order, and fills in the cross-references when all are known. */
export class Labels {
  readonly #counts = new Map<LabelKind, number>();
  readonly #shown = new Map<string, { kind: LabelKind; number: string }>();
  readonly #pending: { xref: XmlElement; label: string; form: ReferenceForm }[] = [];

  /** The next number of a kind, which the labels then stand for. */
  next(kind: LabelKind, labels: readonly string[]): string {
    const number = String((this.#counts.get(kind) ?? 0) + 1);
    this.#counts.set(kind, Number(number));
    for (const label of labels) this.#shown.set(label, { kind, number });
    return number;
  }

  /** A label whose target has a name or number of its own, as a section. */
  name(label: string, kind: LabelKind, number: string): void {
    this.#shown.set(label, { kind, number });
  }

  reference(label: string, form: ReferenceForm): XmlElement {
    const xref = element('xref', { 'ref-type': 'other', rid: label });
    this.#pending.push({ xref, label, form });
    return xref;
  }

  /** Whether a key is spelled like a label (`fig:overview`). */
  static isLabel(key: string): boolean {
    return Object.hasOwn(prefixes, /^([a-z]+):/.exec(key)?.[1] ?? '');
  }

  /** Writes the text of all cross-references; those that point nowhere show their label. */
  resolve(): { unresolved: number } {
    let unresolved = 0;
    for (const { xref, label, form } of this.#pending) {
      const target = this.#shown.get(label);
      if (!target) unresolved++;
      const number = target?.number ?? label;
      const kind = target?.kind ?? prefixes[/^([a-z]+):/.exec(label)?.[1] ?? ''];
      const named = target && !/^\d/.test(number) ? number : kind && target ? `${kind} ${number}` : number;
      xref.children.push(form === 'named' ? named : form === 'bracketed' ? `(${number})` : number);
    }
    return { unresolved };
  }
}
