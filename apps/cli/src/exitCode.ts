/** Exit codes of the command; scripts rely on these four numbers. */
export const exitCode = {
  done: 0,
  /** The data or the run failed. */
  failed: 1,
  /** Wrong usage. */
  wrongUsage: 2,
  /** Ctrl-C: 128 + SIGINT, as in shells. */
  interrupted: 130,
} as const;
