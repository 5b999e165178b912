/** What stands behind the last slash or hash of an IRI. */
export function localName(iri: string): string {
  return /[^/#]+(?=\/?$)/.exec(iri)?.[0] ?? iri;
}
