import { ApiError } from '../api-error.ts';

/** The parameters behind the `?` of a request target, each occurrence in order. */
export function queryParameters(target: string): URLSearchParams {
  const mark = target.indexOf('?');
  return new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1));
}

/** A parameter that may be given once. @throws ApiError `api/repeated-parameter`. */
export function single(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name);
  if (values.length > 1) throw new ApiError('api/repeated-parameter', `"${name}" was given ${values.length} times.`);
  return values[0];
}
