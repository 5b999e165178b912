/**
 * Large signs of TeX's extension font (cmex and its copies) by their place in it, where a file does not say what they
 * are. D. E. Knuth, The TeXbook, appendix F, figure 5.
 */
const extension = new Map<number, string>([
  ...spread('(', [0x00, 0x10, 0x12, 0x20, 0x30, 0x40]),
  ...spread(')', [0x01, 0x11, 0x13, 0x21, 0x31, 0x41]),
  ...spread('[', [0x02, 0x14, 0x22, 0x32, 0x34, 0x68]),
  ...spread(']', [0x03, 0x15, 0x23, 0x33, 0x35, 0x69]),
  ...spread('{', [0x08, 0x1a, 0x28, 0x38, 0x3a, 0x3c, 0x6e]),
  ...spread('}', [0x09, 0x1b, 0x29, 0x39, 0x3b, 0x3d, 0x6f]),
  ...spread('⟨', [0x0a, 0x1c, 0x2a, 0x44]),
  ...spread('⟩', [0x0b, 0x1d, 0x2b, 0x45]),
  ...spread('|', [0x0c, 0x36, 0x42]),
  ...spread('‖', [0x0d, 0x37, 0x6b]),
  ...spread('∑', [0x50, 0x58]),
  ...spread('∏', [0x51, 0x59]),
  ...spread('∫', [0x52, 0x5a]),
  ...spread('⋃', [0x53, 0x5b]),
  ...spread('⋂', [0x54, 0x5c]),
  ...spread('⨁', [0x4c, 0x4d]),
  ...spread('⨂', [0x4e, 0x4f]),
  ...spread('√', [0x70, 0x71, 0x72, 0x73, 0x74]),
]);

function spread(sign: string, codes: readonly number[]): [number, string][] {
  return codes.map((code) => [code, sign]);
}

/** Signs of TeX's symbol font (cmsy), from place 0 on. The TeXbook, appendix F, figure 4. */
const symbols = [
  '−·×∗÷⋄±∓⊕⊖⊗⊘⊙○∘∙',
  '≍≡⊆⊇≤≥⪯⪰∼≈⊂⊃≪≫≺≻',
  '←→↑↓↔↗↘≃⇐⇒⇑⇓⇔↖↙∝',
  '′∞∈∋△▽/↦∀∃¬∅ℜℑ⊤⊥',
  'ℵABCDEFGHIJKLMNO',
  'PQRSTUVWXYZ∪∩⊎∧∨',
  '⊢⊣⌊⌋⌈⌉{}⟨⟩|‖↕⇕\\≀',
  '√∐∇∫⊔⊓⊑⊒§†‡¶♣♦♥♠',
].join('');

/** Letters and signs of TeX's math italic font (cmmi), from place 0 on. The TeXbook, appendix F, figure 3. */
const italics = [
  'ΓΔΘΛΞΠΣΥΦΨΩαβγδϵ',
  'ζηθικλμνξπρστυϕχ',
  'ψωεϑϖϱςφ↼↽⇀⇁\u{fffd}\u{fffd}▷◁',
  '0123456789.,</>⋆',
  '∂ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZ♭♮♯⌣⌢',
  'ℓabcdefghijklmno',
  'pqrstuvwxyzıȷ℘→⁀',
].join('');

/** Fonts that have nothing but letters at the places of letters: blackboard bold, Fraktur, script. */
const lettersOnly = /^(?:msbm|eu[fs]|rsfs)/i;

/**
 * The sign at a place of a font for formulas, told by the name of the font; undefined for those that are parts of
 * others, and where the font has an order of its own.
 */
export function mathSign(fontName: string, code: number): string | undefined {
  if (lettersOnly.test(fontName)) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code) : undefined;
  if (/ex(?:a|\d|-|$)|extension/i.test(fontName)) return extension.get(code);
  if (/sys?(?:\d|-|$)|^cmb?sy|mathsy/i.test(fontName)) return known(symbols[code]);
  if (/mi(?:b?\d|-|$)|^cmmib?|mathit/i.test(fontName)) return known(italics[code]);
  return undefined;
}

function known(sign: string | undefined): string | undefined {
  return sign === '\u{fffd}' ? undefined : sign;
}
