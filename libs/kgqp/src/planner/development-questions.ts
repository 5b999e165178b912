/** A question with a query that gives what it asks for: each row of it must be in one row of the answer, and no other. */
export type DevelopmentQuestion = readonly [question: string, gold: string];

const starting = (title: string, variable = 'paper') =>
  `?${variable} a ddm:Paper ; dcterms:title ?${variable}Title . FILTER(STRSTARTS(?${variable}Title, "${title}"))`;
const authors = (title: string) => `SELECT ?name { ${starting(title)} ?paper dcterms:creator/foaf:name ?name }`;
const keyword = (word: string) => `?paper a ddm:Paper ; ddm:hasKeyword/rdfs:label ?k . FILTER(LCASE(?k) = "${word}")`;
const folded = (name: string) => `REPLACE(LCASE(${name}), "[^\\\\p{L}\\\\p{N}]+", "")`;
const titles = (where: string) => `SELECT DISTINCT ?title { ?paper a ddm:Paper ; dcterms:title ?title . ${where} }`;
const extreme = (pattern: string, by: 'MAX' | 'MIN') => `SELECT ?title ?n {
  { SELECT ?title (COUNT(DISTINCT ?x) AS ?n) { ?paper a ddm:Paper ; dcterms:title ?title . OPTIONAL { ${pattern} } } GROUP BY ?title }
  { SELECT (${by}(?m) AS ?best) { { SELECT ?paper (COUNT(DISTINCT ?x) AS ?m) { ?paper a ddm:Paper . OPTIONAL { ${pattern} } } GROUP BY ?paper } } }
  FILTER(?n = ?best) }`;

