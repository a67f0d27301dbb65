/** What the shell gets back; scripts rely on these four numbers. */
export const exitCode = {
  done: 0,
  /** The data or the run failed. */
  failed: 1,
  /** What was typed cannot be done. */
  wrongUsage: 2,
  /** Ctrl-C: 128 + SIGINT, as shells count. */
  interrupted: 130,
} as const;
