import type { PublicationStatus, StatusName } from '@askg/contract';
import { ddm, parseIri, parseQuads } from '@askg/ddm';

const fields: Record<string, keyof PublicationStatus> = {
  [ddm.publicationStatus]: 'status',
  [ddm.statusDate]: 'date',
  [ddm.statusNotice]: 'notice',
  [ddm.statusReason]: 'reason',
  [ddm.statusSource]: 'source',
};

/** The statuses of the works that a paper cites, by the ids of its references, out of the paper's graph of statuses. */
export function readCited(nquads: string, base: string): Map<string, PublicationStatus> {
  const cited = new Map<string, Record<string, string>>();
  for (const { subject, predicate, object } of parseQuads(nquads, 'application/n-quads')) {
    const id = parseIri(base, subject.value)?.id;
    const field = fields[predicate.value];
    if (id === undefined || field === undefined) continue;
    const said = cited.get(id) ?? {};
    said[field] =
      field === 'status' ? object.value.slice(ddm['status-retracted'].length - 'retracted'.length) : object.value;
    cited.set(id, said);
  }
  return new Map(
    [...cited].map(([id, { status, source = '', ...rest }]) => [id, { status: status as StatusName, source, ...rest }]),
  );
}
