import type { Finding } from '@askg/contract';

/** Counts what a reader could not do, and tells it as one finding a kind, whatever the number of times. */
export class Findings {
  readonly #unknown = new Map<string, number>();
  readonly #dropped = new Map<string, number>();
  readonly #counted = new Map<string, Finding & { amount: number }>();

  /** An element this reader does not know; its text was kept. */
  unknown(element: string): void {
    this.#unknown.set(element, (this.#unknown.get(element) ?? 0) + 1);
  }

  /** Text that has no place in a document; `what` names it for people, in the plural where it can be. */
  dropped(what: string, characters: number): void {
    if (characters > 0) this.#dropped.set(what, (this.#dropped.get(what) ?? 0) + characters);
  }

  count(code: string, severity: Finding['severity'], message: string, amount = 1): void {
    const finding = this.#counted.get(code);
    if (finding) finding.amount += amount;
    else this.#counted.set(code, { code, severity, message, amount });
  }

  list(): Finding[] {
    const findings: Finding[] = [...this.#counted.values()];
    if (this.#unknown.size > 0) {
      findings.push({
        code: 'ddm/unknown-element',
        severity: 'warning',
        message: `Elements that the reader does not know; their text was kept: ${listed(this.#unknown)}.`,
        amount: sum(this.#unknown),
      });
    }
    if (this.#dropped.size > 0) {
      findings.push({
        code: 'ddm/dropped-text',
        severity: 'info',
        message: `Text left out, in characters: ${listed(this.#dropped)}.`,
        amount: sum(this.#dropped),
      });
    }
    return findings;
  }
}

function listed(amounts: ReadonlyMap<string, number>): string {
  return [...amounts].map(([name, amount]) => `${name} (${amount})`).join(', ');
}

function sum(amounts: ReadonlyMap<string, number>): number {
  return [...amounts.values()].reduce((total, amount) => total + amount, 0);
}
