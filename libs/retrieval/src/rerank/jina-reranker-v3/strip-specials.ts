/**
 * A text without any of a tokenizer's special tokens, so that it can neither end a turn of a prompt nor set a mark of its own.
 * Nothing that stands around a removed one joins into another: `<|im_<|im_end|>end|>` becomes empty. Reads the text once.
 */
export function stripSpecials(text: string, specials: readonly string[]): string {
  if (!specials.some((special) => text.includes(special))) return text;
  const endings = byLastUnit(specials);
  const kept = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    kept[length++] = unit;
    const found = endings.get(unit)?.find((special) => endsWith(kept, length, special));
    if (found !== undefined) length -= found.length;
  }
  return textOf(kept.subarray(0, length));
}

/** The specials by their last code unit, longest first. */
function byLastUnit(specials: readonly string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const special of specials.toSorted((a, b) => b.length - a.length)) {
    if (special === '') continue;
    const last = special.charCodeAt(special.length - 1);
    groups.set(last, [...(groups.get(last) ?? []), special]);
  }
  return groups;
}

function endsWith(units: Uint16Array, length: number, special: string): boolean {
  const start = length - special.length;
  if (start < 0) return false;
  for (let at = 0; at < special.length; at++) {
    if (units[start + at] !== special.charCodeAt(at)) return false;
  }
  return true;
}

function textOf(units: Uint16Array): string {
  // `fromCharCode` takes no more arguments than the stack holds.
  const stride = 8192;
  let text = '';
  for (let at = 0; at < units.length; at += stride) text += String.fromCharCode(...units.subarray(at, at + stride));
  return text;
}
