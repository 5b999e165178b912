/**
 * What each kind of evidence adds to the odds, as natural logarithms, that two people of one name are one. Set by hand and
 * tuned on the development half of `npm run eval -- people`.
 */
export const weights = {
  /** What a merge must reach. */
  threshold: 0,
  /** What a pair of a common name must reach beyond that, for each e-fold of pairs between the two groups. */
  chance: 0.6,
  /** Taken off at the start: that two are one has to be shown. */
  doubt: 2.5,
  /** Of the rarity of a name: the logarithm of one over the others expected by chance. */
  rarity: 1.3,
  /** A name that is common among those counted is more common among people, who share it. */
  crowd: 3,
  /** Taken off for each thing in which the spellings differ. */
  strain: 1.5,
  /** The most that a name says of which only initials are known. */
  mostOfInitials: -1,
  /** Of an e-mail address and of a work that both papers are versions of. */
  email: 8,
  sameWork: 8,
  /** Of each unit of rarity of shared co-authors, and the most that they add. */
  coauthor: 0.8,
  shortCoauthor: 0.25,
  mostOfCoauthors: 8,
  /** Of affiliations that have all their words in common. */
  affiliation: 3.5,
  leastAffiliation: 0.5,
  /** The one paper cites the other; each unit of rarity of works that both cite. */
  citing: 2.5,
  work: 0.3,
  mostOfWorks: 3,
  venue: 0.5,
  /** Of each unit of rarity of shared words in titles and keywords. */
  topic: 0.2,
  mostOfTopics: 2,
  /** Taken off for each year between the papers above so many. */
  year: 0.05,
  freeYears: 8,
};
