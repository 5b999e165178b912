import { type Expected, Feedback } from '@askg/contract';
import { inShape } from '../http/read-json-body.ts';

/**
 * What the form on the page of an answer says: fields that were left empty are nothing, and what was missed is an address or words.
 * @throws ApiError `api/bad-request`
 */
export function formFeedback(answer: string, form: URLSearchParams): Feedback {
  const field = (name: string): string | undefined => form.get(name)?.trim() || undefined;
  const [claim, note, expected] = [field('claim'), field('note'), field('expected')];
  return inShape(
    {
      answer,
      judgement: form.get('judgement'),
      ...(claim === undefined ? {} : { claim: Number(claim) }),
      ...(note === undefined ? {} : { note }),
      ...(expected === undefined || form.get('judgement') !== 'missing' ? {} : { expected: expectedOf(expected) }),
    },
    Feedback,
  );
}

function expectedOf(text: string): Expected {
  return /^https?:\/\/\S+$/.test(text) ? { iri: text } : { text };
}
