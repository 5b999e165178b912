import type { Answer } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { iriLink } from '../resources/triple-table.ts';
import { duration, type AnswerView } from './answer-view.ts';
import { phraseLinks } from './phrase-links.ts';
import { queryRuns } from './query-runs.ts';

/** How an answer came about: queries, links, passages, claims, and what each step took. */
export function workings(view: AnswerView): Html {
  const { answer } = view;
  return html`<section class="workings" aria-labelledby="workings">
    <h2 id="workings">How this was found</h2>
    ${queryRuns(answer)} ${phraseLinks(view)} ${claimsOf(answer)} ${passagesOf(view)} ${modelsOf(answer)}
    ${costsOf(answer)}
  </section>`;
}

function claimsOf({ claims }: Answer): Content {
  return (
    claims.length > 0 &&
    html`<details>
      <summary>
        <span class="what">Claims</span> <span>How far each is borne out</span>
        <span class="quiet">${claims.length}</span>
      </summary>
      <ul class="claims">
        ${claims.map(
          ({ text, support }) =>
            html`<li>
              ${text}
              <span class="quiet">${support.label}, ${support.score.toFixed(2)} by ${support.method}</span>
            </li>`,
        )}
      </ul>
    </details>`
  );
}

function passagesOf({ answer, baseIri }: AnswerView): Content {
  return (
    answer.passages.length > 0 &&
    html`<details>
      <summary>
        <span class="what">Passages</span> <span>What the search found, best first</span>
        <span class="quiet">${answer.passages.length}</span>
      </summary>
      <ol class="passages">
        ${answer.passages.map(
          ({ iri, score, methods }) =>
            html`<li>
              ${iriLink(iri, baseIri)} <span class="quiet">${score.toFixed(2)} · ${methods.join(', ')}</span>
            </li> `,
        )}
      </ol>
    </details>`
  );
}

/** Which weights took part, and under which licence. */
function modelsOf({ models = [] }: Answer): Content {
  return (
    models.length > 0 &&
    html`<details>
      <summary>
        <span class="what">Models</span> <span>What found and ordered the passages</span>
        <span class="quiet">${models.length}</span>
      </summary>
      <ul>
        ${models.map(
          ({ role, name, digest, licence, commercial }) =>
            html`<li>
              ${name}
              <span class="quiet">
                ${role},
                ${digest.slice(0, 12)}${licence !== undefined && html`, ${licence}`}${
                  commercial === false && html`: for use that earns no money`
                }
              </span>
            </li> `,
        )}
      </ul>
    </details>`
  );
}

function costsOf({ timings, usage }: Answer): Html {
  const steps = Object.entries(timings);
  const { modelCalls, inputTokens, outputTokens } = usage;
  const model =
    modelCalls === 0
      ? 'No language model was called'
      : `${modelCalls} calls of a language model, ${inputTokens} tokens in and ${outputTokens} out`;
  return html`<details>
    <summary><span class="what">Time</span> <span>${model}</span></summary>
    <dl class="timings">
      ${steps.map(
        ([step, ms]) =>
          html`<dt>${step}</dt>
            <dd>${duration(ms)}</dd> `,
      )}
    </dl>
  </details>`;
}
