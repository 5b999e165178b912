import type { CodedError } from '@askg/contract';

/** An error whose status does not follow from its code alone but from where in the request it arose. */
export class StatusError extends Error {
  readonly status: number;
  readonly error: CodedError;

  constructor(status: number, error: CodedError) {
    super(error.message, { cause: error });
    this.name = 'StatusError';
    this.status = status;
    this.error = error;
  }
}
