import { RecognizerError } from '../errors.js';
import type { EnsembleMember } from '../ensemble/ensemble.js';
import type { RecognizerParts } from '../ensemble/recognizerParts.js';
import { formatDimensions } from '../format/dimensionsFile.js';
import { modelCard } from '../format/modelCard.js';
import { modelFiles, pathInModel, type RecognizerFiles } from '../format/modelFiles.js';
import { modelText } from '../format/modelText.js';
import { formatRecognizerFile } from '../format/recognizerFile.js';
import { formatTaught } from '../format/taughtFile.js';

/**
 * A recognizer as files: those of each classifier and its encoder in a folder, `recognizer.json`, the model card, and what
 * was taught.
 *
 * @throws {SerError} `invalid-option` for a model restricted to some of its labels, unless it was taught
 */
export async function saveFiles({
  labels,
  members,
  card,
  classProfile,
  taught,
  restrictTo,
  dimensions,
}: Pick<RecognizerParts, 'labels' | 'card' | 'classProfile' | 'taught' | 'restrictTo' | 'dimensions'> & {
  readonly members: readonly EnsembleMember[];
}): Promise<RecognizerFiles> {
  if (restrictTo !== undefined && taught === undefined) throw restrictedModelNotSaved();
  const described = members.map((member) => ({ ...member, encoding: member.encoder?.description }));
  const values = dimensions && formatDimensions(dimensions);
  const parts = { labels, members: described, card, classProfile, dimensions: values?.entry };
  const files = {
    ...(await classifierFiles(members)),
    [modelFiles.recognizer]: formatRecognizerFile(parts),
    ...(values && { [modelFiles.dimensions]: values.values }),
    [modelFiles.card]: new TextEncoder().encode(modelCard({ labels, members: described, card })),
  };
  if (!taught || taught.clips.length === 0) return files;
  const saved = formatTaught(taught, { model: modelText(files), restrictTo });
  return {
    ...files,
    [modelFiles.recognizer]: formatRecognizerFile({ ...parts, taught: saved.entry }),
    [modelFiles.taught]: saved.values,
  };
}

function restrictedModelNotSaved(): RecognizerError {
  const message = 'A model restricted to some of its labels cannot be saved. Save the whole model.';
  return new RecognizerError('invalid-option', message);
}

async function classifierFiles(members: readonly EnsembleMember[]): Promise<RecognizerFiles> {
  const files: Record<string, Uint8Array> = {};
  for (const { name, classifier, encoder } of members) {
    const saved = { ...(await classifier.save()), ...encoder?.save() };
    for (const [file, bytes] of Object.entries(saved)) files[pathInModel(name, file)] = bytes;
  }
  return files;
}
