const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text of a piece of XML: no tags, entities resolved, single spaces. */
export function plainText(xml: string): string {
  return xml
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, number?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return number === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number(number));
    })
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
