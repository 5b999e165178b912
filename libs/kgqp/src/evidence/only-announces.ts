/** What says that something is to be found out, or is not known, and nothing that was found. */
const announcements = [
  /^(?:in this (?:paper|study|work|article)[^,]*, )?(?:we|this (?:paper|study|work|article)|the (?:present|current) study) (?:aim|sought|investigat|examin|evaluat|explor|stud(?:y|ie)|assess|attempt|seek|hypothesi|was (?:designed|undertaken|conducted))/iu,
  /\b(?:aims?|objectives?|purpose|goal) (?:of (?:this|the|our) (?:\w+ )?(?:study|paper|work|article|analysis|review|research)|(?:was|were|is) to)\b/iu,
  /^to (?:determine|evaluate|assess|investigate|examine|study|explore|compare|identify|analy[sz]e|test|describe|review|establish|clarify)\b[^,]*$/iu,
  /\b(?:remains?|is|are|was) (?:still |largely |currently )?(?:unclear|unknown|controversial|debated|not (?:well |fully )?(?:known|understood|clear))\b/iu,
  /\b(?:we|was|were) (?:aimed|hypothesi[sz]ed)\b/iu,
  /^in (?:this|the (?:next|following)) (?:sub)?section\b/iu,
  /\bsections? \d+(?:\.\d+)* (?:describes?|discuss(?:es)?|explains?|gives?|introduces?|presents?|reports?|reviews?|shows?)\b/iu,
  /\?\s*$/u,
];

const asksForAims =
  /\b(?:aim|goal|purpose|objective|hypothes[ie]s|problem|question|investigat\w*|focus\w*|address\w*|stud(?:y|ies|ied)|topic|about|motivat\w*|open|unknown)s?\b/iu;

/** Whether a sentence only announces what a question asks for: an aim, an open question. Who asks for aims is answered by it. */
export function onlyAnnounces(text: string, question: string): boolean {
  return announcements.some((pattern) => pattern.test(text)) && !asksForAims.test(question);
}
