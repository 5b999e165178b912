// Generated from ontology/ddm.ttl by scripts/generate-terms.ts: change that file, then run `npm run generate`.

/** Namespace of each vocabulary that graphs use, by its prefix. */
export const namespaces = {
  ddm: 'https://w3id.org/askg/ddm#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export const ddm = {
  Abbreviation: 'https://w3id.org/askg/ddm#Abbreviation',
  Affiliation: 'https://w3id.org/askg/ddm#Affiliation',
  CanonicalEntity: 'https://w3id.org/askg/ddm#CanonicalEntity',
  CanonicalPerson: 'https://w3id.org/askg/ddm#CanonicalPerson',
  Citation: 'https://w3id.org/askg/ddm#Citation',
  Contribution: 'https://w3id.org/askg/ddm#Contribution',
  Dataset: 'https://w3id.org/askg/ddm#Dataset',
  Entity: 'https://w3id.org/askg/ddm#Entity',
  Figure: 'https://w3id.org/askg/ddm#Figure',
  Finding: 'https://w3id.org/askg/ddm#Finding',
  Footnote: 'https://w3id.org/askg/ddm#Footnote',
  Formula: 'https://w3id.org/askg/ddm#Formula',
  Keyword: 'https://w3id.org/askg/ddm#Keyword',
  Language: 'https://w3id.org/askg/ddm#Language',
  Match: 'https://w3id.org/askg/ddm#Match',
  Mention: 'https://w3id.org/askg/ddm#Mention',
  Method: 'https://w3id.org/askg/ddm#Method',
  Metric: 'https://w3id.org/askg/ddm#Metric',
  Organisation: 'https://w3id.org/askg/ddm#Organisation',
  Paper: 'https://w3id.org/askg/ddm#Paper',
  Paragraph: 'https://w3id.org/askg/ddm#Paragraph',
  Person: 'https://w3id.org/askg/ddm#Person',
  Reference: 'https://w3id.org/askg/ddm#Reference',
  ResearchProblem: 'https://w3id.org/askg/ddm#ResearchProblem',
  Resource: 'https://w3id.org/askg/ddm#Resource',
  Section: 'https://w3id.org/askg/ddm#Section',
  Sentence: 'https://w3id.org/askg/ddm#Sentence',
  Solution: 'https://w3id.org/askg/ddm#Solution',
  Source: 'https://w3id.org/askg/ddm#Source',
  Table: 'https://w3id.org/askg/ddm#Table',
  TableRow: 'https://w3id.org/askg/ddm#TableRow',
  TextSpan: 'https://w3id.org/askg/ddm#TextSpan',
  Tool: 'https://w3id.org/askg/ddm#Tool',
  Unit: 'https://w3id.org/askg/ddm#Unit',
  Venue: 'https://w3id.org/askg/ddm#Venue',
  affiliation: 'https://w3id.org/askg/ddm#affiliation',
  affiliationOrder: 'https://w3id.org/askg/ddm#affiliationOrder',
  agreesWith: 'https://w3id.org/askg/ddm#agreesWith',
  amount: 'https://w3id.org/askg/ddm#amount',
  arxiv: 'https://w3id.org/askg/ddm#arxiv',
  authors: 'https://w3id.org/askg/ddm#authors',
  boxes: 'https://w3id.org/askg/ddm#boxes',
  canonical: 'https://w3id.org/askg/ddm#canonical',
  canonicalEntity: 'https://w3id.org/askg/ddm#canonicalEntity',
  cells: 'https://w3id.org/askg/ddm#cells',
  cites: 'https://w3id.org/askg/ddm#cites',
  citesPaper: 'https://w3id.org/askg/ddm#citesPaper',
  code: 'https://w3id.org/askg/ddm#code',
  container: 'https://w3id.org/askg/ddm#container',
  contains: 'https://w3id.org/askg/ddm#contains',
  'contributor-author': 'https://w3id.org/askg/ddm#contributor-author',
  'contributor-editor': 'https://w3id.org/askg/ddm#contributor-editor',
  'contributor-other': 'https://w3id.org/askg/ddm#contributor-other',
  'contributor-roles': 'https://w3id.org/askg/ddm#contributor-roles',
  contributorRole: 'https://w3id.org/askg/ddm#contributorRole',
  corrects: 'https://w3id.org/askg/ddm#corrects',
  csoTopic: 'https://w3id.org/askg/ddm#csoTopic',
  definedIn: 'https://w3id.org/askg/ddm#definedIn',
  depth: 'https://w3id.org/askg/ddm#depth',
  digest: 'https://w3id.org/askg/ddm#digest',
  disagreesWith: 'https://w3id.org/askg/ddm#disagreesWith',
  doi: 'https://w3id.org/askg/ddm#doi',
  email: 'https://w3id.org/askg/ddm#email',
  end: 'https://w3id.org/askg/ddm#end',
  'entity-types': 'https://w3id.org/askg/ddm#entity-types',
  entityType: 'https://w3id.org/askg/ddm#entityType',
  entryLabel: 'https://w3id.org/askg/ddm#entryLabel',
  evidence: 'https://w3id.org/askg/ddm#evidence',
  extends: 'https://w3id.org/askg/ddm#extends',
  fileOnly: 'https://w3id.org/askg/ddm#fileOnly',
  flag: 'https://w3id.org/askg/ddm#flag',
  format: 'https://w3id.org/askg/ddm#format',
  function: 'https://w3id.org/askg/ddm#function',
  hasAbbreviation: 'https://w3id.org/askg/ddm#hasAbbreviation',
  hasCitation: 'https://w3id.org/askg/ddm#hasCitation',
  hasContribution: 'https://w3id.org/askg/ddm#hasContribution',
  hasFigure: 'https://w3id.org/askg/ddm#hasFigure',
  hasFinding: 'https://w3id.org/askg/ddm#hasFinding',
  hasFootnote: 'https://w3id.org/askg/ddm#hasFootnote',
  hasFormula: 'https://w3id.org/askg/ddm#hasFormula',
  hasKeyword: 'https://w3id.org/askg/ddm#hasKeyword',
  hasMention: 'https://w3id.org/askg/ddm#hasMention',
  hasParagraph: 'https://w3id.org/askg/ddm#hasParagraph',
  hasReference: 'https://w3id.org/askg/ddm#hasReference',
  hasRow: 'https://w3id.org/askg/ddm#hasRow',
  hasSection: 'https://w3id.org/askg/ddm#hasSection',
  hasSentence: 'https://w3id.org/askg/ddm#hasSentence',
  hasTable: 'https://w3id.org/askg/ddm#hasTable',
  header: 'https://w3id.org/askg/ddm#header',
  heading: 'https://w3id.org/askg/ddm#heading',
  implied: 'https://w3id.org/askg/ddm#implied',
  inSection: 'https://w3id.org/askg/ddm#inSection',
  index: 'https://w3id.org/askg/ddm#index',
  issue: 'https://w3id.org/askg/ddm#issue',
  key: 'https://w3id.org/askg/ddm#key',
  kind: 'https://w3id.org/askg/ddm#kind',
  label: 'https://w3id.org/askg/ddm#label',
  listDepth: 'https://w3id.org/askg/ddm#listDepth',
  listMarker: 'https://w3id.org/askg/ddm#listMarker',
  longForm: 'https://w3id.org/askg/ddm#longForm',
  marker: 'https://w3id.org/askg/ddm#marker',
  matches: 'https://w3id.org/askg/ddm#matches',
  mathml: 'https://w3id.org/askg/ddm#mathml',
  mentions: 'https://w3id.org/askg/ddm#mentions',
  message: 'https://w3id.org/askg/ddm#message',
  names: 'https://w3id.org/askg/ddm#names',
  number: 'https://w3id.org/askg/ddm#number',
  orcid: 'https://w3id.org/askg/ddm#orcid',
  ordered: 'https://w3id.org/askg/ddm#ordered',
  page: 'https://w3id.org/askg/ddm#page',
  pages: 'https://w3id.org/askg/ddm#pages',
  passingMentions: 'https://w3id.org/askg/ddm#passingMentions',
  person: 'https://w3id.org/askg/ddm#person',
  places: 'https://w3id.org/askg/ddm#places',
  pmid: 'https://w3id.org/askg/ddm#pmid',
  pointsAt: 'https://w3id.org/askg/ddm#pointsAt',
  'publication-statuses': 'https://w3id.org/askg/ddm#publication-statuses',
  publicationStatus: 'https://w3id.org/askg/ddm#publicationStatus',
  raisesConcernAbout: 'https://w3id.org/askg/ddm#raisesConcernAbout',
  raw: 'https://w3id.org/askg/ddm#raw',
  resolvedBy: 'https://w3id.org/askg/ddm#resolvedBy',
  resolvesTo: 'https://w3id.org/askg/ddm#resolvesTo',
  retracts: 'https://w3id.org/askg/ddm#retracts',
  role: 'https://w3id.org/askg/ddm#role',
  'role-abstract': 'https://w3id.org/askg/ddm#role-abstract',
  'role-acknowledgement': 'https://w3id.org/askg/ddm#role-acknowledgement',
  'role-appendix': 'https://w3id.org/askg/ddm#role-appendix',
  'role-conclusion': 'https://w3id.org/askg/ddm#role-conclusion',
  'role-discussion': 'https://w3id.org/askg/ddm#role-discussion',
  'role-experiment': 'https://w3id.org/askg/ddm#role-experiment',
  'role-introduction': 'https://w3id.org/askg/ddm#role-introduction',
  'role-method': 'https://w3id.org/askg/ddm#role-method',
  'role-other': 'https://w3id.org/askg/ddm#role-other',
  'role-references': 'https://w3id.org/askg/ddm#role-references',
  'role-related-work': 'https://w3id.org/askg/ddm#role-related-work',
  'role-result': 'https://w3id.org/askg/ddm#role-result',
  score: 'https://w3id.org/askg/ddm#score',
  'section-roles': 'https://w3id.org/askg/ddm#section-roles',
  severity: 'https://w3id.org/askg/ddm#severity',
  shortForm: 'https://w3id.org/askg/ddm#shortForm',
  stage: 'https://w3id.org/askg/ddm#stage',
  start: 'https://w3id.org/askg/ddm#start',
  'status-corrected': 'https://w3id.org/askg/ddm#status-corrected',
  'status-expression-of-concern': 'https://w3id.org/askg/ddm#status-expression-of-concern',
  'status-retracted': 'https://w3id.org/askg/ddm#status-retracted',
  'status-withdrawn': 'https://w3id.org/askg/ddm#status-withdrawn',
  statusDate: 'https://w3id.org/askg/ddm#statusDate',
  statusNotice: 'https://w3id.org/askg/ddm#statusNotice',
  statusReason: 'https://w3id.org/askg/ddm#statusReason',
  statusSource: 'https://w3id.org/askg/ddm#statusSource',
  statusYear: 'https://w3id.org/askg/ddm#statusYear',
  storage: 'https://w3id.org/askg/ddm#storage',
  tex: 'https://w3id.org/askg/ddm#tex',
  text: 'https://w3id.org/askg/ddm#text',
  topic: 'https://w3id.org/askg/ddm#topic',
  topicScores: 'https://w3id.org/askg/ddm#topicScores',
  'type-dataset': 'https://w3id.org/askg/ddm#type-dataset',
  'type-language': 'https://w3id.org/askg/ddm#type-language',
  'type-method': 'https://w3id.org/askg/ddm#type-method',
  'type-metric': 'https://w3id.org/askg/ddm#type-metric',
  'type-other': 'https://w3id.org/askg/ddm#type-other',
  'type-research-problem': 'https://w3id.org/askg/ddm#type-research-problem',
  'type-resource': 'https://w3id.org/askg/ddm#type-resource',
  'type-solution': 'https://w3id.org/askg/ddm#type-solution',
  'type-tool': 'https://w3id.org/askg/ddm#type-tool',
  url: 'https://w3id.org/askg/ddm#url',
  usesDataFrom: 'https://w3id.org/askg/ddm#usesDataFrom',
  usesMethodIn: 'https://w3id.org/askg/ddm#usesMethodIn',
  venue: 'https://w3id.org/askg/ddm#venue',
  volume: 'https://w3id.org/askg/ddm#volume',
  year: 'https://w3id.org/askg/ddm#year',
} as const;

