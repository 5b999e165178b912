import { html, type Content, type Html } from '../pages/html.ts';
import { formatLinks, layout, type Alternate } from '../pages/layout.ts';
import { iriLink } from '../resources/triple-table.ts';
import type { Vocabulary, VocabularyTerm } from './vocabulary.ts';

/** Another file of the ontology that the page names. */
export type FurtherFile = { href: string; label: string };

/**
 * A vocabulary for people: each class, property and concept with what it means.
 * @param prefix by which queries name its terms
 */
export function ontologyPage(
  vocabulary: Vocabulary,
  prefix: string,
  alternates: readonly Alternate[],
  further: readonly FurtherFile[],
): string {
  const all = [
    { id: 'classes', title: 'Classes', terms: vocabulary.classes },
    { id: 'properties', title: 'Properties', terms: vocabulary.properties },
    { id: 'concepts', title: 'Concepts', terms: vocabulary.concepts },
  ];
  const groups = all.filter(({ terms }) => terms.length > 0);
  return layout({
    title: vocabulary.label,
    place: 'ontology',
    alternates,
    main: html`<article class="paper">
      <div class="head">
        <p class="eyebrow">Version ${vocabulary.version}</p>
        <h1>${vocabulary.label}</h1>
        <p class="lead">${vocabulary.comment}</p>
        <code class="iri">@prefix ${prefix}: &lt;${vocabulary.namespace}&gt; .</code>
        ${formatLinks(alternates)}
        <ul class="chips">
          <li class="label">Also:</li>
          ${further.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li> `)}
        </ul>
      </div>
      <nav class="contents" aria-label="Contents">
        ${groups.map(
          ({ title, terms }) =>
            html`<details>
              <summary>${title} (${terms.length})</summary>
              <ol>
                ${terms.map(({ name }) => html`<li><a href="#${name}">${name}</a></li> `)}
              </ol>
            </details>`,
        )}
      </nav>
      <div class="body">
        ${groups.map(
          ({ id, title, terms }) =>
            html`<section class="terms" id="${id}">
              <h2>${title}</h2>
              ${terms.map((each) => term(each, prefix))}
            </section>`,
        )}
      </div>
    </article>`,
  });
}

function term(each: VocabularyTerm, prefix: string): Html {
  return html`<section id="${each.name}">
    <h3>${prefix}:${each.name}</h3>
    <p>${each.comment}</p>
    ${row('Kind of', each.superTerms)} ${row('From', each.domain)} ${row('To', each.range)} ${row('See', each.related)}
    ${each.fileOnly && html`<p class="meta">In the graph file of a paper only, not in the SPARQL store.</p>`}
  </section>`;
}

function row(label: string, iris: readonly string[]): Content {
  return (
    iris.length > 0 &&
    html`<p class="meta">${label}: ${iris.map((iri, i) => [i === 0 ? '' : ', ', iriLink(iri, '\0')])}</p>`
  );
}
