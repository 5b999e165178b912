const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'ft',
  ﬆ: 'st',
};

/** The end of a sentence right before the start of another: a word or a bracket, a point, a word with a capital. */
const joint = /(?<=(?:\p{Ll}{2}|\p{Lu}{3}|[)\]\d])[.?!])(?=\p{Lu}(?:[\p{L}\d-]*[ ,/]|\p{Ll}+'))/gu;
/** What is left where a marker was cut out before a point. */
const emptied = /(?<=[\p{L})\]]) (?=\.(?:\s|$|\p{Lu}))/gu;
/** A word that the end of a line has cut; "pre- and postprocessing" is none. */
const cutWord = /[\p{L}\d]+- (?!(?:and|or|to|as|nor) )\p{Ll}+/gu;

/**
 * Mends what the programs that made the published graphs did to texts: sentences joined without a space, ligatures of the
 * typesetter, words that a line end had cut in two, and the space before a marker that was cut out.
 */
export class TextMender {
  readonly #words: ReadonlySet<string>;

  /** @param texts all texts of the paper: a hyphen stays in a word where the paper has the word with it elsewhere */
  constructor(texts: readonly string[]) {
    this.#words = new Set(texts.flatMap((text) => plain(text).match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? []));
  }

  /** The text, and how many sentences were apart that it had run together. */
  mend(text: string): { text: string; joints: number } {
    const whole = plain(text).replaceAll(cutWord, (cut) => {
      const hyphenated = cut.replace('- ', '-');
      return this.#words.has(hyphenated) ? hyphenated : cut.replace('- ', '');
    });
    const closed = whole.replaceAll(emptied, '');
    return { text: closed.replaceAll(joint, ' '), joints: closed.match(joint)?.length ?? 0 };
  }
}

function plain(text: string): string {
  return text.replaceAll(/[ﬀ-ﬆ]/g, (ligature) => ligatures[ligature] ?? ligature).normalize('NFC');
}
