import type { PublicationStatus } from '@askg/contract';

/** Whether a paper was not taken back: what it says counts where papers are counted. */
export function isInStanding({ status }: { status?: PublicationStatus | undefined }): boolean {
  return status?.status !== 'retracted' && status?.status !== 'withdrawn';
}
