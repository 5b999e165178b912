import type { Answer } from '@askg/contract';
import { html, type Content } from '../pages/html.ts';
import { sourceLink } from './answer-text.ts';

const readings = { yes: 'says yes', no: 'says no', maybe: 'says that it depends' } as const;

/** What each paper says to a question for yes or no, with the sources that it was read from; nothing where it is not told. */
export function answerPolarity({ polarity, claims }: Answer): Content {
  if (polarity?.told !== true || polarity.papers.length === 0) return undefined;
  return html`<section aria-labelledby="polarity">
    <h2 id="polarity">What each paper says</h2>
    <ul>
      ${polarity.papers.map(({ paper, title, reading, probability, claims: places }) => {
        const citations = places.flatMap((place) => claims[place]?.citations ?? []);
        const numbers = new Set(citations.filter((each) => each.paper === paper).map(({ n }) => n));
        return html`<li>
          <a href="/id/paper/${encodeURIComponent(paper)}">${title}</a> <strong>${readings[reading]}</strong>
          <span class="meta">${Math.round(probability * 100)} in 100</span> ${[...numbers].map(sourceLink)}
        </li> `;
      })}
    </ul>
    <p class="meta">Read from words and meaning, and so only probable: the sentences decide.</p>
  </section>`;
}
