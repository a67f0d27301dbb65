import { UsageError, type UsageErrorCode } from '../usageError.js';

/**
 * Makes the parser of an option that takes one of several words, for example `--engine`.
 *
 * @param code of the error
 * @returns a parser that throws {@link UsageError} `code` naming the option, the words, and the value
 */
export function oneOf<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  code: UsageErrorCode = 'invalid-option',
): (text: string) => Choice {
  return (text) => {
    const known = choices.find((choice) => choice === text);
    if (known !== undefined) return known;
    throw new UsageError(code, `\`${option}\` must be one of ${choices.join(', ')}; got \`${text}\`.`);
  };
}
