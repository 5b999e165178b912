import { unusableReply } from './unusable-reply.ts';

/**
 * Fetches as the platform does, but reads no more than so many bytes of a reply: a server that never ends its reply fills no
 * memory, however fast it sends. The reply is then cut off with `inference/unusable-reply`.
 */
export function boundedFetch(most: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    let bytes = 0;
    const bounded = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          bytes += chunk.byteLength;
          if (bytes > most) controller.error(unusableReply(`it is longer than ${most} bytes.`));
          else controller.enqueue(chunk);
        },
      }),
    );
    const { status, statusText, headers } = response;
    return new Response(bounded, { status, statusText, headers });
  };
}
