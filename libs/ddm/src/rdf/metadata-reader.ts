import {
  type Abbreviation,
  Contributor,
  type Document,
  Finding,
  Format,
  type PublicationDate,
  type StatusNotice,
  type Topic,
} from '@askg/contract';
import { inNoticeOrder, noticeStatuses } from '../document/notice-order.ts';
import { placesOf, type PlaceTuple } from './box-literal.ts';
import type { GraphNode, GraphNodes } from './graph-nodes.ts';
import { noticeProperties } from './notice-properties.ts';
import { dcterms, ddm, foaf, prov, rdfs } from './terms.ts';
import { type TopicValue, topicsOf } from './topic-literal.ts';

type Metadata = Omit<
  Document,
  'abstract' | 'sections' | 'figures' | 'tables' | 'formulas' | 'footnotes' | 'references' | 'findings'
>;

/** The inverse of `MetadataLines`, but for the findings. */
export function readMetadata(nodes: GraphNodes, paper: GraphNode): Metadata {
  const language = paper.get(dcterms.language);
  const venue = paper.get(ddm.venue);
  const date = readDate(paper);
  const places = paper.get(ddm.places);
  const licence = paper.get(dcterms.license) ?? paper.get(dcterms.rights);
  return {
    schema: 'askg.document/1',
    key: paper.require(ddm.key),
    format: Format.parse(paper.require(ddm.format)),
    digest: nodes.node(paper.require(prov.wasDerivedFrom)).require(ddm.digest),
    ...(language === undefined ? {} : { language }),
    title: paper.require(dcterms.title),
    identifiers: paper.texts({ doi: ddm.doi, arxiv: ddm.arxiv, pmid: ddm.pmid, url: ddm.url }),
    ...(venue === undefined ? {} : { venue: nodes.node(venue).require(foaf.name) }),
    ...(date === undefined ? {} : { date }),
    ...(licence === undefined ? {} : { licence }),
    keywords: nodes.parts(paper, ddm.hasKeyword).map((keyword) => keyword.require(rdfs.label)),
    ...readTopics(paper),
    ...readAbbreviations(nodes, paper),
    contributors: nodes.parts(paper, ddm.hasContribution).map((node) => readContributor(nodes, node)),
    ...(places === undefined ? {} : { places: placesOf(JSON.parse(places) as PlaceTuple[]) }),
    ...readNotices(paper),
  };
}

function readNotices(paper: GraphNode): { notices?: StatusNotice[] } {
  const notices = noticeStatuses.flatMap((status) =>
    paper.all(noticeProperties[status]).map((doi) => ({ status, doi })),
  );
  return notices.length === 0 ? {} : { notices: inNoticeOrder(notices) };
}

function readTopics(paper: GraphNode): { topics?: Topic[] } {
  const json = paper.get(ddm.topicScores);
  return json === undefined ? {} : { topics: topicsOf(JSON.parse(json) as TopicValue[]) };
}

function readAbbreviations(nodes: GraphNodes, paper: GraphNode): { abbreviations?: Abbreviation[] } {
  const abbreviations = nodes.parts(paper, ddm.hasAbbreviation).map((node) => ({
    short: node.require(ddm.shortForm),
    long: node.require(ddm.longForm),
    sentence: node.require(ddm.definedIn).slice(paper.iri.length + 1),
  }));
  return abbreviations.length === 0 ? {} : { abbreviations };
}

/** What was noticed while the paper was read. */
export function readFindings(nodes: GraphNodes, paper: GraphNode): Finding[] {
  return nodes.parts(paper, ddm.hasFinding).map((node) => ({
    code: node.require(ddm.code),
    severity: Finding.shape.severity.parse(node.require(ddm.severity)),
    message: node.require(ddm.message),
    ...node.numbers({ page: ddm.page, amount: ddm.amount }),
  }));
}

function readContributor(nodes: GraphNodes, contribution: GraphNode): Contributor {
  const person = nodes.node(contribution.require(ddm.person));
  const role = contribution.require(ddm.contributorRole).slice(ddm['contributor-other'].length - 'other'.length);
  const order = contribution.get(ddm.affiliationOrder);
  const organisations =
    order === undefined
      ? nodes.parts(contribution, ddm.affiliation)
      : (JSON.parse(order) as number[]).map((number) =>
          nodes.node(contribution.iri.replace(/contrib\d+$/, `org${number}`)),
        );
  return {
    name: person.require(foaf.name),
    ...person.texts({ given: foaf.givenName, family: foaf.familyName, orcid: ddm.orcid, email: ddm.email }),
    affiliations: organisations.map((organisation) => organisation.require(foaf.name)),
    role: Contributor.shape.role.parse(role),
  };
}

function readDate(paper: GraphNode): PublicationDate | undefined {
  const issued = paper.get(dcterms.issued);
  if (issued === undefined) return undefined;
  const [, month, day] = /^-?\d{4,}(?:-(\d\d)(?:-(\d\d))?)?$/.exec(issued) ?? [];
  return {
    year: paper.number(ddm.year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}