/** Questions over the papers of the demo that the planner was developed on. */
export const developmentQuestions: readonly DevelopmentQuestion[] = [
  // People
  ['Who wrote the cuallee paper?', authors('cuallee')],
  ['Who are the authors of VisualTorch?', authors('VisualTorch')],
  ['List the authors of the reinforcement learning course.', authors('Reinforcement Learning')],
  ['By whom was the paper on dark matter and galactic rotation written?', authors('The Data Behind Dark')],
  ['Which people wrote "Dust Aerosol Detection, Monitoring and Forecasting"?', authors('Dust Aerosol')],
  ['who is the author of AstronomyCalc', authors('AstronomyCalc')],
  ['Who wrote the paper with the DOI 10.21105/jose.00243?', authors('The University of Toronto')],
  ['Who is the first author of the dark matter paper?', 'SELECT ?n { VALUES ?n { "A. N. Villano" } }'],
  ['Who is the last author of Practical machine learning with PyTorch?', 'SELECT ?n { VALUES ?n { "Jim Denholm" } }'],
  ['Who is the second author of the Argo Online School?', 'SELECT ?n { VALUES ?n { "Pedro Vélez-Belchí" } }'],
  ['What is the ORCID of Herminio Vazquez?', 'SELECT ?o { ?p foaf:name "Herminio Vazquez" ; ddm:orcid ?o }'],
  [
    'Which author has the ORCID 0000-0003-1937-8006?',
    'SELECT ?n { ?p foaf:name ?n ; ddm:orcid "0000-0003-1937-8006" }',
  ],
  [
    'Which authors have no ORCID?',
    'SELECT DISTINCT ?n { ?paper dcterms:creator ?p . ?p foaf:name ?n . FILTER NOT EXISTS { ?p ddm:orcid ?o } }',
  ],
  [
    'With whom did Jack Atkinson write?',
    'SELECT DISTINCT ?n { ?paper dcterms:creator/foaf:name "Jack Atkinson" ; dcterms:creator/foaf:name ?n . FILTER(?n != "Jack Atkinson") }',
  ],
  [
    'Who are the co-authors of Ethan White?',
    'SELECT DISTINCT ?n { ?paper dcterms:creator/foaf:name "Ethan P. White" ; dcterms:creator/foaf:name ?n . FILTER(?n != "Ethan P. White") }',
  ],
  ['Which papers did Carl Boettiger write?', titles('?paper dcterms:creator/foaf:name "Carl Boettiger"')],
  ['How many papers has Julia Wagemann written?', 'SELECT ?n { VALUES ?n { 1 } }'],
  [
    'Which papers have authors at the University of Edinburgh?',
    titles('?paper ddm:hasContribution/ddm:affiliation/foaf:name ?o . FILTER(CONTAINS(?o, "University of Edinburgh"))'),
  ],
  [
    'Which papers have authors from the University of Colorado Boulder?',
    titles(
      '?paper ddm:hasContribution/ddm:affiliation/foaf:name ?o . FILTER(CONTAINS(?o, "University of Colorado Boulder"))',
    ),
  ],
  [
    'Which authors work at the University of Florida?',
    'SELECT DISTINCT ?n { ?c ddm:person/foaf:name ?n ; ddm:affiliation/foaf:name ?o . FILTER(CONTAINS(?o, "University of Florida")) }',
  ],
  [
    'With which organisations are the authors of cuallee affiliated?',
    `SELECT DISTINCT ?o { ${starting('cuallee')} ?paper ddm:hasContribution/ddm:affiliation/foaf:name ?o }`,
  ],
  [
    'What is the affiliation of Willy Fitra Hendria?',
    'SELECT DISTINCT ?o { ?c ddm:person/foaf:name "Willy Fitra Hendria" ; ddm:affiliation/foaf:name ?o }',
  ],
  [
    'List the authors of the Argo Online School with their ORCID.',
    `SELECT ?n ?o { ${starting('The Argo')} ?paper dcterms:creator ?p . ?p foaf:name ?n OPTIONAL { ?p ddm:orcid ?o } }`,
  ],
  [
    'Is Sean Kim an author of QASM-TS?',
    'ASK { ?paper dcterms:creator/foaf:name "Sean Kim" ; dcterms:title ?t . FILTER(CONTAINS(?t, "QASM")) }',
  ],
  ['Did Hao Ye write the cuallee paper?', `ASK { ${starting('cuallee')} ?paper dcterms:creator/foaf:name "Hao Ye" }`],
  ['How many authors does the reinforcement learning paper have?', 'SELECT ?n { VALUES ?n { 9 } }'],
  ['Which paper has the most authors?', extreme('?paper dcterms:creator ?x', 'MAX')],
  [
    'Which papers have exactly one author?',
    'SELECT ?t { ?paper a ddm:Paper ; dcterms:title ?t ; dcterms:creator ?p } GROUP BY ?t HAVING(COUNT(?p) = 1)',
  ],
  [
    'Which papers were written by more than four people?',
    'SELECT ?t { ?paper a ddm:Paper ; dcterms:title ?t ; dcterms:creator ?p } GROUP BY ?t HAVING(COUNT(?p) > 4)',
  ],
  [
    'What is the average number of authors per paper?',
    'SELECT (AVG(?n) AS ?a) { { SELECT ?paper (COUNT(?p) AS ?n) { ?paper a ddm:Paper ; dcterms:creator ?p } GROUP BY ?paper } }',
  ],
  [
    'How many authors does each paper have?',
    'SELECT ?t (COUNT(?p) AS ?n) { ?paper a ddm:Paper ; dcterms:title ?t ; dcterms:creator ?p } GROUP BY ?t',
  ],
  // Venues, years, identifiers
  ['In which journal did QASM-TS appear?', 'SELECT ?v { VALUES ?v { "Journal of Open Source Software" } }'],
  ['Where was the VisualTorch paper published?', 'SELECT ?v { VALUES ?v { "Journal of Open Source Software" } }'],
  ['When was VisualTorch published?', `SELECT ?d { ${starting('VisualTorch')} ?paper dcterms:issued ?d }`],
  ['In which year did ReliaLearnR appear?', `SELECT ?y { ${starting('ReliaLearnR')} ?paper ddm:year ?y }`],
  ['What is the DOI of ReliaLearnR?', 'SELECT ?d { VALUES ?d { "10.21105/jose.00302" } }'],
  ['What is the title of the paper with DOI 10.21105/jose.00200?', titles('?paper ddm:doi "10.21105/jose.00200"')],
  ['Which papers appeared in JOSS?', titles('?paper ddm:venue/foaf:name "Journal of Open Source Software"')],
  ['How many papers were published in the Journal of Open Source Education?', 'SELECT ?n { VALUES ?n { 17 } }'],
  ['Which papers were published in 2024?', titles('?paper ddm:year 2024')],
  ['Which papers appeared after 2023?', titles('?paper ddm:year ?y . FILTER(?y > 2023)')],
  ['Which papers came out between 2020 and 2022?', titles('?paper ddm:year ?y . FILTER(?y >= 2020 && ?y <= 2022)')],
  [
    'Which JOSE papers are from 2023 or later?',
    titles('?paper ddm:year ?y ; ddm:venue/foaf:name "Journal of Open Source Education" . FILTER(?y >= 2023)'),
  ],
  [
    'How many papers appeared before 2023?',
    'SELECT (COUNT(*) AS ?n) { ?p a ddm:Paper ; ddm:year ?y . FILTER(?y < 2023) }',
  ],
  [
    'How many papers were published each year?',
    'SELECT ?y (COUNT(?p) AS ?n) { ?p a ddm:Paper ; ddm:year ?y } GROUP BY ?y',
  ],
  [
    'In which year did the most papers appear?',
    'SELECT ?y (COUNT(?p) AS ?n) { ?p a ddm:Paper ; ddm:year ?y } GROUP BY ?y ORDER BY DESC(?n) LIMIT 1',
  ],
  [
    'How many papers appeared in JOSE and how many in JOSS?',
    'SELECT ?v (COUNT(?p) AS ?n) { ?p a ddm:Paper ; ddm:venue/foaf:name ?v } GROUP BY ?v',
  ],
  [
    'Which venue published the most papers?',
    'SELECT ?v (COUNT(?p) AS ?n) { ?p a ddm:Paper ; ddm:venue/foaf:name ?v } GROUP BY ?v ORDER BY DESC(?n) LIMIT 1',
  ],
  [
    'What are the titles and years of the papers in JOSS?',
    'SELECT ?t ?y { ?p a ddm:Paper ; dcterms:title ?t ; ddm:year ?y ; ddm:venue/foaf:name "Journal of Open Source Software" }',
  ],
  [
    'What is the newest paper?',
    'SELECT ?t { ?p a ddm:Paper ; dcterms:title ?t ; dcterms:issued ?d } ORDER BY DESC(STR(?d)) LIMIT 1',
  ],
  ['Which papers do not have a DOI?', titles('FILTER NOT EXISTS { ?paper ddm:doi ?d }')],
  ['What licence is cuallee under?', 'SELECT ?l { VALUES ?l { "https://creativecommons.org/licenses/by/4.0/" } }'],
  // Keywords
  [
    'List the keywords of the Argo Online School.',
    `SELECT ?k { ${starting('The Argo')} ?paper ddm:hasKeyword/rdfs:label ?k }`,
  ],
  [
    'What are the keywords of the paper by Paul Govan?',
    'SELECT ?k { ?p dcterms:creator/foaf:name "Paul B. Govan" ; ddm:hasKeyword/rdfs:label ?k }',
  ],
  ['Which papers have the keyword PyTorch?', titles(keyword('pytorch'))],
  ['Which papers are tagged with machine learning?', titles(keyword('machine learning'))],
  ['How many papers have the keyword Python?', `SELECT (COUNT(DISTINCT ?paper) AS ?n) { ${keyword('python')} }`],
  [
    'Which papers have both Python and PyTorch as keywords?',
    titles(`${keyword('python')} ?paper ddm:hasKeyword/rdfs:label "PyTorch"`),
  ],
  [
    'Which papers have the keyword docker or LaTeX?',
    titles('?paper ddm:hasKeyword/rdfs:label ?k . FILTER(LCASE(?k) IN ("docker", "latex"))'),
  ],
  ['Which papers have no keywords?', titles('FILTER NOT EXISTS { ?paper ddm:hasKeyword ?k }')],
  ['What is the most common keyword?', 'SELECT ?k { VALUES ?k { "Python" } }'],
  [
    'Which keywords are used by more than one paper?',
    'SELECT (MIN(?k) AS ?x) { ?p ddm:hasKeyword/rdfs:label ?k } GROUP BY (LCASE(?k)) HAVING(COUNT(DISTINCT ?p) > 1)',
  ],
  [
    'Which papers share a keyword with VisualTorch?',
    `SELECT DISTINCT ?title { ${starting('VisualTorch', 'v')} ?v ddm:hasKeyword/rdfs:label ?k . ?p ddm:hasKeyword/rdfs:label ?l ; dcterms:title ?title . FILTER(?p != ?v && LCASE(?k) = LCASE(?l)) }`,
  ],
  ['Are there papers about machine learning?', 'ASK {}'],
  // References and citing
  ['How many references does CART have?', `SELECT (COUNT(*) AS ?n) { ${starting('CART')} ?paper ddm:hasReference ?r }`],
  ['Which paper has the most references?', extreme('?paper ddm:hasReference ?x', 'MAX')],
  ['Which paper cites the fewest works?', extreme('?paper ddm:hasReference ?x', 'MIN')],
  [
    'Which three papers have the most references?',
    'SELECT ?t (COUNT(?r) AS ?n) { ?p a ddm:Paper ; dcterms:title ?t ; ddm:hasReference ?r } GROUP BY ?t ORDER BY DESC(?n) LIMIT 3',
  ],
  [
    'Which papers have more than 15 references?',
    'SELECT ?t { ?p a ddm:Paper ; dcterms:title ?t ; ddm:hasReference ?r } GROUP BY ?t HAVING(COUNT(?r) > 15)',
  ],
  [
    'What is the average number of references per paper?',
    'SELECT (AVG(?n) AS ?a) { { SELECT ?p (COUNT(?r) AS ?n) { ?p a ddm:Paper OPTIONAL { ?p ddm:hasReference ?r } } GROUP BY ?p } }',
  ],
  [
    'Which works does the cuallee paper cite?',
    `SELECT ?t { ${starting('cuallee')} ?paper ddm:hasReference/dcterms:title ?t }`,
  ],
  [
    'Which references of the cuallee paper are from 2018?',
    `SELECT ?t { ${starting('cuallee')} ?paper ddm:hasReference ?r . ?r dcterms:title ?t ; ddm:year 2018 }`,
  ],
  [
    'Which is the oldest reference of the cuallee paper?',
    `SELECT ?t { ${starting('cuallee')} ?paper ddm:hasReference ?r . ?r dcterms:title ?t ; ddm:year ?y } ORDER BY ?y LIMIT 1`,
  ],
  [
    'Which works are cited by more than one paper?',
    `SELECT (MIN(?t) AS ?any) { ?p ddm:hasReference/dcterms:title ?t } GROUP BY (${folded('?t')}) HAVING(COUNT(DISTINCT ?p) > 1)`,
  ],
  [
    'Which papers cite "Active learning increases student performance in science, engineering, and mathematics"?',
    titles(
      '?paper ddm:hasReference/dcterms:title "Active learning increases student performance in science, engineering, and mathematics"',
    ),
  ],
  [
    'Which papers cite the work with the DOI 10.1145/3603707?',
    titles('?paper ddm:hasReference/ddm:doi "10.1145/3603707"'),
  ],
  [
    'Does the VisualTorch paper cite anything from 2019?',
    `ASK { ${starting('VisualTorch')} ?paper ddm:hasReference/ddm:year 2019 }`,
  ],
  ['How many works from 2022 are cited?', 'SELECT (COUNT(*) AS ?n) { ?r a ddm:Reference ; ddm:year 2022 }'],
  [
    'Which sentences of the CART paper cite a reference?',
    `SELECT DISTINCT ?t { ${starting('CART')} ?paper ddm:hasSection+/ddm:hasParagraph/ddm:hasSentence ?s . ?s ddm:cites ?r ; ddm:text ?t }`,
  ],
  [
    'Who are the authors of the works that the VisualTorch paper cites?',
    `SELECT DISTINCT ?a { ${starting('VisualTorch')} ?paper ddm:hasReference/ddm:authors ?a }`,
  ],
  // Parts
  [
    'Which sections does the VisualTorch paper have?',
    `SELECT ?h { ${starting('VisualTorch')} ?paper ddm:hasSection+/ddm:heading ?h }`,
  ],
  [
    'Which papers have an acknowledgements section?',
    titles('?paper ddm:hasSection+/ddm:role ddm:role-acknowledgement'),
  ],
  [
    'Which papers have no acknowledgements?',
    titles('FILTER NOT EXISTS { ?paper ddm:hasSection+/ddm:role ddm:role-acknowledgement }'),
  ],
  [
    'Does the cuallee paper have a method section?',
    `ASK { ${starting('cuallee')} ?paper ddm:hasSection+/ddm:role ddm:role-method }`,
  ],
  [
    'How many figures does each paper have?',
    'SELECT ?t (COUNT(?f) AS ?n) { ?p a ddm:Paper ; dcterms:title ?t OPTIONAL { ?p ddm:hasFigure ?f } } GROUP BY ?t',
  ],
  ['Which papers contain tables?', titles('?paper ddm:hasTable ?t')],
  [
    'Which papers have figures but no tables?',
    titles('?paper ddm:hasFigure ?f . FILTER NOT EXISTS { ?paper ddm:hasTable ?t }'),
  ],
  ['How many tables are there in all papers?', 'SELECT (COUNT(*) AS ?n) { ?t a ddm:Table }'],
  ['Does CART have any figures?', `ASK { ${starting('CART')} ?paper ddm:hasFigure ?f }`],
  [
    'What are the captions of the figures in the VisualTorch paper?',
    `SELECT ?t { ${starting('VisualTorch')} ?paper ddm:hasFigure/ddm:hasSentence/ddm:text ?t }`,
  ],
  [
    'How many sentences does the QASM-TS paper have?',
    'SELECT (COUNT(*) AS ?n) { ?p a ddm:Paper ; dcterms:title ?t . FILTER(CONTAINS(?t, "QASM")) ?p ddm:hasSection+/ddm:hasParagraph/ddm:hasSentence ?s }',
  ],
  [
    'How many sections does each paper have?',
    'SELECT ?t (COUNT(?s) AS ?n) { ?p a ddm:Paper ; dcterms:title ?t ; ddm:hasSection+ ?s . ?s ddm:heading ?h } GROUP BY ?t',
  ],
  // Found wrong in later rounds, and mended
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
];
