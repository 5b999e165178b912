/** Prefixes that a query may use without declaring them: those of the vocabularies in the graph. A declaration wins. */
export const wellKnownPrefixes: Readonly<Record<string, string>> = {
  askgo: 'https://www.anu.edu.au/onto/scholarly#',
  biro: 'http://purl.org/spar/biro/',
  c4o: 'http://purl.org/spar/c4o/',
  cito: 'http://purl.org/spar/cito/',
  dcterms: 'http://purl.org/dc/terms/',
  ddm: 'https://w3id.org/askg/ddm#',
  deo: 'http://purl.org/spar/deo/',
  doco: 'http://purl.org/spar/doco/',
  fabio: 'http://purl.org/spar/fabio/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  oa: 'http://www.w3.org/ns/oa#',
  owl: 'http://www.w3.org/2002/07/owl#',
  pro: 'http://purl.org/spar/pro/',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The lines that declare some of them. */
export function declarePrefixes(prefixes: readonly string[]): string[] {
  return prefixes.map((prefix) => `PREFIX ${prefix}: <${wellKnownPrefixes[prefix]}>\n`);
}
