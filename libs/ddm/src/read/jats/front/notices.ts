import type { StatusNotice } from '@askg/contract';
import { inNoticeOrder } from '../../../document/notice-order.ts';
import { attribute, descendantsNamed, plainText, type XmlElement } from '../../xml/tree.ts';
import type { JatsContext } from '../context.ts';
import { findDoi } from '../references/reference-links.ts';

/** By `article-type` of a notice: what it does to the articles that it names, and the `related-article-type` of these. */
const kinds = new Map<string, { status: StatusNotice['status']; related: string }>([
  ['retraction', { status: 'retracted', related: 'retracted-article' }],
  ['correction', { status: 'corrected', related: 'corrected-article' }],
  ['expression-of-concern', { status: 'expression-of-concern', related: 'object-of-concern' }],
]);

const relatedTypes = new Set([...kinds.values()].map(({ related }) => related));

/**
 * What a notice does to other articles. Only where its type and the type of the relation say the same, and the article is
 * named by a DOI; of everything else that tells of a notice there is a finding.
 */
export function readNotices(article: XmlElement, meta: XmlElement | undefined, context: JatsContext): StatusNotice[] {
  const kind = kinds.get(attribute(article, 'article-type') ?? '');
  const related = descendantsNamed(meta, 'related-article').filter((each) => relatedTypes.has(typeOf(each)));
  const notices = related.flatMap((each): StatusNotice[] => {
    const doi = findDoi(attribute(each, 'xlink:href') ?? '') ?? findDoi(plainText(each));
    return kind === undefined || typeOf(each) !== kind.related || doi === undefined
      ? []
      : [{ status: kind.status, doi }];
  });
  if (notices.length > 0) {
    context.findings.count('ddm/notice', 'info', 'Articles that this notice is about.', notices.length);
  }
  const unsure = Math.max(related.length - notices.length, kind !== undefined && related.length === 0 ? 1 : 0);
  if (unsure > 0) {
    const message = 'It may be a notice about another article, which it does not name beyond doubt.';
    context.findings.count('ddm/unsure-notice', 'warning', message, unsure);
  }
  return inNoticeOrder(notices);
}

function typeOf(related: XmlElement): string {
  return attribute(related, 'related-article-type') ?? '';
}
