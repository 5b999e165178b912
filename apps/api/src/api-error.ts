import { CodedError, type CodeText } from '@askg/contract';

/** Every code of this package, with what it means and what to do next. */
const codes = {
  'api/bad-configuration': {
    title: 'An environment variable has a value that cannot be used',
    fix: 'Correct the variables named; .env.example describes each.',
  },
  'api/port-in-use': {
    title: 'The port is in use',
    fix: 'Stop the other program, or choose another port with ASKG_PORT (0 picks a free one).',
  },
  'api/cannot-listen': {
    title: 'The server cannot listen on this address',
    fix: 'Check ASKG_HOST and ASKG_PORT: the address must belong to this machine and the port must be allowed.',
  },
  'api/not-found': {
    title: 'There is nothing at this address',
    fix: 'Start from / to see what this server offers.',
  },
  'api/removed': {
    title: 'This paper was removed from the corpus',
    fix: 'Its address is kept so that nothing else ever takes it; the paper itself is no longer served.',
  },
  'api/bad-path': {
    title: 'The path of the address is malformed',
    fix: 'Use the address as the server prints it.',
  },
  'api/bad-key': {
    title: 'The key is not valid',
    fix: 'Send a key that `askg keys add` has made, as "Authorization: Bearer KEY"; or leave the header out.',
  },
  'api/key-needed': {
    title: 'A key is needed',
    fix: 'Send a key as "Authorization: Bearer KEY"; who runs this server makes one with `askg keys add`.',
  },
  'api/not-allowed': {
    title: 'The key does not allow this',
    fix: 'Use a key that was made for it, such as one of `askg keys add --curate` for the status of papers.',
  },
  'api/host-refused': {
    title: 'The Host header names another server',
    fix: 'Call the server by a loopback name, by its IP address, or by the host of the base IRI of its corpus.',
  },
  'api/origin-refused': {
    title: 'Requests that pages of other origins make are refused',
    fix: 'Call the server from its own pages or from a program.',
  },
  'api/method-not-allowed': {
    title: 'The method is not allowed here',
    fix: 'Use one of the methods named in the Allow header.',
  },
  'api/not-acceptable': {
    title: 'None of the media types asked for can be given',
    fix: 'Ask for one of the media types named, in the Accept header or with ?format=.',
  },
  'api/unknown-format': {
    title: 'The format is not known here',
    fix: 'Give one of the formats named, or leave the parameter out and use the Accept header.',
  },
  'api/missing-query': {
    title: 'The request holds no query',
    fix: 'Give the SPARQL query as ?query=, as a form field, or as a body of type application/sparql-query.',
  },
  'api/repeated-parameter': {
    title: 'A parameter was given more than once',
    fix: 'Give it once.',
  },
  'api/unsupported-media-type': {
    title: 'The media type of the body is not understood here',
    fix: 'Send a media type that the detail names, in UTF-8 and without content encoding.',
  },
  'api/body-too-large': {
    title: 'The body of the request is too large',
    fix: 'Send a shorter query or question.',
  },
  'api/bad-body': {
    title: 'The body of the request cannot be read',
    fix: 'Send UTF-8, and valid JSON where the media type says so.',
  },
  'api/bad-request': {
    title: 'The request is not of the shape that is taken here',
    fix: 'Correct the fields that the detail names; /api/openapi.json describes them.',
  },
  'api/unknown-model': {
    title: 'There is no such chat model here',
    fix: 'Leave the model out, or give "none" to be answered without one. ASKG_CHAT_MODEL configures it.',
  },
  'api/model-refused': {
    title: 'The chat model may cost money, and this request may not use it',
    fix: 'Ask with "model": "none"; with a key made by `askg keys add --ask-model`; or without a key on the machine of the server, by a loopback address.',
  },
  'api/busy': {
    title: 'Too many questions are being answered',
    fix: 'Wait a few seconds and ask again.',
  },
  'api/too-much-feedback': {
    title: 'Too much feedback comes from here',
    fix: 'Wait a minute, then send the rest.',
  },
  'api/unknown-run': {
    title: 'No such run is under way',
    fix: 'A run has ended once its last event was sent; its answer is at /api/answers.',
  },
  'api/cancelled': {
    title: 'The question was cancelled',
    fix: 'Ask it again if the answer is still wanted.',
  },
  'api/not-ready': {
    title: 'The server is starting or stopping',
    fix: 'Try again in a moment; /health/ready tells when.',
  },
  'api/internal': {
    title: 'The server made a mistake',
    fix: 'Look for the trace id in the log of the server, and report it with that entry.',
  },
} as const satisfies Record<`api/${string}`, CodeText>;

export type ApiErrorCode = keyof typeof codes;

/** A request that cannot be served as it is, or a server that cannot start. */
export class ApiError extends CodedError<ApiErrorCode> {
  constructor(code: ApiErrorCode, detail: string, options?: ErrorOptions) {
    super(code, codes[code], detail, options);
  }
}
