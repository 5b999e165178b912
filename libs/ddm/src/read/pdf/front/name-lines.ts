import { styleOf } from '../blocks/block.ts';
import type { Line } from '../lines/line.ts';

/**
 * Tells the lines of names of a header from those of affiliations by their style: the names come first, and what follows
 * is set smaller or lighter. Where all is set alike, no line is known to be one of names.
 */
export function nameLines(lines: readonly Line[]): (line: Line) => boolean {
  const styles = new Map(lines.map((line) => [line, styleOf([line])]));
  const first = lines[0] && styles.get(lines[0]);
  if (!first) return () => false;
  const isAlike = (line: Line): boolean => {
    const style = styles.get(line);
    return style !== undefined && Math.abs(style.size - first.size) < 0.03 * first.size && style.bold === first.bold;
  };
  const end = lines.findIndex((line) => !isAlike(line));
  // A style that comes back after another one is not that of the names alone.
  if (end < 0 || lines.slice(end).some(isAlike)) return () => false;
  return isAlike;
}

/** Two to five words that begin with capitals and hold no digit: a name of a form that is not known. */
export function mayBeName(text: string): boolean {
  const words = text.split(' ');
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 1 && words.length < 6 && capitals > 0.5 * words.length && !/[\d@/]/.test(text);
}
