/** A download that failed in a way that another try may overcome. */
export class Interruption extends Error {}
