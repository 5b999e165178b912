import { html, type Content, type Html } from '../pages/html.ts';

export type QuestionForm = {
  /** What stands in the box. */
  question?: string;
  /** What the empty box says. */
  invitation?: string;
  /** The one paper that is asked. */
  paper?: { key: string; title: string };
  /** Whether there is a chat model that this visitor may not use. */
  isChatClosed: boolean;
};

const usualInvitation = 'What would you like to know from these papers?';

/** The question box. It works without its script, which streams the answer into the same page. */
export function questionForm({ question = '', invitation = usualInvitation, paper, isChatClosed }: QuestionForm): Html {
  return html`<form class="ask" action="/ask" method="get" data-model="${isChatClosed ? 'none' : ''}">
      <label for="q" class="unseen">Your question</label>
      <div class="ask-box">
        <textarea
          id="q"
          name="q"
          rows="2"
          maxlength="2000"
          required
          enterkeyhint="send"
          aria-describedby="ask-hint"
          placeholder="${invitation}"
        >
${question}</textarea>
        ${paper && scope(paper)}
        <div class="ask-bar">
          <span id="ask-hint" class="hint">Enter asks, Shift + Enter starts a line</span>
          <button type="button" class="plain" id="cancel" hidden>Cancel</button>
          <button id="ask">Ask</button>
        </div>
      </div>
    </form>
    ${
      isChatClosed &&
      html`<p class="meta">
        You are asking from another machine: answers are made without the chat model, which may cost its owner money.
      </p>`
    }
    <p id="progress" class="unseen" role="status"></p>`;
}

function scope({ key, title }: { key: string; title: string }): Content {
  return html`<p class="scope">
    <input type="hidden" name="paper" value="${key}" />
    Only in <a href="/id/paper/${key}">${title}</a> <a href="/" class="quiet">ask all papers</a>
  </p>`;
}
