/** Names of the two files of a saved network. */
export const networkFiles = { topology: 'model.json', weights: 'weights.bin' } as const;
