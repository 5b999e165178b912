/** Where a service keeps what it stores, and the port it answers on. */
export type ServiceOptions = {
  /** An existing folder of its own. */
  folder: string;
  /** Default: a free one. */
  port?: number;
};

export type RunningService = {
  /** Settings by which askg finds it. */
  environment: Readonly<Record<string, string>>;
  pid: number;
  /** Ends the process and resolves when it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

/** A server that a site may put behind askg, as it is started here without containers. */
export type Service = {
  name: string;
  /** @returns why it cannot be started on this machine; undefined when it can */
  lacks(): string | undefined;
  /** Fetches it where it is not here yet, starts it, and resolves when it answers. */
  start(options: ServiceOptions): Promise<RunningService>;
};
