/** Something outside this program that makes TEI of a PDF. */
export type FullTextService = {
  /**
   * @param pdf the bytes of the file
   * @returns TEI, as bytes
   * @throws IngestError ingest/grobid-unreachable, ingest/grobid-refused, ingest/grobid-timeout, ingest/grobid-unusable
   */
  read(pdf: Uint8Array): Promise<Uint8Array>;
};
