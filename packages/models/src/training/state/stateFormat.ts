/** The format in the metadata of a serialized training state. */
export const stateFormat = '@ser/models training state 1';
