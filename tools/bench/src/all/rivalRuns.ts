const howToInstall: Readonly<Record<string, string>> = {
  JavaScript: 'npm run bench -- all --help',
};

/** Runs programs of rivals. One that failed is not run again, and listed as missing with the reason. */
export class RivalRuns {
  readonly #missing = new Set<string>();
  readonly #failed = new Set<string>();

  /** Rivals that could not run, each with the command that installs it. */
  get missing(): readonly string[] {
    return [...this.#missing];
  }

  /** Adds what a program reports as missing. */
  add(missing: readonly string[]): void {
    for (const line of missing) this.#missing.add(line);
  }

  /** @returns what the program printed; `undefined` if it cannot run here */
  run<T>(name: string, program: () => T): T | undefined {
    if (this.#failed.has(name)) return undefined;
    try {
      return program();
    } catch (error) {
      this.#failed.add(name);
      const install = howToInstall[name] ?? 'pip install -r reference/requirements.txt';
      this.#missing.add(`${name}: not installed. ${install} (${(error as Error).message})`);
      return undefined;
    }
  }
}
