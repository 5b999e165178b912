import type { Link } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { iriLink } from '../resources/triple-table.ts';
import type { AnswerView } from './answer-view.ts';

/** From this score on, of 1, an alternative fits the words as well as what was chosen. */
const asGood = 0.95;

/** What the phrases of the question were taken for. Each alternative is a link that asks again with it. */
export function phraseLinks(view: AnswerView): Content {
  const { links } = view.answer;
  const isAmbiguous = links.some(({ alternatives }) => alternatives.some(({ score }) => score >= asGood));
  return (
    links.length > 0 &&
    html`<details ${isAmbiguous && html`open`}>
      <summary>
        <span class="what">Reading</span> <span>What the phrases were taken for</span>
        <span class="quiet">${links.length}</span>
      </summary>
      <dl class="links">
        ${links.map(
          (link) =>
            html`<dt>${link.phrase}</dt>
              <dd>${iriLink(link.chosen, view.baseIri)} ${chips(link, view)}</dd> `,
        )}
      </dl>
    </details>`
  );
}

function chips(link: Link, view: AnswerView): Content {
  return (
    link.alternatives.length > 0 &&
    html`<span class="chips">
      <span class="quiet">Ask again with</span>
      ${link.alternatives.map((alternative) => chip(link, alternative, view))}
    </span>`
  );
}

function chip({ phrase }: Link, { iri, label, kind }: Link['alternatives'][number], { answer }: AnswerView): Html {
  const others = answer.links.filter((other) => other.confirmed && other.phrase !== phrase);
  const taken = [...others, { phrase, chosen: iri }];
  const parameters = new URLSearchParams([['q', answer.question]]);
  if (answer.corpus.collection !== undefined) parameters.set('collection', answer.corpus.collection);
  for (const each of taken) parameters.append('take', `${each.chosen} ${each.phrase}`);
  return html`<a class="chip" rel="nofollow" title="${iri}" href="/ask?${parameters.toString()}">
    ${label} ${kind !== undefined && html`<span class="quiet">${kind}</span>`}
  </a>`;
}
