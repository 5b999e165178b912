import { dcterms, ddm, foaf, rdfs } from '@askg/ddm';
import type { Path } from '@askg/graph';

/** Something that the graph holds of a paper: the path to its node, where that is not the paper, and from there to its value. */
export type GraphField = {
  name: string;
  node?: Path;
  value: Path;
  /** Its value is how many there are. */
  isCounted?: boolean;
  /** Entities of this type that the paper names, whatever the path from the paper to them. */
  entityType?: string;
};

/** The fields by name. */
export const graphFields = {
  year: { name: 'year', value: { iri: ddm.year } },
  date: { name: 'date', value: { iri: dcterms.issued } },
  journal: { name: 'journal', node: { iri: ddm.venue }, value: { iri: foaf.name } },
  authors: { name: 'authors', node: { iri: dcterms.creator }, value: { iri: foaf.name } },
  organisations: {
    name: 'organisations',
    node: { sequence: [{ iri: ddm.hasContribution }, { iri: ddm.affiliation }] },
    value: { iri: foaf.name },
  },
  licence: { name: 'licence', value: { iri: dcterms.license } },
  keywords: { name: 'keywords', node: { iri: ddm.hasKeyword }, value: { iri: rdfs.label } },
  doi: { name: 'doi', value: { iri: ddm.doi } },
  references: { name: 'references', value: { iri: ddm.hasReference }, isCounted: true },
  problems: { name: 'problems', value: { iri: rdfs.label }, entityType: ddm['type-research-problem'] },
  methods: { name: 'methods', value: { iri: rdfs.label }, entityType: ddm['type-method'] },
  datasets: { name: 'datasets', value: { iri: rdfs.label }, entityType: ddm['type-dataset'] },
  tools: { name: 'tools', value: { iri: rdfs.label }, entityType: ddm['type-tool'] },
  metrics: { name: 'metrics', value: { iri: rdfs.label }, entityType: ddm['type-metric'] },
} as const satisfies Record<string, GraphField>;
