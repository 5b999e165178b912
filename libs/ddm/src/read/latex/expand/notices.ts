import type { Findings } from '../../jats/findings.ts';
import type { Place } from '../tokens/token.ts';

/** Lines that one finding names; the others are only counted. */
const mostPlaces = 5;

const kinds = {
  'ddm/latex-unbalanced': 'Braces and environments that do not match',
  'ddm/latex-math': 'Formulas that do not end where their paragraph does',
  'ddm/macro-limit': 'Macros that call themselves or grow too large, left out',
  'ddm/missing-input': 'Files that the source takes in but does not hold',
  'ddm/outside-upload': 'Files outside the upload, or links in it, not read',
  'ddm/recursive-input': 'Files that take themselves in, read once',
  'ddm/guessed-encoding': 'Files whose encoding is not said, taken for Western European',
  'ddm/missing-companion': 'Bibliographies that the paper names and the source does not hold',
  'ddm/unreadable-companion': 'Bibliographies that cannot be read',
} as const;

export type NoticeCode = keyof typeof kinds;

/** What went wrong in a LaTeX source and where, one finding a kind. */
export class Notices {
  readonly #found = new Map<NoticeCode, { amount: number; places: string[] }>();

  add(code: NoticeCode, place: Place | string): void {
    const found = this.#found.get(code) ?? { amount: 0, places: [] };
    this.#found.set(code, found);
    found.amount++;
    const shown = typeof place === 'string' ? place : `${place.file}, line ${place.line}`;
    if (found.places.length < mostPlaces && !found.places.includes(shown)) found.places.push(shown);
  }

  tell(findings: Findings): void {
    for (const [code, { amount, places }] of this.#found) {
      findings.count(
        code,
        'warning',
        `${kinds[code]}: ${places.join('; ')}${amount > places.length ? '; …' : ''}.`,
        amount,
      );
    }
  }
}
