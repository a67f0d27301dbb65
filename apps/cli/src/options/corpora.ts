import { Option } from 'commander';

/** `--corpora NAME,NAME`: which of a recipe's corpora are used. */
export function corporaOption(): Option {
  return new Option(
    '--corpora <names>',
    "use only some of the recipe's corpora, for example ravdess,tess; results are not comparable with all corpora " +
      '(default: all corpora of the recipe, or those with a folder if the recipe leaves the choice)',
  ).argParser((text) => text.split(',').map((name) => name.trim()));
}
