/** The mean score of the clips of each class, `[class][label]`, without the offsets of the speakers. */
export type ClassProfile = readonly (readonly number[])[];
