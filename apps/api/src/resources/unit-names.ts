import type { PlacedUnit } from './units.ts';

const kinds: Record<PlacedUnit['kind'], string> = {
  abstract: 'Abstract',
  section: 'Section',
  paragraph: 'Paragraph',
  sentence: 'Sentence',
  citation: 'Citation',
  mention: 'Mention',
  figure: 'Figure',
  table: 'Table',
  row: 'Table row',
  formula: 'Formula',
  footnote: 'Footnote',
  reference: 'Reference',
  contribution: 'Contribution',
};

/** What a unit is, in words. */
export function unitKind({ kind }: PlacedUnit): string {
  return kinds[kind];
}

/** What a unit is called where it is linked to: its heading or printed label, else its kind and ordinal. */
export function unitName(unit: PlacedUnit): string {
  const ordinal = /(\d+)$/.exec(unit.id)?.[1];
  const plain = ordinal === undefined ? kinds[unit.kind] : `${kinds[unit.kind]} ${ordinal}`;
  switch (unit.kind) {
    case 'section':
      return [unit.section.number, unit.section.heading || plain].filter(Boolean).join(' ');
    case 'paragraph':
      return unit.paragraph.kind === 'item' ? `List item ${ordinal}` : plain;
    case 'figure':
      return unit.figure.label ?? plain;
    case 'table':
      return unit.table.label ?? plain;
    case 'contribution':
      return unit.contributor.name;
    default:
      return plain;
  }
}
