/** What the endpoint can do beyond answering queries over its own graphs. */
export type ServiceTraits = { isFederated: boolean };

export const serviceTraitsToken = Symbol('ServiceTraits');
