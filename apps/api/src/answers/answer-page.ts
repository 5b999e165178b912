import { questionForm, type QuestionForm } from '../home/question-form.ts';
import { askScript } from '../pages/assets.ts';
import { html } from '../pages/html.ts';
import { layout } from '../pages/layout.ts';
import { answerArticle } from './answer-article.ts';
import { answerOffers } from './answer-representation.ts';
import type { AnswerView } from './answer-view.ts';

/** The page of an answer that was given, below the box for the next question. */
export function answerPage(view: AnswerView, form: QuestionForm): string {
  const { answer } = view;
  return layout({
    title: answer.question,
    place: 'ask',
    script: askScript.path,
    alternates: answerOffers.map(({ label, mediaType, format }) => {
      return { label, mediaType, href: `/api/answers/${encodeURIComponent(answer.id)}?format=${format}` };
    }),
    main: html`<div class="asking">
      ${questionForm({ ...form, invitation: 'Ask another question' })}
      <div id="outcome">${answerArticle(view)}</div>
    </div>`,
  });
}
