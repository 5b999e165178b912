const namespace = 'https://w3id.org/askg/suggestions#';

/** The terms of `ontology/suggestions.ttl`, kept apart from those by which papers are described. */
export const sug = {
  Enrichment: `${namespace}Enrichment`,
  Entity: `${namespace}Entity`,
  Relation: `${namespace}Relation`,
  paper: `${namespace}paper`,
  paperGraph: `${namespace}paperGraph`,
  model: `${namespace}model`,
  prompt: `${namespace}prompt`,
  run: `${namespace}run`,
  label: `${namespace}label`,
  entityType: `${namespace}entityType`,
  sentence: `${namespace}sentence`,
  kind: `${namespace}kind`,
  from: `${namespace}from`,
  to: `${namespace}to`,
} as const;

export const wasGeneratedBy = 'http://www.w3.org/ns/prov#wasGeneratedBy';
