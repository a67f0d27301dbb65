import { Option } from 'commander';

/** `--corpora NAME,NAME`: which of a recipe's corpora are used. */
export function corporaOption(): Option {
  return new Option(
    '--corpora <names>',
    "use only some of the recipe's corpora, such as ravdess,tess; figures then do not compare with those of all (default: " +
      'all that it names; where it leaves the choice, those with a folder)',
  ).argParser((text) => text.split(',').map((name) => name.trim()));
}
