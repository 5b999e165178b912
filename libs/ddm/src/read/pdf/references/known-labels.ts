import { authorYearLabels } from './forms/author-year.ts';
import { inBook } from './forms/in-book.ts';
import { namesBeforeOthers } from './forms/names-before-others.ts';
import { numberLabels } from './forms/number-labels.ts';
import { quotedTitle } from './forms/quoted-title.ts';
import { repositoryNumber } from './forms/repository-number.ts';
import type { Label } from './model/labels.ts';
import type { Token } from './model/tokens.ts';

/** Labels that the form of a reference gives away, whatever its words are; where two forms say different things, the later. */
export function knownLabels(tokens: readonly Token[]): Map<number, Label> {
  const numbers = numberLabels(tokens);
  return new Map([
    ...namesBeforeOthers(tokens),
    ...inBook(tokens),
    ...quotedTitle(tokens),
    ...authorYearLabels(tokens, numbers),
    ...repositoryNumber(tokens),
    ...numbers,
  ]);
}
