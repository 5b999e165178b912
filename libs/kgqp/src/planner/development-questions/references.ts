import { type DevelopmentQuestion, starting, folded, titles, extreme } from './patterns.ts';

export const aboutReferences: readonly DevelopmentQuestion[] = [
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
];
