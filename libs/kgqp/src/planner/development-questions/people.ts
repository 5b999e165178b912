import { type DevelopmentQuestion, starting, authors, titles, extreme } from './patterns.ts';

export const aboutPeople: readonly DevelopmentQuestion[] = [
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
];