export const dcterms = {
  contributor: 'http://purl.org/dc/terms/contributor',
  creator: 'http://purl.org/dc/terms/creator',
  issued: 'http://purl.org/dc/terms/issued',
  language: 'http://purl.org/dc/terms/language',
  license: 'http://purl.org/dc/terms/license',
  rights: 'http://purl.org/dc/terms/rights',
  title: 'http://purl.org/dc/terms/title',
} as const;

export const foaf = {
  familyName: 'http://xmlns.com/foaf/0.1/familyName',
  givenName: 'http://xmlns.com/foaf/0.1/givenName',
  name: 'http://xmlns.com/foaf/0.1/name',
} as const;

export const prov = {
  wasDerivedFrom: 'http://www.w3.org/ns/prov#wasDerivedFrom',
} as const;

export const skos = {
  altLabel: 'http://www.w3.org/2004/02/skos/core#altLabel',
  exactMatch: 'http://www.w3.org/2004/02/skos/core#exactMatch',
  prefLabel: 'http://www.w3.org/2004/02/skos/core#prefLabel',
} as const;

export const rdfs = {
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
} as const;

export const rdf = {
  JSON: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON',
  type: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
} as const;

export const xsd = {
  boolean: 'http://www.w3.org/2001/XMLSchema#boolean',
  date: 'http://www.w3.org/2001/XMLSchema#date',
  double: 'http://www.w3.org/2001/XMLSchema#double',
  gYear: 'http://www.w3.org/2001/XMLSchema#gYear',
  gYearMonth: 'http://www.w3.org/2001/XMLSchema#gYearMonth',
  integer: 'http://www.w3.org/2001/XMLSchema#integer',
  string: 'http://www.w3.org/2001/XMLSchema#string',
} as const;

