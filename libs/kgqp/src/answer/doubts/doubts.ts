import { movesBounds } from '../measured-numbers.ts';
import { overstates } from '../overstates.ts';
import { isTurnedRound } from '../turned-round.ts';
import { boasts, claimsCause, misattributes } from './claims-more.ts';
import { clauseOf } from './clauses.ts';
import { mixesClauses } from './mixes-clauses.ts';
import { movesNumbers } from './moves-numbers.ts';
import { hasOtherSubject } from './other-subject.ts';
import { crossesPairs, replacesWords } from './replaces-words.ts';
import { comparesTheOtherWay, swapsArguments } from './swaps-arguments.ts';
import { widens } from './widens.ts';

/** What a claim rests on: its quotes, the one that says most of it, and all with the titles and headings above them. */
export type Ground = { quotes: readonly string[]; nearest: string; around: string };

/**
 * What keeps a claim from being called supported although its words stand in its quotes: that it says the opposite, more, or
 * the same of something else. Neither shared words nor vectors notice these.
 */
const doubts: readonly (readonly [name: string, holds: (claim: string, ground: Ground) => boolean])[] = [
  [
    'opposite',
    (claim, { nearest }) => !comparesTheOtherWay(claim, nearest) && isTurnedRound(claim, clauseOf(claim, nearest)),
  ],
  ['surer or wider', (claim, { nearest }) => overstates(claim, clauseOf(claim, nearest))],
  ['other bounds', (claim, { quotes }) => movesBounds(claim, quotes.join(' '))],
  ['other number', (claim, { quotes }) => movesNumbers(claim, quotes.join(' '))],
  ['roles swapped', (claim, { nearest }) => swapsArguments(claim, nearest)],
  ['things mixed', (claim, { quotes }) => mixesClauses(claim, quotes)],
  ['condition left out', (claim, { nearest }) => widens(claim, nearest)],
  ['cause', (claim, { nearest }) => claimsCause(claim, nearest)],
  ['superlative', (claim, { nearest }) => boasts(claim, nearest)],
  ['work of others', (claim, { nearest }) => misattributes(claim, nearest)],
  [
    'other thing',
    (claim, { nearest, around }) => replacesWords(claim, nearest, around) || crossesPairs(claim, nearest),
  ],
  ['other subject', (claim, { nearest }) => hasOtherSubject(claim, nearest)],
];

/** The names of the doubts about a claim; none where nothing speaks against it. */
export function doubtsAbout(claim: string, ground: Ground): string[] {
  return doubts.filter(([, holds]) => holds(claim, ground)).map(([name]) => name);
}
