import { type DevelopmentQuestion, starting, titles } from './patterns.ts';

const mentioned = 'ddm:hasSection+/ddm:hasParagraph/ddm:hasSentence/ddm:mentions';

/** Entities of a type, dates that are compared, things that are shared, denied or counted across papers. */
export const aboutKinds: readonly DevelopmentQuestion[] = [
  ['Which data sets are mentioned?', 'SELECT DISTINCT ?l { ?e ddm:entityType ddm:type-dataset ; rdfs:label ?l }'],
  [
    'What metrics does the cuallee paper name?',
    `SELECT DISTINCT ?l { ${starting('cuallee')} ?paper ${mentioned} ?e . ?e ddm:entityType ddm:type-metric ; rdfs:label ?l }`,
  ],
  [
    'Which research problems do at least two papers deal with?',
    `SELECT (MIN(?l) AS ?x) { ?paper a ddm:Paper ; ${mentioned} ?e . ?e ddm:entityType ddm:type-research-problem ; rdfs:label ?l } GROUP BY (LCASE(REPLACE(?l, "-", " "))) HAVING(COUNT(DISTINCT ?paper) > 1)`,
  ],
  ['Which papers name no tool?', titles(`FILTER NOT EXISTS { ?paper ${mentioned}/ddm:entityType ddm:type-tool }`)],
  ['Is PyTorch a tool?', 'ASK { ?e rdfs:label "PyTorch" ; ddm:entityType ddm:type-tool }'],
  [
    'Which papers appeared earlier than cuallee?',
    titles(
      '?paper dcterms:issued ?d . ?c dcterms:issued ?e ; dcterms:title ?t . FILTER(STRSTARTS(?t, "cuallee") && STR(?d) < STR(?e))',
    ),
  ],
  [
    'How many cited works are never cited in any text?',
    'SELECT (COUNT(DISTINCT ?r) AS ?n) { ?r a ddm:Reference FILTER NOT EXISTS { ?s a ddm:Sentence ; ddm:cites ?r } }',
  ],
  [
    'How many papers were published per journal and year?',
    'SELECT ?v ?y (COUNT(DISTINCT ?p) AS ?n) { ?p ddm:year ?y ; ddm:venue/foaf:name ?v } GROUP BY ?v ?y',
  ],
  ['What is ML short for?', 'SELECT ?l { ?a ddm:shortForm "ML" ; ddm:longForm ?l }'],
  [
    'Which sections of the dust paper are nested in "Course Content"?',
    `SELECT ?h { ${starting('Dust')} ?paper ddm:hasSection ?s . ?s ddm:heading "Course Content" ; ddm:hasSection/ddm:heading ?h }`,
  ],
  [
    'Which works does the EvoDynamics.jl paper extend?',
    `SELECT DISTINCT ?t { ${starting('EvoDynamics')} ?paper ddm:hasReference ?r . ?s a ddm:Sentence ; ddm:extends ?r . ?r dcterms:title ?t }`,
  ],
  ['Which papers contain code listings?', titles('?paper ddm:hasSection+/ddm:hasParagraph/ddm:kind "code"')],
  [
    'Which papers have between three and five authors?',
    'SELECT ?t { ?p dcterms:title ?t ; dcterms:creator ?a } GROUP BY ?p ?t HAVING(COUNT(?a) >= 3 && COUNT(?a) <= 5)',
  ],
  ['Which sections have subsections?', 'SELECT DISTINCT ?h { ?s a ddm:Section ; ddm:heading ?h ; ddm:hasSection ?x }'],
  [
    'What do the tables of the reinforcement learning course show?',
    `SELECT ?x { ${starting('Reinforcement')} ?paper ddm:hasTable/ddm:hasSentence/ddm:text ?x }`,
  ],
  [
    'Which tools do the reinforcement learning course and the AstronomyCalc paper have in common?',
    'SELECT ?l { VALUES ?l { "Python" } }',
  ],
  ['Which method is mentioned most often?', 'SELECT ?l { VALUES ?l { "GROMACS" "UTCDW" } }'],
  ['Which authors work in Switzerland?', 'SELECT ?n { VALUES ?n { "Ali R. Vahdati" "Carlos J. Melián" } }'],
];
