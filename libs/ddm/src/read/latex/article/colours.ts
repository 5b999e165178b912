/** The colours that a source defines, as far as they are white. */
export class Colours {
  readonly #white = new Set(['white']);

  /** `\definecolor{name}{model}{values}`. */
  define(name: string, model: string, values: string): void {
    if (isWhiteValue(model, values)) this.#white.add(name);
    else this.#white.delete(name);
  }

  /** `\colorlet{name}{expression}`. */
  alias(name: string, expression: string): void {
    if (this.isWhite(undefined, expression)) this.#white.add(name);
    else this.#white.delete(name);
  }

  /** Whether `\color[model]{value}` is the colour of the page, or nearly so. */
  isWhite(model: string | undefined, value: string): boolean {
    if (model !== undefined) return isWhiteValue(model, value);
    const [name = '', share, other] = value.trim().split('!');
    if (share === undefined) return this.#white.has(name);
    const part = Number(share);
    if (this.#white.has(name) && part >= 97) return true;
    // What a colour is mixed with is white unless it says otherwise.
    return part <= 3 && (other === undefined || this.#white.has(other));
  }
}

function isWhiteValue(model: string, values: string): boolean {
  const numbers = values.split(',').map((value) => Number(value.trim()));
  switch (model) {
    case 'rgb':
    case 'gray':
      return numbers.every((value) => value >= 0.92);
    case 'RGB':
      return numbers.every((value) => value >= 235);
    case 'HTML':
      return /^(?:E[B-F]|F[0-9A-F]){3}$/i.test(values.trim());
    case 'cmyk':
      return numbers.every((value) => value <= 0.08);
    default:
      return false;
  }
}
