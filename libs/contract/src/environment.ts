import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);

/**
 * The environment variables that askg reads, each with its default. An application picks those it uses and parses its
 * environment once, at the start: `Environment.pick({ ASKG_DATA: true }).parse(process.env)`.
 */
export const Environment = z.object({
  ASKG_DATA: z.string().min(1).default('./data').describe('Folder of the corpus. Made at the first start.'),
  ASKG_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on. Anything but a loopback address opens the server to other machines.'),
  ASKG_PORT: port
    .default(3000)
    .describe('Port to listen on; 0 picks a free one. The address is printed as "listening on URL".'),
  ASKG_BASE_IRI: z
    .url({ protocol: /^https?$/ })
    .default('http://localhost:3000/id/')
    .describe('Base of all IRIs. Read only when a corpus is created; `askg rebase` changes it later.'),
  ASKG_DEMO: z
    .enum(['0', '1'])
    .default('1')
    .describe('0: `npm start` does not load the demo papers into an empty corpus.'),
  ASKG_WORKERS: count.max(64).default(2).describe('Processes that read papers at the same time.'),
  ASKG_ENGINES: count.max(16).default(2).describe('Processes that answer SPARQL; each holds a full copy of the graph.'),
  ASKG_QUERY_SECONDS: z.coerce
    .number()
    .positive()
    .max(3600)
    .default(30)
    .describe('Longest time a SPARQL query may take, in seconds.'),
  ASKG_QUERY_ROWS: count
    .default(100_000)
    .describe('Most rows a SPARQL result may have. A larger one is refused, never cut short.'),
  ASKG_MODELS: z
    .string()
    .default('')
    .describe('Folder of the models; `models` in the folder of the corpus when empty.'),
  ASKG_OFFLINE: z.enum(['0', '1']).default('0').describe('1: nothing is ever fetched from the network.'),
  GROBID_URL: z
    .url({ protocol: /^https?$/ })
    .or(z.literal(''))
    .default('')
    .describe(
      'Address of a GROBID service that reads PDFs, such as http://127.0.0.1:8070; it is sent each PDF. Empty: the reader of askg. With ASKG_OFFLINE=1 only one on this machine is used.',
    ),
  OPENAI_BASE_URL: z
    .string()
    .default('')
    .describe(
      'Address of a chat server that speaks the OpenAI API, such as http://127.0.0.1:8080/v1. Empty: OpenAI itself.',
    ),
  OPENAI_API_KEY: z.string().default('').describe('Key for that server; most local ones need none.'),
  ASKG_CHAT_MODEL: z
    .string()
    .default('')
    .describe(
      'Name of the chat model that words answers and, with `ingest --enrich llm`, suggests entities. Empty: neither.',
    ),
});
export type Environment = z.infer<typeof Environment>;
