import { type DevelopmentQuestion, starting, authors, titles } from './patterns.ts';

/** Found wrong in later rounds, and mended. */
export const foundLater: readonly DevelopmentQuestion[] = [
  [
    'Which papers were written by a single author?',
    'SELECT ?t { ?paper a ddm:Paper ; dcterms:title ?t ; dcterms:creator ?p } GROUP BY ?t HAVING(COUNT(?p) = 1)',
  ],
  ['Are there any papers without references?', 'ASK { ?p a ddm:Paper FILTER NOT EXISTS { ?p ddm:hasReference ?r } }'],
  ['Which papers have PyTorch in their title?', titles('FILTER(CONTAINS(?title, "PyTorch"))')],
  [
    'What is the DOI of the paper about astronomical calculations in Python?',
    'SELECT ?d { VALUES ?d { "10.21105/jose.00261" } }',
  ],
  [
    'How many references do the papers have on average?',
    'SELECT (AVG(?n) AS ?a) { { SELECT ?p (COUNT(?r) AS ?n) { ?p a ddm:Paper ; ddm:hasReference ?r } GROUP BY ?p } }',
  ],
  ['Does the paper on dark matter have tables?', `ASK { ${starting('The Data Behind Dark')} ?paper ddm:hasTable ?t }`],
  ['Is the computational chemistry course cited by the biomolecular simulation course?', 'ASK { FILTER(false) }'],
  ['Does the computational chemistry course cite the biomolecular simulation course?', 'ASK {}'],
  [
    'How many of the authors have an ORCID?',
    'SELECT (COUNT(DISTINCT ?n) AS ?c) { ?p a ddm:Person ; foaf:name ?n ; ddm:orcid ?o }',
  ],
  [
    'Which papers have neither figures nor tables?',
    titles('FILTER NOT EXISTS { ?paper ddm:hasFigure ?f } FILTER NOT EXISTS { ?paper ddm:hasTable ?t }'),
  ],
  [
    'Which JOSE papers did not appear in 2024?',
    titles('?paper ddm:year ?y ; ddm:venue/foaf:name "Journal of Open Source Education" . FILTER(?y != 2024)'),
  ],
  [
    'Which paper was published first?',
    'SELECT ?t { ?p a ddm:Paper ; dcterms:title ?t ; dcterms:issued ?d } ORDER BY STR(?d) LIMIT 1',
  ],
  [
    'What are the first three papers published?',
    'SELECT ?t { ?p a ddm:Paper ; dcterms:title ?t ; dcterms:issued ?d } ORDER BY STR(?d) LIMIT 3',
  ],
  ['What is the maximum number of authors of a paper?', 'SELECT ?n { VALUES ?n { 9 } }'],
  ['Count the papers by year.', 'SELECT ?y (COUNT(?p) AS ?n) { ?p a ddm:Paper ; ddm:year ?y } GROUP BY ?y'],
  [
    'What are the DOI, title and year of the papers by Julia Wagemann?',
    'SELECT ?d ?t ?y { ?p dcterms:creator/foaf:name "Julia Wagemann" ; ddm:doi ?d ; dcterms:title ?t ; ddm:year ?y }',
  ],
  ['autors of the visualtorch paper', authors('VisualTorch')],
  [
    'In which sections is PyTorch cited?',
    'SELECT DISTINCT ?h { ?r dcterms:title ?t . FILTER(STRSTARTS(LCASE(?t), "pytorch:")) ?s ddm:cites ?r . ?x ddm:hasSection*/ddm:hasParagraph/ddm:hasSentence ?s ; ddm:heading ?h }',
  ],
  [
    'How many sections of each role are there?',
    'SELECT (STRAFTER(STR(?r), "#role-") AS ?role) (COUNT(DISTINCT ?s) AS ?n) { ?p ddm:hasSection+ ?s . ?s ddm:role ?r ; ddm:heading ?h } GROUP BY ?r',
  ],
  [
    'Which organisation has the most authors?',
    'SELECT ?o (COUNT(DISTINCT ?n) AS ?c) { ?x ddm:affiliation/foaf:name ?o ; ddm:person/foaf:name ?n } GROUP BY ?o ORDER BY DESC(?c) LIMIT 1',
  ],
  ['Show the caption of figure 1 in CART.', 'SELECT ?t { VALUES ?t { "Architecture of CART." } }'],
  [
    'Which papers came out in February 2024?',
    titles('?paper dcterms:issued ?d . FILTER(STRSTARTS(STR(?d), "2024-02"))'),
  ],
  ['Was the paper on Manim Slides published before the reinforcement learning course?', 'ASK {}'],
  ['Did cuallee appear after VisualTorch?', 'ASK { FILTER(false) }'],
  ['Does CART have more references than cuallee?', 'ASK {}'],
  ['Does CART have fewer references than cuallee?', 'ASK { FILTER(false) }'],
  ['Which keywords do cuallee and CART have in common?', 'SELECT ?k { VALUES ?k { "python" } }'],
  [
    'Which DOIs does the VisualTorch paper cite?',
    `SELECT ?d { ${starting('VisualTorch')} ?paper ddm:hasReference/ddm:doi ?d }`,
  ],
  [
    'What does the applied numerical computing course cite?',
    `SELECT ?t { ${starting('ApplNumComp')} ?paper ddm:hasReference/dcterms:title ?t }`,
  ],
  [
    'How many references does the PyTorch paper have?',
    'SELECT ?t (COUNT(?r) AS ?n) { ?p a ddm:Paper ; dcterms:title ?t ; ddm:hasReference ?r . FILTER(CONTAINS(?t, "PyTorch")) } GROUP BY ?t',
  ],
];
