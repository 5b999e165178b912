/** The files of the `ontology` folder that programs read or serve. The folder stands beside `libs`. */
export const ontologyFiles = {
  /** Turtle. */
  vocabulary: new URL('../../../../ontology/ddm.ttl', import.meta.url),
  /** Turtle: the vocabulary of what a language model suggests. */
  suggestions: new URL('../../../../ontology/suggestions.ttl', import.meta.url),
  /** SHACL Core, in Turtle. */
  shapes: new URL('../../../../ontology/shapes.ttl', import.meta.url),
  /** JSON-LD 1.1. */
  context: new URL('../../../../ontology/context.jsonld', import.meta.url),
} as const;
