/** Points (or pixels) below which nobody can read. */
const smallest = 2;
/** From this share on, all three parts of a colour, a colour counts as that of paper: its contrast with white is below 1.2. */
const paper = 0.92;
/** Up to this share of the lightness of white, weighted as eyes see the three parts, a background lets white text be read. */
const darkest = 0.5;

/**
 * Whether a CSS declaration hides text from readers, but not from programs: not displayed, without size or opacity, in the
 * colour of paper without a dark background, moved off the screen or clipped to nothing.
 * @param style the content of an attribute `style`, or of the braces of a rule
 */
export function hidesText(style: string): boolean {
  const declared = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    declared.set(
      declaration.slice(0, colon).trim(),
      declaration
        .slice(colon + 1)
        .replace('!important', '')
        .trim(),
    );
  }
  const is = (property: string, pattern: RegExp): boolean => pattern.test(declared.get(property) ?? '');
  const isCut = is('position', /^(?:absolute|fixed)$/) || is('overflow', /^(?:hidden|clip)$/);
  return (
    is('display', /^none$/) ||
    is('visibility', /^(?:hidden|collapse)$/) ||
    is('opacity', /^(?:0?\.0\d*|0|0%)$/) ||
    isTooSmall(declared.get('font-size')) ||
    (isPaper(declared.get('color')) && !isDark(declared.get('background-color') ?? declared.get('background'))) ||
    is('text-indent', /^-\d{3,}/) ||
    (isCut && ['left', 'top', 'right', 'bottom'].some((side) => is(side, /^-\d{3,}/))) ||
    is('clip', /^rect\(\s*(?:[01](?:px)?[\s,]*){4}\)$/) ||
    is('clip-path', /^inset\((?:50|100)%/) ||
    (isCut && (is('height', /^[01](?:px)?$/) || is('width', /^[01](?:px)?$/)))
  );
}

function isTooSmall(size: string | undefined): boolean {
  const [, amount, unit] = /^(\d*\.?\d+)(px|pt|em|rem|%)?$/.exec(size ?? '') ?? [];
  if (amount === undefined) return false;
  const scale = unit === 'em' || unit === 'rem' ? 12 : unit === '%' ? 0.12 : 1;
  return Number(amount) * scale < smallest;
}

function isPaper(colour: string | undefined): boolean {
  if (colour === 'white' || colour === 'transparent') return true;
  const parts = partsOf(colour);
  return parts !== undefined && (parts[3] === 0 || parts.slice(0, 3).every((part) => part >= paper));
}

/** Whether text in the colour of paper can be read on it, as in the heads of many tables. */
function isDark(background: string | undefined): boolean {
  const [red = 1, green = 1, blue = 1, opacity = 1] = partsOf(background) ?? [];
  return opacity === 1 && 0.2126 * red + 0.7152 * green + 0.0722 * blue < darkest;
}

/** Red, green, blue and, where it is given, opacity of a colour in numbers, each from 0 to 1; undefined for any other. */
function partsOf(colour = ''): number[] | undefined {
  const [, hex = ''] = /^#([0-9a-f]{3,8})$/.exec(colour) ?? [];
  const step = hex.length < 6 ? 1 : 2;
  const digits = hex.match(step === 1 ? /./g : /../g) ?? [];
  const parts = digits.map((part) => Number.parseInt(step === 1 ? part + part : part, 16) / 255);
  const [, inner = ''] = /^rgba?\(([^)]*)\)$/.exec(colour) ?? [];
  const numbers = inner.split(/[\s,/]+/).filter((part) => part !== '');
  for (const [i, part] of numbers.entries()) {
    parts.push(Number.parseFloat(part) / (part.endsWith('%') ? 100 : i < 3 ? 255 : 1));
  }
  return parts.length < 3 ? undefined : parts;
}
