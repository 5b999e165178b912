import { type DevelopmentQuestion, starting, titles } from './patterns.ts';

export const aboutParts: readonly DevelopmentQuestion[] = [
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
];
