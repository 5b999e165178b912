import { createHash } from 'node:crypto';
import { type Entity, entity } from './entity.ts';

/** A file of a crate, named as it lies in the folder or archive. */
export type CrateFile = { name: string; title: string; mediaType: string; bytes: Uint8Array };

/** Name of the file that describes all others. */
const metadataName = 'ro-crate-metadata.json';
const specification = 'https://w3id.org/ro/crate/1.2';

/** What is told of a file: its name, media type, size and digest. */
export function fileEntity({ name, title, mediaType, bytes }: CrateFile): Entity {
  return entity(name, 'File', {
    name: title,
    encodingFormat: mediaType,
    contentSize: String(bytes.byteLength),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
}

/**
 * The metadata document of an RO-Crate 1.2 (https://w3id.org/ro/crate/1.2).
 * @param root the entity of the crate as a whole, `./`
 * @param others what it refers to; those that are undefined are left out
 */
export function crateDocument(root: Entity, others: readonly (Entity | undefined)[]): object {
  const descriptor = entity(metadataName, 'CreativeWork', {
    conformsTo: { '@id': specification },
    about: { '@id': root['@id'] },
  });
  return {
    '@context': [`${specification}/context`, { sha256: 'http://schema.org/sha256' }],
    '@graph': [descriptor, root, ...others.filter((each) => each !== undefined)],
  };
}

/** The metadata document as the first file of its crate. */
export function metadataFile(document: object): CrateFile {
  const bytes = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
  return { name: metadataName, title: 'What the files are', mediaType: 'application/ld+json', bytes };
}
