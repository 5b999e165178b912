import { foldText } from './fold-text.ts';
import { foldUmlauts } from './fold-umlauts.ts';
import { looseSpelling } from './loose-spelling.ts';

/** A name in folded parts. `given` and `family` are its words, initials as single letters, particles left out. */
export type PersonName = {
  given: readonly string[];
  family: readonly string[];
  /** The parts joined: equal for names that differ in hyphens, spaces, accents, case and particles only. */
  givenKey: string;
  familyKey: string;
  /** `familyKey` in loose spelling. */
  familySound: string;
  /** jr, sr, ii, iii, iv. */
  suffix?: string;
};

/** What a source says of a name; `name` is the whole of it. */
export type WrittenName = { name: string; given?: string; family?: string };

const particles = new Set(
  'van von der den ter ten vander vom zu zur de del della dello delle degli di da dal dalla do dos das du la le les lo el al ul bin ibn bint ben abu af av y e i'.split(
    ' ',
  ),
);
const titles = /^(?:dr|prof|professor|mr|mrs|ms|sir|phd|md|msc|bsc)$/;
const suffixes = /^(?:jr|sr|ii|iii|iv)$/;

/**
 * Takes a name apart. Without a family name of its own, it is what stands before a comma, else the last word with the
 * particles before it.
 */
export function readName({ name, given, family }: WrittenName): PersonName {
  const parts =
    given === undefined && family === undefined ? divide(name) : { given: given ?? '', family: family ?? '' };
  const isShouted = name === name.toUpperCase();
  const familyWords = wordsOf(parts.family, true);
  const allGiven = wordsOf(parts.given, isShouted);
  const suffix = [...familyWords, ...wordsOf(parts.given, true).slice(1)].find((word) => suffixes.test(word));
  const givenWords = allGiven.filter((word, i) => (i === 0 || !suffixes.test(word)) && !titles.test(word));
  const core = familyWords.filter((word) => !suffixes.test(word));
  const bare = core.filter((word) => !particles.has(word));
  const words = bare.length > 0 ? bare : core;
  const familyKey = foldUmlauts(words.join(''));
  return {
    given: givenWords.filter((word, i) => i === 0 || !particles.has(word) || word.length === 1).map(foldUmlauts),
    family: words.map(foldUmlauts),
    givenKey: foldUmlauts(givenWords.join('')),
    familyKey,
    familySound: looseSpelling(familyKey),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

function divide(name: string): { given: string; family: string } {
  const [family = '', ...rest] = name.split(',');
  const behind = rest.join(' ').trim();
  if (behind !== '' && !suffixes.test(foldText(behind).replaceAll('.', ''))) return { given: behind, family };
  const words = name.replaceAll(',', ' ').trim().split(/\s+/);
  let start = words.length - 1;
  while (start > 1 && suffixes.test(foldText(words[start] ?? '').replaceAll('.', ''))) start--;
  while (start > 1 && particles.has(foldText(words[start - 1] ?? ''))) start--;
  return { given: words.slice(0, start).join(' '), family: words.slice(start).join(' ') };
}

/** Initials that are written together (JP, J.P.) become several words, unless the whole name is in capitals. */
function wordsOf(text: string, isShouted: boolean): string[] {
  return text
    .split(/[\s.,\-‐‑–'’`´·()]+/u)
    .flatMap((word) => (!isShouted && /^\p{Lu}{2,3}$/u.test(word) ? [...word] : [word]))
    .map((word) => foldText(word).replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
}