/** Properties and classes whose statements stay in the graph file and are not loaded into the SPARQL store. */
export const fileOnly: ReadonlySet<string> = new Set([
  ddm.Citation,
  ddm.Finding,
  ddm.Mention,
  ddm.TextSpan,
  ddm.affiliationOrder,
  ddm.agreesWith,
  ddm.amount,
  ddm.cells,
  ddm.code,
  ddm.definedIn,
  ddm.end,
  ddm.entryLabel,
  ddm.function,
  ddm.hasCitation,
  ddm.hasFinding,
  ddm.hasMention,
  ddm.issue,
  ddm.listDepth,
  ddm.listMarker,
  ddm.marker,
  ddm.mathml,
  ddm.message,
  ddm.names,
  ddm.ordered,
  ddm.page,
  ddm.pages,
  ddm.passingMentions,
  ddm.places,
  ddm.pointsAt,
  ddm.raw,
  ddm.score,
  ddm.severity,
  ddm.start,
  ddm.tex,
  ddm.topicScores,
  ddm.usesMethodIn,
  ddm.volume,
]);

/** The JSON-LD 1.1 context: prefixes, and a key for each term with the type that its values take. */
export const jsonLdContext: Readonly<Record<string, string | number | { '@id': string; '@type': string }>> = {
  '@version': 1.1,
  'id': '@id',
  'type': '@type',
  'ddm': 'https://w3id.org/askg/ddm#',
  'dcterms': 'http://purl.org/dc/terms/',
  'foaf': 'http://xmlns.com/foaf/0.1/',
  'prov': 'http://www.w3.org/ns/prov#',
  'skos': 'http://www.w3.org/2004/02/skos/core#',
  'rdfs': 'http://www.w3.org/2000/01/rdf-schema#',
  'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xsd': 'http://www.w3.org/2001/XMLSchema#',
  'Abbreviation': 'ddm:Abbreviation',
  'Affiliation': 'ddm:Affiliation',
  'CanonicalEntity': 'ddm:CanonicalEntity',
  'CanonicalPerson': 'ddm:CanonicalPerson',
  'Citation': 'ddm:Citation',
  'Contribution': 'ddm:Contribution',
  'Dataset': 'ddm:Dataset',
  'Entity': 'ddm:Entity',
  'Figure': 'ddm:Figure',
  'Finding': 'ddm:Finding',
  'Footnote': 'ddm:Footnote',
  'Formula': 'ddm:Formula',
  'Keyword': 'ddm:Keyword',
  'Language': 'ddm:Language',
  'Match': 'ddm:Match',
  'Mention': 'ddm:Mention',
  'Method': 'ddm:Method',
  'Metric': 'ddm:Metric',
  'Organisation': 'ddm:Organisation',
  'Paper': 'ddm:Paper',
  'Paragraph': 'ddm:Paragraph',
  'Person': 'ddm:Person',
  'Reference': 'ddm:Reference',
  'ResearchProblem': 'ddm:ResearchProblem',
  'Resource': 'ddm:Resource',
  'Section': 'ddm:Section',
  'Sentence': 'ddm:Sentence',
  'Solution': 'ddm:Solution',
  'Source': 'ddm:Source',
  'Table': 'ddm:Table',
  'TableRow': 'ddm:TableRow',
  'TextSpan': 'ddm:TextSpan',
  'Tool': 'ddm:Tool',
  'Unit': 'ddm:Unit',
  'Venue': 'ddm:Venue',
  'affiliation': {
    '@id': 'ddm:affiliation',
    '@type': '@id'
  },
  'affiliationOrder': {
    '@id': 'ddm:affiliationOrder',
    '@type': '@json'
  },
  'agreesWith': {
    '@id': 'ddm:agreesWith',
    '@type': '@id'
  },
  'amount': {
    '@id': 'ddm:amount',
    '@type': 'xsd:double'
  },
  'arxiv': 'ddm:arxiv',
  'authors': 'ddm:authors',
  'boxes': {
    '@id': 'ddm:boxes',
    '@type': '@json'
  },
  'canonical': {
    '@id': 'ddm:canonical',
    '@type': '@id'
  },
  'canonicalEntity': {
    '@id': 'ddm:canonicalEntity',
    '@type': '@id'
  },
  'cells': {
    '@id': 'ddm:cells',
    '@type': '@json'
  },
  'cites': {
    '@id': 'ddm:cites',
    '@type': '@id'
  },
  'citesPaper': {
    '@id': 'ddm:citesPaper',
    '@type': '@id'
  },
  'code': 'ddm:code',
  'container': 'ddm:container',
  'contains': {
    '@id': 'ddm:contains',
    '@type': '@id'
  },
  'contributorRole': {
    '@id': 'ddm:contributorRole',
    '@type': '@id'
  },
  'corrects': 'ddm:corrects',
  'csoTopic': {
    '@id': 'ddm:csoTopic',
    '@type': '@id'
  },
  'definedIn': {
    '@id': 'ddm:definedIn',
    '@type': '@id'
  },
  'depth': {
    '@id': 'ddm:depth',
    '@type': 'xsd:integer'
  },
  'digest': 'ddm:digest',
  'disagreesWith': {
    '@id': 'ddm:disagreesWith',
    '@type': '@id'
  },
  'doi': 'ddm:doi',
  'email': 'ddm:email',
  'end': {
    '@id': 'ddm:end',
    '@type': 'xsd:integer'
  },
  'entityType': {
    '@id': 'ddm:entityType',
    '@type': '@id'
  },
  'entryLabel': 'ddm:entryLabel',
  'evidence': 'ddm:evidence',
  'extends': {
    '@id': 'ddm:extends',
    '@type': '@id'
  },
  'flag': 'ddm:flag',
  'format': 'ddm:format',
  'function': 'ddm:function',
  'hasAbbreviation': {
    '@id': 'ddm:hasAbbreviation',
    '@type': '@id'
  },
  'hasCitation': {
    '@id': 'ddm:hasCitation',
    '@type': '@id'
  },
  'hasContribution': {
    '@id': 'ddm:hasContribution',
    '@type': '@id'
  },
  'hasFigure': {
    '@id': 'ddm:hasFigure',
    '@type': '@id'
  },
  'hasFinding': {
    '@id': 'ddm:hasFinding',
    '@type': '@id'
  },
  'hasFootnote': {
    '@id': 'ddm:hasFootnote',
    '@type': '@id'
  },
  'hasFormula': {
    '@id': 'ddm:hasFormula',
    '@type': '@id'
  },
  'hasKeyword': {
    '@id': 'ddm:hasKeyword',
    '@type': '@id'
  },
  'hasMention': {
    '@id': 'ddm:hasMention',
    '@type': '@id'
  },
  'hasParagraph': {
    '@id': 'ddm:hasParagraph',
    '@type': '@id'
  },
  'hasReference': {
    '@id': 'ddm:hasReference',
    '@type': '@id'
  },
  'hasRow': {
    '@id': 'ddm:hasRow',
    '@type': '@id'
  },
  'hasSection': {
    '@id': 'ddm:hasSection',
    '@type': '@id'
  },
  'hasSentence': {
    '@id': 'ddm:hasSentence',
    '@type': '@id'
  },
  'hasTable': {
    '@id': 'ddm:hasTable',
    '@type': '@id'
  },
  'header': {
    '@id': 'ddm:header',
    '@type': 'xsd:boolean'
  },
  'heading': 'ddm:heading',
  'inSection': {
    '@id': 'ddm:inSection',
    '@type': '@id'
  },
  'index': {
    '@id': 'ddm:index',
    '@type': 'xsd:integer'
  },
  'issue': 'ddm:issue',
  'key': 'ddm:key',
  'kind': 'ddm:kind',
  'label': 'ddm:label',
  'listDepth': {
    '@id': 'ddm:listDepth',
    '@type': 'xsd:integer'
  },
  'listMarker': 'ddm:listMarker',
  'longForm': 'ddm:longForm',
  'marker': 'ddm:marker',
  'matches': {
    '@id': 'ddm:matches',
    '@type': '@id'
  },
  'mathml': 'ddm:mathml',
  'mentions': {
    '@id': 'ddm:mentions',
    '@type': '@id'
  },
  'message': 'ddm:message',
  'names': {
    '@id': 'ddm:names',
    '@type': '@id'
  },
  'number': 'ddm:number',
  'orcid': 'ddm:orcid',
  'ordered': {
    '@id': 'ddm:ordered',
    '@type': 'xsd:boolean'
  },
  'page': {
    '@id': 'ddm:page',
    '@type': 'xsd:integer'
  },
  'pages': 'ddm:pages',
  'passingMentions': {
    '@id': 'ddm:passingMentions',
    '@type': '@json'
  },
  'person': {
    '@id': 'ddm:person',
    '@type': '@id'
  },
  'places': {
    '@id': 'ddm:places',
    '@type': '@json'
  },
  'pmid': 'ddm:pmid',
  'pointsAt': {
    '@id': 'ddm:pointsAt',
    '@type': '@id'
  },
  'publicationStatus': {
    '@id': 'ddm:publicationStatus',
    '@type': '@id'
  },
  'raisesConcernAbout': 'ddm:raisesConcernAbout',
  'raw': 'ddm:raw',
  'resolvedBy': 'ddm:resolvedBy',
  'resolvesTo': {
    '@id': 'ddm:resolvesTo',
    '@type': '@id'
  },
  'retracts': 'ddm:retracts',
  'role': {
    '@id': 'ddm:role',
    '@type': '@id'
  },
  'score': {
    '@id': 'ddm:score',
    '@type': 'xsd:double'
  },
  'severity': 'ddm:severity',
  'shortForm': 'ddm:shortForm',
  'stage': 'ddm:stage',
  'start': {
    '@id': 'ddm:start',
    '@type': 'xsd:integer'
  },
  'statusDate': 'ddm:statusDate',
  'statusNotice': {
    '@id': 'ddm:statusNotice',
    '@type': '@id'
  },
  'statusReason': 'ddm:statusReason',
  'statusSource': 'ddm:statusSource',
  'statusYear': {
    '@id': 'ddm:statusYear',
    '@type': 'xsd:integer'
  },
  'tex': 'ddm:tex',
  'text': 'ddm:text',
  'topic': 'ddm:topic',
  'topicScores': {
    '@id': 'ddm:topicScores',
    '@type': '@json'
  },
  'url': 'ddm:url',
  'usesDataFrom': {
    '@id': 'ddm:usesDataFrom',
    '@type': '@id'
  },
  'usesMethodIn': {
    '@id': 'ddm:usesMethodIn',
    '@type': '@id'
  },
  'venue': {
    '@id': 'ddm:venue',
    '@type': '@id'
  },
  'volume': 'ddm:volume',
  'year': {
    '@id': 'ddm:year',
    '@type': 'xsd:integer'
  },
  'contributor': {
    '@id': 'dcterms:contributor',
    '@type': '@id'
  },
  'creator': {
    '@id': 'dcterms:creator',
    '@type': '@id'
  },
  'issued': 'dcterms:issued',
  'language': 'dcterms:language',
  'license': {
    '@id': 'dcterms:license',
    '@type': '@id'
  },
  'rights': 'dcterms:rights',
  'title': 'dcterms:title',
  'familyName': 'foaf:familyName',
  'givenName': 'foaf:givenName',
  'name': 'foaf:name',
  'wasDerivedFrom': {
    '@id': 'prov:wasDerivedFrom',
    '@type': '@id'
  },
  'altLabel': 'skos:altLabel',
  'exactMatch': {
    '@id': 'skos:exactMatch',
    '@type': '@id'
  },
  'prefLabel': 'skos:prefLabel'
};
