/** What models write their special tokens like, whether this model knows them or not. */
const marker = /<\|(?=[^\s<>]{0,64}\|>)/g;

/**
 * A user's text with every special token made ordinary text, so that it can neither end its place in a prompt nor open another:
 * a space comes after the first character, `<|im_end|>` becomes `< |im_end|>`. Nothing is removed, since removing
 * one marker can put another together, and since papers write about such tokens. Applied again it changes nothing.
 * @param specials further strings that are tokens of their own, such as `<think>`: see `PromptTokenizer.specials`
 */
export function plainText(text: string, specials: readonly string[] = []): string {
  let plain = text.replaceAll(marker, '< |');
  for (const special of specials) {
    if (special.length > 1) plain = plain.replaceAll(special, `${special[0]} ${special.slice(1)}`);
  }
  return plain;
}
