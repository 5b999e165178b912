import type { Contributor, Document, PublicationDate, Topic } from '@askg/contract';
import { placeTuples } from './box-literal.ts';
import type { GraphLines } from './graph-lines.ts';
import { noticeProperties } from './notice-properties.ts';
import { dcterms, ddm, foaf, prov, rdf, rdfs, xsd } from './terms.ts';
import { topicValues } from './topic-literal.ts';

/** An address that every RDF tool takes as an IRI: http or https, ASCII, sound percent encoding. */
const safeIri = /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:\/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?$/;

/** Writes the metadata of a paper: identifiers, date, venue, people, keywords, provenance and findings. */
export class MetadataLines {
  readonly #lines: GraphLines;
  readonly #paper: string;
  readonly #organisations = new Map<string, number>();

  constructor(lines: GraphLines, paper: string) {
    this.#lines = lines;
    this.#paper = paper;
  }

  write(document: Document, key: string, source: string, stages: Readonly<Record<string, string>>): void {
    const lines = this.#lines;
    const paper = this.#paper;
    lines.iri(paper, rdf.type, ddm.Paper);
    lines.text(paper, ddm.key, key);
    lines.text(paper, ddm.format, document.format);
    lines.text(paper, dcterms.title, document.title);
    lines.text(paper, dcterms.language, document.language);
    lines.text(paper, ddm.doi, document.identifiers.doi);
    lines.text(paper, ddm.arxiv, document.identifiers.arxiv);
    lines.text(paper, ddm.pmid, document.identifiers.pmid);
    lines.text(paper, ddm.url, document.identifiers.url);
    this.#date(document.date);
    this.#licence(document.licence);
    if (document.venue !== undefined) {
      const venue = this.#node('venue', ddm.venue, ddm.Venue);
      lines.text(venue, foaf.name, document.venue);
    }
    document.keywords.forEach((keyword, i) => {
      const iri = this.#node(`kw${i + 1}`, ddm.hasKeyword, ddm.Keyword);
      lines.integer(iri, ddm.index, i + 1);
      lines.text(iri, rdfs.label, keyword);
    });
    for (const { status, doi } of document.notices ?? []) lines.text(paper, noticeProperties[status], doi);
    this.#topics(document.topics ?? []);
    for (const [i, { short, long, sentence }] of (document.abbreviations ?? []).entries()) {
      const iri = this.#node(`abbr${i + 1}`, ddm.hasAbbreviation, ddm.Abbreviation);
      lines.text(iri, ddm.shortForm, short);
      lines.text(iri, ddm.longForm, long);
      lines.iri(iri, ddm.definedIn, `${paper}/${sentence}`);
    }
    document.contributors.forEach((contributor, i) => this.#contributor(contributor, i + 1));
    if (document.places && document.places.length > 0) lines.json(paper, ddm.places, placeTuples(document.places));
    lines.iri(paper, prov.wasDerivedFrom, source);
    lines.iri(source, rdf.type, ddm.Source);
    lines.text(source, ddm.digest, document.digest);
    for (const [name, version] of Object.entries(stages)) lines.text(paper, ddm.stage, `${name}/${version}`);
    document.findings.forEach((finding, i) => {
      const iri = this.#node(`finding${i + 1}`, ddm.hasFinding, ddm.Finding);
      lines.text(iri, ddm.code, finding.code);
      lines.text(iri, ddm.severity, finding.severity);
      lines.text(iri, ddm.message, finding.message);
      lines.integer(iri, ddm.page, finding.page);
      lines.double(iri, ddm.amount, finding.amount);
    });
  }

  #topics(topics: readonly Topic[]): void {
    if (topics.length === 0) return;
    for (const { label, cso } of topics) {
      this.#lines.text(this.#paper, ddm.topic, label);
      if (cso !== undefined) this.#lines.iri(this.#paper, ddm.csoTopic, cso);
    }
    this.#lines.json(this.#paper, ddm.topicScores, topicValues(topics));
  }

  #contributor(contributor: Contributor, index: number): void {
    const lines = this.#lines;
    const contribution = this.#node(`contrib${index}`, ddm.hasContribution, ddm.Contribution);
    const person = `${this.#paper}/person${index}`;
    lines.integer(contribution, ddm.index, index);
    lines.iri(contribution, ddm.contributorRole, ddm[`contributor-${contributor.role}`]);
    lines.iri(contribution, ddm.person, person);
    const straight = contributor.role === 'author' ? dcterms.creator : dcterms.contributor;
    lines.iri(this.#paper, straight, person);
    lines.iri(person, rdf.type, ddm.Person);
    lines.text(person, foaf.name, contributor.name);
    lines.text(person, foaf.givenName, contributor.given);
    lines.text(person, foaf.familyName, contributor.family);
    lines.text(person, ddm.orcid, contributor.orcid);
    lines.text(person, ddm.email, contributor.email);

    const numbers = contributor.affiliations.map((name) => this.#organisation(name));
    for (const number of numbers) lines.iri(contribution, ddm.affiliation, `${this.#paper}/org${number}`);
    // The triples themselves tell no order; they do where it is that of the organisations, nearly always.
    if (numbers.some((number, i) => i > 0 && number <= (numbers[i - 1] ?? 0))) {
      lines.json(contribution, ddm.affiliationOrder, numbers);
    }
  }

  /** The number of the organisation with this name, in the order in which they are first named. */
  #organisation(name: string): number {
    const known = this.#organisations.get(name);
    if (known !== undefined) return known;
    const number = this.#organisations.size + 1;
    this.#organisations.set(name, number);
    const iri = `${this.#paper}/org${number}`;
    this.#lines.iri(iri, rdf.type, ddm.Organisation);
    this.#lines.text(iri, foaf.name, name);
    return number;
  }

  #date(date: PublicationDate | undefined): void {
    if (!date) return;
    const year = `${date.year < 0 ? '-' : ''}${String(Math.abs(date.year)).padStart(4, '0')}`;
    this.#lines.integer(this.#paper, ddm.year, date.year);
    if (date.month === undefined) this.#lines.typed(this.#paper, dcterms.issued, year, xsd.gYear);
    else if (date.day === undefined) {
      this.#lines.typed(this.#paper, dcterms.issued, `${year}-${twoDigits(date.month)}`, xsd.gYearMonth);
    } else {
      this.#lines.typed(
        this.#paper,
        dcterms.issued,
        `${year}-${twoDigits(date.month)}-${twoDigits(date.day)}`,
        xsd.date,
      );
    }
  }

  #licence(licence: string | undefined): void {
    if (licence !== undefined && safeIri.test(licence)) this.#lines.iri(this.#paper, dcterms.license, licence);
    else this.#lines.text(this.#paper, dcterms.rights, licence);
  }

  #node(id: string, property: string, type: string): string {
    const iri = `${this.#paper}/${id}`;
    this.#lines.iri(this.#paper, property, iri);
    this.#lines.iri(iri, rdf.type, type);
    return iri;
  }
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
