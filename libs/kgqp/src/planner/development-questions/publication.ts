import { type DevelopmentQuestion, starting, titles } from './patterns.ts';

export const aboutPublication: readonly DevelopmentQuestion[] = [
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
];
