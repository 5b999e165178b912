import { createHash } from 'node:crypto';
import type { ExportedPaper } from '../exported-paper.ts';
import { articleEntities } from './article.ts';
import { type Entity, entity, to } from './entity.ts';
import { licenceEntity } from './licence.ts';

/** A file of a crate; the first is the one that was read, the others were made from it. */
export type CrateFile = { name: string; title: string; mediaType: string; bytes: Uint8Array };

export type CrateOptions = {
  files: readonly [source: CrateFile, ...made: CrateFile[]];
  /** Day of the export, ISO 8601. */
  day: string;
  /** Version of askg. */
  version: string;
};

const specification = 'https://w3id.org/ro/crate/1.2';

/**
 * The metadata document of an RO-Crate (https://w3id.org/ro/crate/1.2) that holds a paper: the file that was read, what
 * was made from it, who wrote it, and under which licence.
 */
export function crateMetadata(paper: ExportedPaper, { files, day, version }: CrateOptions): object {
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
  const descriptor = entity('ro-crate-metadata.json', 'CreativeWork', {
    conformsTo: { '@id': specification },
    about: to(root),
  });
  const graph = [descriptor, root, source, ...made, article, ...context, licence, reading, software];
  return {
    '@context': [`${specification}/context`, { sha256: 'http://schema.org/sha256' }],
    '@graph': graph.filter((each) => each !== undefined),
  };
}

function fileEntity({ name, title, mediaType, bytes }: CrateFile): Entity {
  return entity(name, 'File', {
    name: title,
    encodingFormat: mediaType,
    contentSize: String(bytes.byteLength),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
}
