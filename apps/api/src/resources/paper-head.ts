import type { Contributor, Document, PublicationDate } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { doiLink, orcidLink, safeLink } from '../pages/safe-link.ts';
import { unitPath, type PaperView } from './paper-view.ts';

/** Title, people, venue, date, licence and identifiers. */
export function paperHead(view: PaperView): Html {
  const { document } = view;
  const affiliations = [...new Set(document.contributors.flatMap((each) => each.affiliations))];
  return html`<header>
    <h1>${document.title === '' ? 'Untitled paper' : document.title}</h1>
    ${
      document.contributors.length > 0 &&
      html`<ul class="contributors">
        ${document.contributors.map((each, i) => contributor(view, each, i, affiliations))}
      </ul>`
    }
    ${
      affiliations.length > 0 &&
      html`<ol class="${affiliations.length > 1 ? 'affiliations' : 'affiliations only'}">
        ${affiliations.map((each) => html`<li>${each}</li> `)}
      </ol>`
    }
    <p class="meta">${separated(publication(document))}</p>
    ${
      document.keywords.length > 0 &&
      html`<ul class="chips" aria-label="Keywords">
        ${document.keywords.map((each) => html`<li><span>${each}</span></li> `)}
      </ul>`
    }
  </header>`;
}

function contributor(view: PaperView, each: Contributor, i: number, affiliations: readonly string[]): Html {
  const orcid = each.orcid === undefined ? undefined : orcidLink(each.orcid);
  const numbers = each.affiliations.map((affiliation) => affiliations.indexOf(affiliation) + 1);
  const id = `contrib${i + 1}`;
  return html`<li id="${id}">
    <a href="${unitPath(view, id)}">${each.name}</a>${affiliations.length > 1 && html`<sup>${numbers.join(',')}</sup>`}
    ${orcid !== undefined && html`<a class="orcid" href="${orcid}" aria-label="ORCID of ${each.name}">iD</a>`}
    ${each.role !== 'author' && html`<span class="quiet">(${each.role})</span>`}
  </li>`;
}

function publication({ venue, date, licence, identifiers }: Document): Content[] {
  const address = licence === undefined ? undefined : safeLink(licence);
  const { doi, arxiv, pmid } = identifiers;
  return [
    venue,
    date && printedDate(date),
    address === undefined ? licence : html`<a href="${address}">${licenceName(address)}</a>`,
    doi !== undefined && html`<a href="${doiLink(doi)}">doi:${doi}</a>`,
    arxiv !== undefined && html`<a href="https://arxiv.org/abs/${encodeURI(arxiv)}">arXiv:${arxiv}</a>`,
    pmid !== undefined && html`<a href="https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/">PMID ${pmid}</a>`,
  ];
}

/** Parts that are there, with dots between. */
export function separated(parts: readonly Content[]): Content {
  return parts
    .filter((part) => part !== undefined && part !== null && part !== false && part !== '')
    .map((part, i) => [i === 0 ? '' : ' · ', part]);
}

const months = 'January February March April May June July August September October November December'.split(' ');

export function printedDate({ year, month, day }: PublicationDate): string {
  return [day, month === undefined ? undefined : months[month - 1], year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** `CC BY 4.0` for an address of Creative Commons, else the address without its scheme. */
export function licenceName(address: string): string {
  const creativeCommons = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(address);
  return creativeCommons
    ? `CC ${creativeCommons[1]?.toUpperCase()} ${creativeCommons[2]}`
    : address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
