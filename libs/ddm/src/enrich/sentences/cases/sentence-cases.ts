/**
 * Expected sentences by theme. A case is the list of its sentences; the text is those joined by a space, or by nothing
 * where a sentence begins with `~`. What stands in ⟦⟧ is a mark (atom or citation); the signs are not part of the text.
 */
export type SentenceCases = Readonly<Record<string, readonly (readonly string[])[]>>;
