import { plainText, type TextBlock } from '../blocks/block.ts';

const symbols = /[=+\-−<>≤≥≈≠±×÷·∑∏∫√∂∇∞∈∉⊂⊆∪∩∀∃→←⇒⇔↦∥|^~∼≡∝⊕⊗λαβγδεζηθικμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ(){}[\]]/gu;
const equationLabel = /\(\s*[A-Z]?\d{1,3}(?:\.\d{1,2})?[a-z]?\s*\)$/u;

/** The number of a displayed formula as printed at its end, without brackets. */
export function formulaLabel(text: string): string | undefined {
  return equationLabel.exec(text)?.[0].replaceAll(/[()\s]/g, '');
}

/** A displayed formula: moved in from the margin, mostly signs and single letters, hardly a word. */
export function isFormula(block: TextBlock): boolean {
  const text = plainText(block);
  const em = block.lines[0]?.size ?? 10;
  const isMovedIn = block.lines.every(({ x0 }) => x0 > block.margins.left + 0.8 * em) || equationLabel.test(text);
  if (!isMovedIn || text.length > 600) return false;
  const letters = text.replaceAll(/\s/g, '').length;
  if (letters === 0) return false;
  let math = 0;
  for (const line of block.lines) {
    for (const piece of line.pieces) if (piece.font.math || piece.script !== 'base') math += piece.text.length;
  }
  const signs = text.match(symbols)?.length ?? 0;
  const words = text.match(/\p{L}{4,}/gu)?.length ?? 0;
  const share = Math.max(math, signs) / letters;
  return words <= 1 + letters / 25 && (share > 0.3 || (share > 0.12 && equationLabel.test(text)));
}
