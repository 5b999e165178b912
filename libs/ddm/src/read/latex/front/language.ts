import type { Preamble } from '../expand/preamble.ts';

/** Languages of babel and polyglossia, by the tags of BCP 47. */
const tags: Readonly<Record<string, string>> = {
  american: 'en-US',
  USenglish: 'en-US',
  british: 'en-GB',
  UKenglish: 'en-GB',
  english: 'en',
  german: 'de',
  ngerman: 'de',
  austrian: 'de-AT',
  naustrian: 'de-AT',
  french: 'fr',
  francais: 'fr',
  frenchb: 'fr',
  spanish: 'es',
  portuguese: 'pt',
  portuges: 'pt',
  brazil: 'pt-BR',
  brazilian: 'pt-BR',
  italian: 'it',
  dutch: 'nl',
  russian: 'ru',
  ukrainian: 'uk',
  polish: 'pl',
  czech: 'cs',
  swedish: 'sv',
  danish: 'da',
  norsk: 'nb',
  finnish: 'fi',
  hungarian: 'hu',
  turkish: 'tr',
  greek: 'el',
  catalan: 'ca',
  romanian: 'ro',
};

/** The language that babel is loaded for: the one called `main`, else the last. */
export function languageOf(preamble: Preamble): string | undefined {
  const options = preamble.options('babel');
  const main = options.map((option) => /^main\s*=\s*(\w+)$/.exec(option)?.[1]).find((name) => name !== undefined);
  const name = main ?? options.findLast((option) => Object.hasOwn(tags, option)) ?? '';
  return Object.hasOwn(tags, name) ? tags[name] : undefined;
}
