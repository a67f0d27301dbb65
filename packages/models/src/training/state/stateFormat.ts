/** What the metadata of a serialised training state calls itself. */
export const stateFormat = '@ser/models training state 1';
