import { type Judgement, type KeptFeedback, longestNote } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import type { AnswerView } from './answer-view.ts';

const labels: Record<Judgement, string> = { right: 'Right', wrong: 'Wrong', missing: 'Something is missing' };

/** Buttons by which a visitor says what is right, wrong or missing. They work without the script. */
export function feedbackSection({ answer, feedback }: AnswerView): Content {
  if (!feedback) return undefined;
  const action = `/a/${encodeURIComponent(answer.id)}/feedback`;
  const saidOf = (claim: number | undefined): KeptFeedback | undefined => feedback.find((each) => each.claim === claim);
  return html`<section class="workings feedback" id="feedback" aria-label="Feedback">
    <details ${feedback.length > 0 && html`open`}>
      <summary>
        <span class="what">Feedback</span> <span>Say what is right, wrong or missing</span>
        <span class="quiet">${feedback.length > 0 && `${feedback.length} said`}</span>
      </summary>
      ${answer.claims.map(({ text }, i) => form(action, text, saidOf(i), { claim: i }))}
      ${form(action, 'The answer as a whole', saidOf(undefined), { mayMiss: true })}
    </details>
  </section>`;
}

/** The first button is what Enter in a field presses; nothing may be judged by it. */
const noDefault = html`<button disabled hidden></button>`;

function form(
  action: string,
  about: string,
  said: KeptFeedback | undefined,
  { claim, mayMiss = false }: { claim?: number; mayMiss?: boolean },
): Html {
  const judgements: Judgement[] = mayMiss ? ['right', 'wrong', 'missing'] : ['right', 'wrong'];
  const expected = said?.expected?.iri ?? said?.expected?.text ?? '';
  return html`<form method="post" action="${action}" data-feedback>
    ${noDefault}
    <p>${about}</p>
    ${claim !== undefined && html`<input type="hidden" name="claim" value="${claim}" />`}
    ${
      mayMiss &&
      html`<label
        >What is missing
        <input
          name="expected"
          maxlength="${longestNote}"
          value="${expected}"
          placeholder="Address or words of the sentence"
      /></label> `
    }
    <label>Note <input name="note" maxlength="${longestNote}" value="${said?.note ?? ''}" /></label>
    ${judgements.map(
      (judgement) =>
        html`<button
          name="judgement"
          value="${judgement}"
          class="plain"
          aria-pressed="${judgement === said?.judgement ? 'true' : 'false'}"
        >
          ${labels[judgement]}
        </button> `,
    )}
    <span class="quiet" role="status"></span>
  </form> `;
}
