import type { Format } from '@askg/contract';

/** Ending of the name and media type of the files that are read, by format. */
const kinds: Record<Format, [ending: string, mediaType: string]> = {
  pdf: ['pdf', 'application/pdf'],
  jats: ['xml', 'application/xml'],
  tei: ['xml', 'application/xml'],
  latex: ['tex', 'application/x-tex'],
  html: ['html', 'text/html'],
  markdown: ['md', 'text/markdown'],
  'ddm-turtle': ['ttl', 'text/turtle'],
  'ddm-json': ['json', 'application/json'],
};

/** Archives and compressed files by their first bytes, whatever format is inside. */
const containers: [start: readonly number[], ending: string, mediaType: string][] = [
  [[0x1f, 0x8b], 'gz', 'application/gzip'],
  [[0x50, 0x4b, 0x03, 0x04], 'zip', 'application/zip'],
];

/** What the file that was read is called in a crate, and its media type. */
export function sourceName(format: Format, bytes: Uint8Array): { name: string; mediaType: string } {
  const container = containers.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  const [ending, mediaType] = kinds[format];
  if (container === undefined) return { name: `source.${ending}`, mediaType };
  return { name: `source.${container[1]}`, mediaType: container[2] };
}
