import { Environment } from '@askg/contract';
import { ApiError } from './api-error.ts';

const ApiEnvironment = Environment.pick({
  ASKG_DATA: true,
  ASKG_HOST: true,
  ASKG_PORT: true,
  ASKG_ENGINES: true,
  ASKG_QUERY_SECONDS: true,
  ASKG_QUERY_ROWS: true,
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
};

/** @throws ApiError `api/bad-configuration`, naming each variable that cannot be used. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = ApiEnvironment.safeParse(environment);
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
  };
}
