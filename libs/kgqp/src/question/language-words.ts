const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The most common words of questions, without accents, by language. */
export const commonWords: readonly (readonly [tag: string, words: ReadonlySet<string>])[] = [
  [
    'en',
    list(
      'the of and in to is are was were which what who how many does do did has have by for with from on at that this papers paper when where why their it its list show authors cite can be an',
    ),
  ],
  [
    'de',
    list(
      'der die das und in ist sind war waren welche welcher welches was wer wie viele hat haben von fur mit aus auf im den dem des ein eine einer nicht zu wann wo warum gibt es uber werden wurde wurden',
    ),
  ],
  [
    'fr',
    list(
      'le la les et dans est sont etait quels quelles quel quelle qui que comment combien a ont par pour avec de du des un une sur au aux ce cette ne pas quand ou pourquoi il y sont-ils',
    ),
  ],
  [
    'es',
    list(
      'el la los las y en es son era cuales cual que quien quienes como cuantos cuantas ha han por para con de del un una sobre al este esta no cuando donde hay se articulos autores',
    ),
  ],
  [
    'it',
    list(
      'il lo la gli le e in sono era quali quale che chi come quanti quante ha hanno da per con di del della un una su al questo questa non quando dove ci articoli autori',
    ),
  ],
  [
    'pt',
    list(
      'o a os as e em sao era quais qual que quem como quantos quantas tem por para com de do da dos um uma sobre ao este esta nao quando onde ha artigos autores',
    ),
  ],
  [
    'nl',
    list(
      'de het een en in is zijn was waren welke wat wie hoe veel heeft hebben van voor met uit op niet te wanneer waar waarom er over worden werd dit dat',
    ),
  ],
];

/** Scripts that stand for one language well enough. */
export const scripts: readonly (readonly [tag: string, pattern: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];
