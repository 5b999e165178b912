/** The two ways to write an umlaut or a long vowel in a folded word are one: Mueller and Müller, Aarhus and Århus. */
export function foldUmlauts(word: string): string {
  return word.length < 3 ? word : word.replaceAll(/([aou])e/g, '$1').replaceAll('aa', 'a');
}
