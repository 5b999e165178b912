import { askScript } from '../pages/assets.ts';
import { html, type Content, type Html } from '../pages/html.ts';
import { layout } from '../pages/layout.ts';
import type { ExampleQuestion } from './example-questions.ts';
import { questionForm, type QuestionForm } from './question-form.ts';

export type HomeView = {
  form: QuestionForm;
  examples: readonly ExampleQuestion[];
  papers: number;
  sentences?: number;
  /** Name of the model that finds by meaning, where there is one. */
  embedder: string | null;
  chat?: string;
  /** What stands below the box instead of the introduction: a problem, say. */
  outcome?: Html;
};

/** The first page: the question box, questions to start with, and what there is to be asked. */
export function homePage(view: HomeView): string {
  return layout({
    title: 'askg',
    place: 'ask',
    script: askScript.path,
    main: html`<div class="asking">
      ${
        view.outcome === undefined &&
        html`<div data-intro>
          <h1>Ask the papers</h1>
          <p class="lead">
            Every answer shows the sentences and rows it rests on, each with its address. Where the papers do not say,
            it says so.
          </p>
        </div>`
      }
      ${questionForm(view.form)}
      <div id="outcome">${view.outcome}</div>
      ${view.outcome === undefined && html`<div data-intro>${examples(view.examples)} ${holdings(view)}</div>`}
    </div>`,
  });
}

const kinds: Record<ExampleQuestion['kind'], string> = {
  graph: 'From the graph',
  text: 'From the text',
  unanswerable: 'Not in these papers',
};

function examples(all: readonly ExampleQuestion[]): Content {
  return (
    all.length > 0 &&
    html`<h2 class="label">Questions to start with</h2>
      <ul class="cards examples">
        ${all.map(
          ({ kind, question }) =>
            html`<li>
              <a href="/ask?q=${encodeURIComponent(question)}" data-question="${question}"
                ><span class="kind">${kinds[kind]}</span> ${question}</a
              >
            </li>`,
        )}
      </ul>`
  );
}

function holdings({ papers, sentences, embedder, chat }: HomeView): Html {
  if (papers === 0) {
    return html`<div class="notice">
      <p><strong>No paper has been read yet.</strong></p>
      <p>Add papers with <code>askg ingest PATH…</code>; then ask.</p>
    </div>`;
  }
  const size = [count(papers, 'paper'), sentences === undefined ? undefined : count(sentences, 'sentence')];
  return html`<p class="holdings">
    <a href="/papers">${size.filter(Boolean).join(', ')}</a>
    <span>${embedder === null ? 'found by words' : 'found by words and by meaning'}</span>
    <span>${chat === undefined ? 'answered without a language model' : `worded by ${chat}`}</span>
  </p>`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
