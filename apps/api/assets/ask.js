// The question page works without this script; with it, the answer comes piece by piece into the same page, and the
// finished one is put in its place as the server shows it at its own address. Texts go in as text only.
const form = document.querySelector('form.ask');
const box = form?.querySelector('textarea');
const askButton = document.getElementById('ask');
const cancelButton = document.getElementById('cancel');
const progress = document.getElementById('progress');
const outcome = document.getElementById('outcome');

/** The run under way: its id once it is known, and how to stop listening to it. */
let current;

/** Milliseconds after which a cancelled run is left, whatever the server says. */
const patience = 1000;

const verdicts = {
  supported: 'Supported by the sources shown.',
  'partly-supported': 'Partly supported by the sources shown.',
  'not-in-corpus': 'Not in these papers.',
  'no-answer': 'No answer.',
};

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** What an event means to who waits; nothing for those that are seen anyway. */
function saying(event) {
  const many = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  switch (event.event) {
    case 'started':
      return 'Reading the question';
    case 'plan':
      return event.steps.find((step) => /^Answer its \d parts/.test(step)) ?? '';
    case 'links':
      return event.links.length > 0 ? `Understood ${event.links.map(({ phrase }) => `“${phrase}”`).join(', ')}` : '';
    case 'query':
      return event.query.state === 'ok'
        ? `Asked the graph: ${many(event.query.rows, 'row')}`
        : `Asked the graph: ${event.query.state}`;
    case 'rows':
      return `Kept ${many(event.rows.length, 'row')}`;
    case 'passages':
      return `Found ${many(event.passages.length, 'passage')}`;
    case 'evidence':
      return `Chose ${many(event.evidence.length, 'quote')}`;
    default:
      return '';
  }
}

/** The growing answer: question, steps, words, sources. */
class GrowingAnswer {
  constructor(question) {
    this.root = element('article', 'answer growing');
    this.root.setAttribute('aria-busy', 'true');
    this.steps = element('ol', 'steps');
    this.words = element('div', 'answer-text');
    this.sources = element('ol', 'sources');
    this.known = new Set();
    this.root.append(element('h1', '', question), this.steps, this.words, this.sources);
    outcome.replaceChildren(this.root);
  }

  step(text, ms) {
    const item = element('li', '', text);
    item.append(element('span', 'quiet', ` ${Math.round(ms)} ms`));
    this.steps.append(item);
    say(text);
  }

  text(delta) {
    this.words.append(delta);
  }

  claim({ citations, rows }) {
    for (const citation of [...citations, ...rows.flatMap(({ sources }) => sources)]) this.source(citation);
  }

  source({ n, iri, quote, title, section }) {
    if (this.known.has(n)) return;
    this.known.add(n);
    const item = element('li');
    item.id = `source-${n}`;
    const about = element('p', 'meta');
    const link = element('a', 'title', title);
    const path = /\/(paper\/.*)$/.exec(iri)?.[1];
    if (path) link.href = `/id/${path}`;
    about.append(link);
    if (section) about.append(' ', element('span', 'section', section));
    const content = element('div');
    content.append(element('blockquote', '', quote), about);
    item.append(element('span', 'n', n), content);
    this.sources.append(item);
  }

  notice(title, lines, { tone = '', code = '' } = {}) {
    const notice = element('div', `notice ${tone}`);
    const first = element('p');
    first.append(element('strong', '', title));
    notice.append(first, ...lines.filter(Boolean).map((line) => element('p', '', line)));
    if (code) notice.append(element('p', 'meta', `Code ${code}`));
    this.root.append(notice);
  }

  end() {
    this.root.removeAttribute('aria-busy');
    this.root.classList.remove('growing');
  }
}

/** For screen readers: what others see happen. */
function say(text) {
  progress.textContent = text;
}

function setRunning(isRunning) {
  form.classList.toggle('running', isRunning);
  cancelButton.hidden = !isRunning;
  askButton.textContent = isRunning ? 'Ask instead' : 'Ask';
}

function showProblem(view, problem) {
  view.notice(problem.title, [problem.detail, problem.fix], { tone: 'bad', code: problem.code });
  say(problem.title);
}

/** Events of a response in the event stream format, as they come. */
async function* eventsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value;
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const data = block.split('\n').find((line) => line.startsWith('data: '));
      if (data) yield JSON.parse(data.slice('data: '.length));
    }
  }
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { title: `The server answered ${response.status}`, detail: '', fix: 'Try again.' };
  }
}

/** The finished answer as the server shows it; the growing one stays when that cannot be had. */
async function showFinished(view, answer) {
  view.end();
  say(verdicts[answer.verdict] ?? '');
  box.value = '';
  box.placeholder = 'Ask another question';
  const address = `/a/${encodeURIComponent(answer.id)}`;
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const article = page.getElementById('answer');
  if (!article) return;
  outcome.replaceChildren(document.adoptNode(article));
  document.title = page.title;
  history.pushState(null, '', address);
}

function requestBody(question) {
  const paper = form.querySelector('input[name="paper"]')?.value;
  const { model } = form.dataset;
  return JSON.stringify({ question, ...(paper ? { paper } : {}), ...(model ? { model } : {}) });
}

async function follow(run, view, question) {
  const response = await fetch('/api/ask', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: requestBody(question),
    signal: run.controller.signal,
  });
  if (!response.ok) return showProblem(view, await problemOf(response));
  run.id = response.headers.get('askg-run');
  for await (const event of eventsOf(response)) {
    const step = saying(event);
    if (step) view.step(step, event.ms);
    if (event.event === 'text') view.text(event.delta);
    if (event.event === 'claim') view.claim(event.claim);
    if (event.event === 'failed') return showProblem(view, event.problem);
    if (event.event === 'cancelled') return showCancelled(view);
    if (event.event === 'done') return showFinished(view, event.answer);
  }
  throw new Error('The connection ended before the answer did.');
}

function showCancelled(view) {
  view.notice('Cancelled', ['Nothing is left running. Ask again when you like.']);
  say('Cancelled');
}

async function ask(question) {
  // Leaving a run ends it on the server too.
  current?.controller.abort();
  const run = { controller: new AbortController(), id: null };
  current = run;
  for (const intro of document.querySelectorAll('[data-intro]')) intro.hidden = true;
  const view = new GrowingAnswer(question);
  setRunning(true);
  try {
    await follow(run, view, question);
  } catch (error) {
    if (run !== current) return;
    if (run.controller.signal.aborted) showCancelled(view);
    else showProblem(view, { title: 'The server cannot be reached', detail: error.message });
  } finally {
    view.end();
    if (run === current) {
      current = undefined;
      setRunning(false);
    }
  }
}

/** Stops the run under way: the server is told, and says when it has stopped. */
function cancel() {
  const run = current;
  if (!run) return;
  if (run.id) {
    say('Cancelling');
    fetch(`/api/runs/${run.id}`, { method: 'DELETE' }).catch(() => undefined);
    setTimeout(() => run.controller.abort(), patience);
  } else run.controller.abort();
}

if (form && box) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const question = box.value.trim();
    if (question !== '') void ask(question);
  });

  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && current) cancel();
  });

  cancelButton.addEventListener('click', () => {
    cancel();
    box.focus();
  });

  for (const link of document.querySelectorAll('a[data-question]')) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      box.value = link.dataset.question;
      form.requestSubmit();
    });
  }

  // Going back leads to a page that this one has replaced.
  window.addEventListener('popstate', () => window.location.reload());
}
