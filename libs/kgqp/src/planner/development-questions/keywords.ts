import { type DevelopmentQuestion, starting, keyword, titles } from './patterns.ts';

export const aboutKeywords: readonly DevelopmentQuestion[] = [
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
];
