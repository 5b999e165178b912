import type { Format } from '@askg/contract';

/** A file beside the paper, in the same folder; no name leads out of it. */
const plainName = /^[\w.-]+\.bib$/;
/** Bibliographies are named in the front matter, or near the end of a paper in LaTeX. */
const longestText = 4 * 1024 * 1024;

/** How each format names its bibliographies. */
const patterns: Partial<Record<Format, RegExp>> = {
  markdown: /[\w.-]+\.bib\b/g,
  latex: /\\(?:bibliography|addbibresource|addglobalbib)\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}/g,
};

/**
 * The bibliographies that a paper in plain text names and that would stand beside it: plain names of `.bib` files, each
 * once, in order. Perhaps more than its reader will ask for, never fewer of that kind.
 */
export function companionNames(bytes: Uint8Array, format: Format): string[] {
  const pattern = patterns[format];
  if (!pattern) return [];
  const text = new TextDecoder().decode(bytes.subarray(0, longestText));
  const names = [...text.matchAll(pattern)]
    .flatMap(([whole, list]) => (list ?? whole).split(','))
    .map((name) => name.trim())
    .map((name) => (format === 'latex' && !name.endsWith('.bib') ? `${name}.bib` : name));
  return [...new Set(names.filter(isCompanionName))];
}

/** Whether a name is that of a bibliography in the folder of the paper, and leads nowhere else. */
export function isCompanionName(name: string): boolean {
  return plainName.test(name);
}
