import type { CitedWork } from '../facts/linking-facts.ts';
import { authorWords, type Target, type TitleIndex } from './title-index.ts';
import { titleKey } from './title-key.ts';

/** Years between a work and a reference to it that may be an error or a preprint's. */
const tolerance = 1;
/** A title of fewer words than this is that of many works, unless it is this long in letters. */
const fewWords = 4;
const manyLetters = 24;
/** A title without its subtitle must have this many words to say anything. */
const fewestMainWords = 3;

/**
 * The paper that a reference describes by title, year and first author: the titles are the same; years differ by one at
 * most, and first authors agree, where both say so. Both must be said where a title is short, or the same only without a
 * subtitle, or where both have a DOI and these differ, as those of a preprint and the article do.
 * @param self key of the paper with the reference, which does not cite itself
 */
export function findCited(reference: CitedWork, index: TitleIndex, self: string): string | undefined {
  const [best] = candidates(reference, index)
    .filter(({ target }) => target.key !== self)
    .map(({ target, mustAgree }) => ({ target, agreement: agreementOf(reference, target), mustAgree }))
    .filter(({ target, agreement, mustAgree }) => {
      const { year, author } = agreement;
      if (year === false || author === false) return false;
      const isOther = reference.doi !== undefined && target.dois.size > 0;
      return (year === true && author === true) || !(mustAgree || isOther);
    })
    .toSorted((a, b) => rank(b.agreement) - rank(a.agreement) || (a.target.key < b.target.key ? -1 : 1));
  return best?.target.key;
}

function candidates(reference: CitedWork, index: TitleIndex): { target: Target; mustAgree: boolean }[] {
  const tied = (targets: readonly Target[], mustAgree: boolean) => targets.map((target) => ({ target, mustAgree }));
  if (reference.title === undefined) return tied(reference.raw === undefined ? [] : index.within(reference.raw), true);
  const title = titleKey(reference.title);
  const whole = tied(index.entitled(title.key), title.words < fewWords && title.key.length < manyLetters);
  const main = title.main && title.main.words >= fewestMainWords ? index.entitled(title.main.key) : [];
  const headed = title.words >= fewestMainWords ? index.headed(title.key) : [];
  return [...whole, ...tied([...main, ...headed], true)];
}

/** True or false where both say it. `distance` in years. */
type Agreement = { year: boolean | undefined; author: boolean | undefined; distance: number };

function agreementOf(reference: CitedWork, { year, author }: Target): Agreement {
  const [first] = reference.authors;
  const distance = reference.year === undefined || year === undefined ? undefined : Math.abs(reference.year - year);
  const raw = reference.title === undefined ? reference.raw : undefined;
  const named = authorWords(first ?? raw ?? '');
  const isSaid = named.length > 0 && author !== undefined && author.length > 0;
  const isInRaw = raw !== undefined && year !== undefined && raw.includes(String(year));
  return {
    year: distance === undefined ? isInRaw || undefined : distance <= tolerance,
    author: isSaid ? author.some((word) => named.includes(word)) : undefined,
    distance: distance ?? tolerance,
  };
}

function rank({ author, distance }: Agreement): number {
  return Number(author === true) - distance;
}
