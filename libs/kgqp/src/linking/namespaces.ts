/** Terms that describe vocabularies and lexicons; those of the papers' graphs are generated (`@askg/ddm`). */
export const owl = 'http://www.w3.org/2002/07/owl#';
export const sh = 'http://www.w3.org/ns/shacl#';
export const skos = 'http://www.w3.org/2004/02/skos/core#';
export const ontolex = 'http://www.w3.org/ns/lemon/ontolex#';
export const lexinfo = 'http://www.lexinfo.net/ontology/3.0/lexinfo#';
export const lex = 'https://w3id.org/askg/lexicon#';
export const rdfsNamespace = 'http://www.w3.org/2000/01/rdf-schema#';
