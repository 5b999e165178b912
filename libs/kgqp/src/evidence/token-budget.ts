import { estimateTokens } from '../answer/estimate-tokens.ts';
import { antecedentsOf, promisedBy } from './antecedents.ts';
import type { PlacedUnit } from './corpus-view.ts';

/** What stands around a quote in a prompt: its number and the names of its fields. */
const frame = 16;

/** How many tokens of a chat model's prompt units of evidence may still take, each with its title and section, and with what it
 * cannot be read without. */
export class TokenBudget {
  #left: number;
  readonly #counted = new Set<string>();

  constructor(tokens: number) {
    this.#left = tokens;
  }

  /** Takes what a unit costs, counting no sentence twice. @returns false, and nothing is taken, when it costs more than is left */
  spend(placed: PlacedUnit): boolean {
    const fresh = [...antecedentsOf(placed), placed, ...promisedBy(placed)].filter(
      ({ iri }) => !this.#counted.has(iri),
    );
    const cost = fresh.reduce((sum, each) => sum + costOf(each), 0);
    if (cost > this.#left) return false;
    this.#left -= cost;
    for (const { iri } of fresh) this.#counted.add(iri);
    return true;
  }
}

function costOf({ paper, unit }: PlacedUnit): number {
  return frame + estimateTokens([paper.title, unit.section ?? '', unit.text].join(' '));
}
