import type { Box, Document, PublicationDate, Section } from '@askg/contract';

/** A field of a paper's metadata, a heading or a reference, under the IRI at which the graph keeps these very words. */
export type MetadataUnit = { id: string; text: string; section?: string; boxes: Box[] };

/** The fields that can be quoted. The title comes first: it stands for the paper where nothing nearer does. */
export function metadataUnits(document: Document): MetadataUnit[] {
  const { doi, arxiv, pmid, url } = document.identifiers;
  const dates = document.date === undefined ? [] : [String(document.date.year), issued(document.date)];
  const own = [document.title, doi, arxiv, pmid, url, document.licence, ...new Set(dates)];
  const units = [
    ...fields('', own),
    ...(document.venue === undefined ? [] : [field('venue', document.venue)]),
    ...document.keywords.map((keyword, i) => field(`kw${i + 1}`, keyword)),
    ...document.contributors.flatMap(({ name, orcid, email }, i) => fields(`person${i + 1}`, [name, orcid, email])),
    ...[...new Set(document.contributors.flatMap(({ affiliations }) => affiliations))].map((name, i) =>
      field(`org${i + 1}`, name),
    ),
    ...document.sections.flatMap(headings),
    ...document.references.map(({ id, raw, boxes }) => ({ id, text: raw, section: 'References', boxes })),
  ];
  const printed = new Map((document.places ?? []).map(({ text, boxes }) => [text, boxes]));
  return units.map((unit) => (unit.boxes.length > 0 ? unit : { ...unit, boxes: printed.get(unit.text) ?? [] }));
}

function headings(section: Section): MetadataUnit[] {
  const own = section.heading === '' ? [] : [{ id: section.id, text: section.heading, boxes: section.boxes ?? [] }];
  return [...own, ...section.sections.flatMap(headings)];
}

function fields(id: string, texts: readonly (string | undefined)[]): MetadataUnit[] {
  return texts.flatMap((text) => (text === undefined ? [] : [field(id, text)]));
}

function field(id: string, text: string): MetadataUnit {
  return { id, text, boxes: [] };
}

function issued({ year, month, day }: PublicationDate): string {
  const parts = [month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'));
  return [String(year), ...parts].join('-');
}
