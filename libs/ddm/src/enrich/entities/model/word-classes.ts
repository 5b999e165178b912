type Classes = { coarse: string; fine: string };

const unknown: Classes = { coarse: '?', fine: '?' };

/**
 * Words in classes of those that stand in like places, in a coarse and a fine division. Words that are not known share a
 * class.
 */
export class WordClasses {
  readonly #classes: ReadonlyMap<string, Classes>;

  constructor(classes: ReadonlyMap<string, Classes>) {
    this.#classes = classes;
  }

  /** @param word in small letters, its digits as zeros (`foldWord`) */
  of(word: string): Classes {
    return this.#classes.get(word) ?? unknown;
  }
}

export function foldWord(word: string): string {
  return word.toLowerCase().replaceAll(/\d/g, '0');
}

/** @param text a line for each word: the word, its coarse and its fine class, apart by spaces */
export function parseWordClasses(text: string): WordClasses {
  const classes = new Map<string, Classes>();
  for (const line of text.split('\n')) {
    const [word = '', coarse = '', fine = ''] = line.split(' ');
    if (fine !== '') classes.set(word, { coarse, fine });
  }
  return new WordClasses(classes);
}
