/** What is asked of the search, in milliseconds; for sizes that nothing was set for, nothing. */
export function barsOf(passages: number, isServer: boolean): { median?: number; p99?: number; maxSim?: number } {
  if (isServer) return {};
  if (passages === 100_000) return { median: 30, p99: 80, maxSim: 40 };
  if (passages === 1_000_000) return { median: 60, maxSim: 40 };
  return {};
}
