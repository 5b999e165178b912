import type { Definition } from './find-definitions.ts';
import { isShortForm } from './find-definitions.ts';

const entry = /^\s*(\S+(?:\s\S+)?)\s*(?:[:=–—]|,(?=\s))\s*(.+?)\s*$/u;
const announced = /^\s*(?:list of\s+)?abbreviations?(?:\s+used)?\s*[:.–—]\s*/iu;

const longestEntry = 300;

/** Whether a section's heading says that it lists abbreviations. */
export function isGlossary(heading: string): boolean {
  return /\b(?:abbreviations?|acronyms?)\b/iu.test(heading);
}

/** The entries of a text that begins with "Abbreviations:", or of any text of a glossary: `SVM: support vector machine; …`. */
export function glossaryEntries(text: string, inGlossary: boolean): Definition[] {
  if (!inGlossary && !announced.test(text)) return [];
  const parts = text.replace(announced, '').split(/;\s*|\.\s*$/u);
  return parts.flatMap((part) => {
    if (part.length > longestEntry) return [];
    const [, short = '', long = ''] = entry.exec(part) ?? [];
    return isShortForm(short) && long.length > short.length ? [{ short, long }] : [];
  });
}
