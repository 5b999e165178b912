/** Someone named in a paper, as a decision remembers: by the paper, the place among its people, and the name there. */
export type DecidedPerson = { key: string; id: string; name: string };

/**
 * What somebody decided about people: that those of `members` are one person, or that those of `members` are other people
 * than those of `others`. The number of a decision is its place in the log; later ones win.
 */
export type Decision = { id: number; members: DecidedPerson[] } & (
  { kind: 'merge' } | { kind: 'split'; others: DecidedPerson[] }
);
