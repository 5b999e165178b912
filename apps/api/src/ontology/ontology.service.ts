import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { namespaces, ontologyFiles, parseQuads, serialise, type WritableRdf } from '@askg/ddm';
import { entityTag } from '../http/conditional.ts';
import type { Representation } from '../http/send.ts';
import { layoutVersion } from '../pages/assets.ts';
import { rdfAlternates } from '../resources/rdf-formats.ts';
import { shapesOffers } from './ontology-formats.ts';
import { ontologyPage } from './ontology-page.ts';
import { readVocabulary } from './vocabulary.ts';

/** As `ontology/suggestions.ttl` has it. */
const suggestionsNamespace = 'https://w3id.org/askg/suggestions#';

/** The vocabularies in every form. Each is made once: the files belong to the release, not to the corpus. */
@Injectable()
export class OntologyService {
  readonly #made = new Map<string, Representation>();

  vocabulary(mediaType: WritableRdf | 'text/html'): Representation {
    return this.#once('vocabulary', mediaType, () => {
      if (mediaType !== 'text/html') return rdfFile(ontologyFiles.vocabulary, mediaType);
      const quads = parseQuads(read(ontologyFiles.vocabulary), 'text/turtle', namespaces.ddm);
      return ontologyPage(readVocabulary(quads), 'ddm', rdfAlternates('/ontology', shapesOffers), [
        { href: '/ontology/context.jsonld', label: 'JSON-LD context' },
        { href: '/ontology/shapes?format=turtle', label: 'SHACL shapes' },
        { href: '/ontology/suggestions', label: 'Suggestions of language models' },
      ]);
    });
  }

  /** The vocabulary of what language models suggest, which is kept apart from that of what was read. */
  suggestions(mediaType: WritableRdf | 'text/html'): Representation {
    return this.#once('suggestions', mediaType, () => {
      if (mediaType !== 'text/html') return rdfFile(ontologyFiles.suggestions, mediaType);
      const quads = parseQuads(read(ontologyFiles.suggestions), 'text/turtle', suggestionsNamespace);
      const alternates = rdfAlternates('/ontology/suggestions', shapesOffers);
      return ontologyPage(readVocabulary(quads, suggestionsNamespace), 'sug', alternates, [
        { href: '/ontology', label: 'Deep document model' },
      ]);
    });
  }

  /** The shapes that graphs of papers keep to. */
  shapes(mediaType: WritableRdf): Representation {
    return this.#once('shapes', mediaType, () => rdfFile(ontologyFiles.shapes, mediaType));
  }

  context(): Representation {
    return this.#once('context', 'application/ld+json', () => read(ontologyFiles.context));
  }

  #once(name: string, mediaType: string, make: () => string): Representation {
    const known = this.#made.get(`${name} ${mediaType}`);
    if (known) return known;
    const body = make();
    const made = { mediaType, body, etag: entityTag(body, mediaType, layoutVersion) };
    this.#made.set(`${name} ${mediaType}`, made);
    return made;
  }
}

/** A Turtle file of the ontology in another form; as it stands, comments included, when that is the one wanted. */
function rdfFile(file: URL, mediaType: WritableRdf): string {
  const turtle = read(file);
  return mediaType === 'text/turtle' ? turtle : serialise(parseQuads(turtle, 'text/turtle', namespaces.ddm), mediaType);
}

function read(file: URL): string {
  return readFileSync(file, 'utf8');
}
