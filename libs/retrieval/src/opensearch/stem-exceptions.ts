/**
 * Stems of words that the server's version of the English stemmer would throw together with others (university and universe,
 * organ and organize); a later version of the same stemmer, which the embedded index uses, keeps them apart.
 */
const exceptions: Readonly<Record<string, string>> = {
  add: 'added adding',
  universiti: 'university universities',
  universal: 'universal universally universality universals',
  organic: 'organic organically',
  organism: 'organism organisms',
  organiz: 'organization organizations organize organizes organized organizing organizer organizers',
  interval: 'interval intervals',
  internal: 'internal internally internalize internalized internalization',
  internat: 'international internationally',
  emergenc: 'emergence emergency emergencies',
  emergent: 'emergent',
  lateral: 'lateral laterally',
  paste: 'paste pasted pastes',
  evening: 'evening evenings',
};

/** The same as rules of the server's filter `stemmer_override`. */
export const stemRules = Object.entries(exceptions).map(([stem, words]) => `${words.split(' ').join(', ')} => ${stem}`);
