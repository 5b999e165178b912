import { join } from 'node:path';
import type { z } from 'zod';
import { Environment } from '@askg/contract';
import { ApiError } from './api-error.ts';

const ApiEnvironment = Environment.pick({
  ASKG_DATA: true,
  ASKG_HOST: true,
  ASKG_PORT: true,
  ASKG_ENGINES: true,
  ASKG_QUERY_SECONDS: true,
  ASKG_QUERY_ROWS: true,
  ASKG_MODELS: true,
  OPENAI_BASE_URL: true,
  OPENAI_API_KEY: true,
  ASKG_CHAT_MODEL: true,
});

/** What the server is told when it starts. */
export type Config = {
  /** Folder of the corpus. */
  data: string;
  host: string;
  /** 0 takes any free port. */
  port: number;
  engines: number;
  queryMs: number;
  queryRows: number;
  /** Folder of the models. */
  models: string;
  /** The chat model that words answers, and where it is served. */
  chat?: { baseUrl: string; apiKey?: string; model: string };
};

const openAi = 'https://api.openai.com/v1';

/**
 * A variable that is set to nothing counts as not set.
 * @throws ApiError `api/bad-configuration`, naming each variable that cannot be used.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = ApiEnvironment.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value)));
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ApiError('api/bad-configuration', complaints.join('; '));
  }
  const values = parsed.data;
  return {
    data: values.ASKG_DATA,
    host: values.ASKG_HOST,
    port: values.ASKG_PORT,
    engines: values.ASKG_ENGINES,
    queryMs: values.ASKG_QUERY_SECONDS * 1000,
    queryRows: values.ASKG_QUERY_ROWS,
    models: values.ASKG_MODELS || join(values.ASKG_DATA, 'models'),
    ...chatOf(values),
  };
}

function chatOf(values: z.infer<typeof ApiEnvironment>): Pick<Config, 'chat'> {
  const { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey, ASKG_CHAT_MODEL: model } = values;
  if (model === '') return {};
  if (baseUrl === '' && apiKey === '') {
    throw new ApiError('api/bad-configuration', 'ASKG_CHAT_MODEL: needs OPENAI_BASE_URL or OPENAI_API_KEY beside it.');
  }
  return { chat: { baseUrl: baseUrl || openAi, ...(apiKey === '' ? {} : { apiKey }), model } };
}
