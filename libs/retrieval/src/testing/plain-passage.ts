import type { Passage } from '../passages/passage.ts';

/** A passage of a text alone, in a paper without a title. */
export function plainPassage(text: string, ordinal: number): Passage {
  return {
    iri: `http://x/${ordinal}`,
    ordinal,
    paper: 'p',
    graphDigest: 'a',
    title: '',
    kind: 'text',
    text,
    units: [],
  };
}
