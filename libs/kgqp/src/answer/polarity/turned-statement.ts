/** Words and what says the opposite of them; those that come first are turned first, as they carry the predicate. */
const opposites: readonly (readonly [string, string])[] = [
  ['increases', 'decreases'],
  ['increase', 'decrease'],
  ['reduces', 'increases'],
  ['reduce', 'increase'],
  ['improves', 'worsens'],
  ['improve', 'worsen'],
  ['promotes', 'inhibits'],
  ['promote', 'inhibit'],
  ['induces', 'prevents'],
  ['induce', 'prevent'],
  ['enhances', 'impairs'],
  ['enhance', 'impair'],
  ['activates', 'inhibits'],
  ['activate', 'inhibit'],
  ['suppresses', 'promotes'],
  ['suppress', 'promote'],
  ['raises', 'lowers'],
  ['raise', 'lower'],
  ['prevents', 'causes'],
  ['protects', 'harms'],
  ['protect', 'harm'],
  ['upregulates', 'downregulates'],
  ['outperforms', 'is outperformed by'],
  ['outperform', 'are outperformed by'],
  ['accepts', 'rejects'],
  ['supports', 'refutes'],
  ['requires', 'does not require'],
  ['require', 'do not require'],
  ['increased', 'decreased'],
  ['increasing', 'decreasing'],
  ['reduced', 'increased'],
  ['reduction', 'increase'],
  ['higher', 'lower'],
  ['more', 'less'],
  ['greater', 'smaller'],
  ['larger', 'smaller'],
  ['longer', 'shorter'],
  ['better', 'worse'],
  ['stronger', 'weaker'],
  ['faster', 'slower'],
  ['earlier', 'later'],
  ['before', 'after'],
  ['improved', 'worsened'],
  ['enhanced', 'impaired'],
  ['promoted', 'inhibited'],
  ['upregulated', 'downregulated'],
  ['upregulation', 'downregulation'],
  ['negatively', 'positively'],
  ['negative', 'positive'],
  ['beneficial', 'harmful'],
  ['effective', 'ineffective'],
  ['accurate', 'inaccurate'],
  ['superior', 'inferior'],
  ['dependent', 'independent'],
  ['related', 'unrelated'],
  ['correlated', 'uncorrelated'],
  ['associated', 'not associated'],
  ['significant', 'insignificant'],
  ['sensitive', 'insensitive'],
  ['susceptible', 'resistant'],
  ['sensitivity', 'resistance'],
  ['majority', 'minority'],
  ['presence', 'absence'],
  ['same', 'different'],
  ['gain', 'loss'],
  ['high', 'low'],
  ['activation', 'inhibition'],
  ['activated', 'inhibited'],
];

const ranked = opposites.flatMap(([one, other]) => [
  { from: one, to: other },
  { from: other, to: one },
]);

/** Denials, and the statement without them. */
const denials: readonly (readonly [RegExp, string])[] = [
  [/\b(?:do|does|did) not (?=\p{L})/iu, ''],
  [/\bcannot\b/i, 'can'],
  [/\b(is|are|was|were|has|have|had|can|could|will|would|may|might|should|must) not\b/i, '$1'],
  [/\b(has|have|had|is|are|was|were|plays?|shows?|shows?ed|with) (?:no|little)\b/i, '$1 an'],
  [/^no\b/i, 'some'],
  [/\blacks?\b/i, 'has'],
  [/\bfails? to\b/i, ''],
  [/\bwithout\b/i, 'with'],
];

const auxiliary = /\b(is|are|was|were|can|could|will|would|may|might|should|must)\b/i;

/** A statement or a question in words that say the opposite, for comparing which of both is nearer to a sentence. */
export function turnedStatement(text: string): string {
  for (const [denial, without] of denials) if (denial.test(text)) return text.replace(denial, without);
  for (const { from, to } of ranked) {
    const word = new RegExp(String.raw`(?<![\p{L}-])${from}(?![\p{L}-])`, 'iu');
    if (word.test(text)) return text.replace(word, to);
  }
  const opening = text.trim().split(/\s/u, 1)[0] ?? '';
  if (auxiliary.test(text) && !auxiliary.test(opening)) return text.replace(auxiliary, '$1 not');
  return `There is no evidence that ${text}`;
}
