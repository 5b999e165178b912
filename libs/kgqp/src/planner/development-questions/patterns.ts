/** A question with a query that gives what it asks for: each row of it must be in one row of the answer, and no other. */
export type DevelopmentQuestion = readonly [question: string, gold: string];

export const starting = (title: string, variable = 'paper') =>
  `?${variable} a ddm:Paper ; dcterms:title ?${variable}Title . FILTER(STRSTARTS(?${variable}Title, "${title}"))`;
export const authors = (title: string) => `SELECT ?name { ${starting(title)} ?paper dcterms:creator/foaf:name ?name }`;
export const keyword = (word: string) =>
  `?paper a ddm:Paper ; ddm:hasKeyword/rdfs:label ?k . FILTER(LCASE(?k) = "${word}")`;
export const folded = (name: string) => `REPLACE(LCASE(${name}), "[^\\\\p{L}\\\\p{N}]+", "")`;
export const titles = (where: string) =>
  `SELECT DISTINCT ?title { ?paper a ddm:Paper ; dcterms:title ?title . ${where} }`;
export const extreme = (pattern: string, by: 'MAX' | 'MIN') => `SELECT ?title ?n {
  { SELECT ?title (COUNT(DISTINCT ?x) AS ?n) { ?paper a ddm:Paper ; dcterms:title ?title . OPTIONAL { ${pattern} } } GROUP BY ?title }
  { SELECT (${by}(?m) AS ?best) { { SELECT ?paper (COUNT(DISTINCT ?x) AS ?m) { ?paper a ddm:Paper . OPTIONAL { ${pattern} } } GROUP BY ?paper } } }
  FILTER(?n = ?best) }`;
