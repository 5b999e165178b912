/** Names the SPARQL store that the application was given: an interface cannot name itself at run time. */
export const graphStoreToken = Symbol('GraphStore');
