/** What asking other endpoints may cost, and whom. */
export type FederationOptions = {
  /** Addresses of the endpoints that SERVICE may name, each exactly as it stands in queries. */
  services: ReadonlySet<string>;
  /** Also endpoints on this machine and in private networks; default no. */
  isPrivateAllowed?: boolean;
  /** Longest time of one request to an endpoint in milliseconds; default 10,000. */
  requestMs?: number;
  /** Requests to other endpoints for one query; default 100. */
  requests?: number;
  /** Bytes that other endpoints may send for one query, after they are unpacked; default 16 MiB. */
  bytes?: number;
  /** Queries that are evaluated at the same time, each in a process of its own; default 2. */
  processes?: number;
};

/** The limits that a process is given. */
export type FederationLimits = {
  services: string[];
  isPrivateAllowed: boolean;
  requestMs: number;
  requests: number;
  bytes: number;
};

export function federationLimits(options: FederationOptions): FederationLimits {
  return {
    services: [...options.services],
    isPrivateAllowed: options.isPrivateAllowed ?? false,
    requestMs: options.requestMs ?? 10_000,
    requests: options.requests ?? 100,
    bytes: options.bytes ?? 16 * 1024 ** 2,
  };
}
