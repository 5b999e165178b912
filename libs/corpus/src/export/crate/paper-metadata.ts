import type { ExportedPaper } from '../paper/exported-paper.ts';
import { articleEntities } from './article.ts';
import { crateDocument, type CrateFile, fileEntity } from './crate-file.ts';
import { entity, to } from './entity.ts';
import { licenceEntity } from './licence.ts';

/** Day of the export (ISO 8601), and version of askg. */
export type CrateOptions = { day: string; version: string };

/**
 * The metadata document of an RO-Crate that holds a paper: the file that was read, what was made from it, who wrote it, and
 * under which licence.
 * @param files the first is the one that was read, the others were made from it
 */
export function paperMetadata(
  paper: ExportedPaper,
  files: readonly [source: CrateFile, ...made: CrateFile[]],
  { day, version }: CrateOptions,
): object {
  const { document, iri } = paper;
  const licence = licenceEntity(document.licence);
  const [article, ...context] = articleEntities(document, iri, licence);
  const [source, ...made] = files.map(fileEntity);
  const software = entity('#askg', 'SoftwareApplication', { name: 'askg', version });
  const reading = entity('#reading', 'CreateAction', {
    name: 'The paper was read into a graph',
    object: source && to(source),
    result: made.map(to),
    instrument: to(software),
  });
  const root = entity('./', 'Dataset', {
    name: document.title === '' ? paper.key : document.title,
    description: `A scholarly paper as the file that was read, and as a knowledge graph down to the sentence: ${iri}`,
    datePublished: day,
    license: licence ? to(licence) : 'The paper does not tell its licence; ask its authors before you use it.',
    author: article['author'],
    mainEntity: to(article),
    citation: to(article),
    mentions: to(reading),
    hasPart: [source, ...made].filter((file) => file !== undefined).map(to),
  });
  return crateDocument(root, [source, ...made, article, ...context, licence, reading, software]);
}
