/** How a corpus is opened. */
export type OpenOptions = {
  readOnly?: boolean;
  /** Nobody else has the corpus open; needed by `gc` and `rebase`. */
  exclusive?: boolean;
  /** Milliseconds to wait for those who keep the corpus from being opened so; 3000 by default. */
  patienceMs?: number;
  /** Where commit times come from. */
  clock?: () => Date;
};
