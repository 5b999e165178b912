/** What an attack may find on its way: the canary that must never hear of it, and names of what it may not read. */
export type Target = {
  /** `http://127.0.0.1:PORT/` of a server that counts its connections. */
  canary: string;
  /** IRI of a graph that the attacker may not read, and of one that it may. */
  closedGraph: string;
  openGraph: string;
};

/** A hostile query. `expect` are the only statuses that a sound server answers with. */
export type HostileQuery = {
  group: string;
  name: string;
  query: string;
  expect: readonly number[];
  /** Further protocol parameters. */
  parameters?: Readonly<Record<string, string>>;
  /** Works an engine hard: for the whole test only. */
  isHeavy?: boolean;
};

/** Bytes that are no sound request. */
export type HostileRequest = {
  group: string;
  name: string;
  /** Written one after the other, with so many milliseconds between. */
  parts: readonly string[];
  pauseMs?: number;
  /** Statuses of the answers; 0: the connection is closed, or left without an answer, which is as good. */
  expect: readonly number[];
  /** Milliseconds after which the server has to have ended the connection by itself; by default it is not waited for. */
  endsWithinMs?: number;
};
