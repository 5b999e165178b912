import { namespaces } from '@askg/ddm';
import type { Quad, Term } from '@rdfjs/types';
import { html, type Content, type Html } from '../pages/html.ts';
import { safeLink } from '../pages/safe-link.ts';

/** Namespaces that pages shorten, besides those of the graphs themselves. */
const prefixes = Object.entries({
  ...namespaces,
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  cito: 'http://purl.org/spar/cito/',
  doco: 'http://purl.org/spar/doco/',
  deo: 'http://purl.org/spar/deo/',
  fabio: 'http://purl.org/spar/fabio/',
  schema: 'https://schema.org/',
  askgo: 'https://www.anu.edu.au/onto/scholarly#',
});

/** Statements about one resource as a table of properties and values. */
export function tripleTable(quads: readonly Quad[], baseIri: string): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Statements">
    <table class="data">
      <thead>
        <tr>
          <th>Property</th>
          <th>Value</th>
        </tr>
      </thead>
      <tbody>
        ${quads.map(
          ({ predicate, object }) =>
            html`<tr>
              <td>${iriLink(predicate.value, baseIri)}</td>
              <td>${termText(object, baseIri)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A term as text, with its datatype where that is not plain text; an IRI as a link. */
export function termText(term: Term, baseIri: string): Content {
  if (term.termType === 'NamedNode') return iriLink(term.value, baseIri);
  if (term.termType !== 'Literal') return term.value;
  const note = term.language === '' ? shortened(term.datatype.value, baseIri) : `@${term.language}`;
  return [term.value, note !== 'xsd:string' && html` <span class="quiet">${note}</span>`];
}

/** An IRI, shortened, and linked where it can be looked at: here, or on the web. */
export function iriLink(iri: string, baseIri: string): Content {
  const address = addressOf(iri, baseIri);
  const label = shortened(iri, baseIri);
  return address === undefined ? label : html`<a href="${address}">${label}</a>`;
}

/** Where an IRI can be looked at: on this server, or on the web. */
export function addressOf(iri: string, baseIri: string): string | undefined {
  if (iri.startsWith(baseIri)) return `/id/${iri.slice(baseIri.length)}`;
  return iri.startsWith(namespaces.ddm) ? `/ontology#${iri.slice(namespaces.ddm.length)}` : safeLink(iri);
}

/** A prefixed name, or the part below the base of the corpus, or the IRI itself. */
export function shortened(iri: string, baseIri: string): string {
  if (iri.startsWith(baseIri) && iri.length > baseIri.length) return iri.slice(baseIri.length);
  const prefix = prefixes.find(([, namespace]) => iri.startsWith(namespace));
  return prefix ? `${prefix[0]}:${iri.slice(prefix[1].length)}` : iri;
}
