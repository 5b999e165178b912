import type { Heap } from './heap.ts';
import type { PdfiumFunctions } from './pdfium.ts';

/** A font as the page names it. `family` is the name without its subset tag and style. */
export type Font = { name: string; family: string; bold: boolean; italic: boolean; mono: boolean; math: boolean };

const bold = /bold|black|heavy|demi|medi(?!um)|^(?:cm|sf|ec)(?:bx|b\d|ssbx|sx)|-bd/i;
const italic = /ital|obli|slant|^(?:cm|sf|ec)(?:ti|sl|mi|bxti)|-it\b/i;
const mono =
  /mono|courier|typewriter|^(?:cm|sf|ec)tt|consol|menlo|inconsolata|lmtt|nimbusmon|txtt|pxtt|typewriter|code|cursor|tt\d+-/i;
const math =
  /^(?:cm(?:mi|sy|ex|bsy)|ms[ab]m|eu[ferbs]m|rsfs|stmary|wasy|lasy)|math|symbol|^(?:tx|px)(?:sy|ex|mi)|mt(?:sy|mi|ex)/i;

/** TeX's fonts of line pieces and circle pieces: what they draw is no text. */
const picture = /^l(?:circle|ine)w?\d+$/i;

export function drawsPictures({ name }: Font): boolean {
  return picture.test(name);
}

/** What the name of a font says of it; flags of PDF (bit 1 fixed pitch, 7 italic, 19 bold) add to it. */
export function describeFont(fullName: string, flags = 0): Font {
  const name = fullName.replace(/^[A-Z]{6}\+/, '');
  return {
    name,
    family: name.replace(/[-,].*$/, '').replace(/\d+$/, ''),
    bold: bold.test(name) || (flags & 0x40000) !== 0,
    italic: italic.test(name) || (flags & 0x40) !== 0,
    mono: mono.test(name) || (flags & 1) !== 0,
    math: math.test(name),
  };
}

/** The fonts of one document, each described once. */
export class FontTable {
  readonly #functions: PdfiumFunctions;
  readonly #heap: Heap;
  readonly #fonts = new Map<string, Font>();

  constructor(functions: PdfiumFunctions, heap: Heap) {
    this.#functions = functions;
    this.#heap = heap;
  }

  /** Two handles of one font give the same object. */
  get(handle: number): Font {
    const name =
      handle === 0
        ? ''
        : this.#heap.string('utf-8', (buffer, size) => this.#functions.FPDFFont_GetBaseFontName(handle, buffer, size));
    const flags = handle === 0 ? 0 : Math.max(0, this.#functions.FPDFFont_GetFlags(handle));
    const key = `${name}\0${flags}`;
    let font = this.#fonts.get(key);
    if (!font) this.#fonts.set(key, (font = describeFont(name, flags)));
    return font;
  }
}
