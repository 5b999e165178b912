import type { Contributor, Identifiers, PublicationDate } from '@askg/contract';
import { findDoi } from '../../jats/references/reference-links.ts';
import type { Findings } from '../../jats/findings.ts';
import { splitName } from '../../pdf/front/person-names.ts';
import { rdfs } from '../../../rdf/terms.ts';
import { localName } from '../local-name.ts';
import type { Resource, TripleGraph } from '../triple-graph.ts';
import { askg, dcTitle } from '../vocabularies.ts';
import { inOrder } from './in-order.ts';
import { headingOf } from './sections.ts';

type Identity = {
  title: string;
  identifiers: Identifiers;
  date?: PublicationDate;
  contributors: Contributor[];
};

/** Titles of papers stand in labels as `[title]-[first author]-[year]`, with the year of which nothing else tells. */
const labelForm = /^\[(.*)\]-\[(.*)\]-\[(\d{4})?\]$/s;

/** What a published graph tells of a paper as a whole. */
export function readIdentity(graph: TripleGraph, paper: Resource, findings: Findings): Identity {
  const [, labelled = '', author = '', year] = labelForm.exec(paper.text(rdfs.label) ?? '') ?? [];
  const date = Number(year ?? paper.text(...askg('publicationYear')) ?? Number.NaN);
  if (author !== '') {
    findings.count('ddm/graph-first-author', 'info', 'Only the first author is named, in the label of the paper.');
  }
  return {
    title: titleOf(graph, paper, labelled, findings),
    identifiers: identifiersOf(paper),
    ...(Number.isInteger(date) ? { date: { year: date } } : {}),
    contributors: author === '' ? [] : [{ ...splitName(author), affiliations: [], role: 'author' }],
  };
}

function titleOf(graph: TripleGraph, paper: Resource, labelled: string, findings: Findings): string {
  const id = localName(paper.id).replace(/^Paper-/, '');
  const isTitle = (text: string): boolean => !['', 'Unknown Title', id].includes(text.trim());
  const told = [...paper.texts(...dcTitle), labelled].find(isTitle);
  if (told !== undefined) return spaced(told, findings);
  const [first] = inOrder(graph.linked(paper, ...askg('hasSection')));
  const heading = first && headingOf(first);
  if (heading === undefined || heading === '') {
    findings.count('ddm/no-title', 'warning', 'The paper has no title.');
    return '';
  }
  findings.count(
    'ddm/graph-title',
    'warning',
    'The title is that of the first section: the graph has an id in its place.',
  );
  return heading;
}

/** File names stand for titles in the graph of the published experiment. */
function spaced(title: string, findings: Findings): string {
  const text = title.trim().replaceAll(/\s+/g, ' ');
  if (text.includes(' ') || !text.includes('_')) return text;
  findings.count('ddm/graph-title', 'warning', 'The title is the name of a file: its punctuation is lost.');
  return text.replaceAll('_', ' ').trim();
}

function identifiersOf(paper: Resource): Identifiers {
  const doi = findDoi(paper.text(...askg('doi')) ?? '');
  const arxiv = paper
    .texts(...askg('id', 'paperLink'))
    .map(
      (text) =>
        /^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)$/.exec(
          text,
        )?.[1],
    )
    .find((id) => id !== undefined);
  const url = paper.texts(...askg('paperLink')).find((text) => /^https?:\/\/\S+$/.test(text));
  return {
    ...(doi === undefined ? {} : { doi }),
    ...(arxiv === undefined ? {} : { arxiv }),
    ...(url === undefined ? {} : { url }),
  };
}
