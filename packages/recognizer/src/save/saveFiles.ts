import type { EnsembleMember } from '../ensemble/ensemble.js';
import type { RecognizerParts } from '../ensemble/recognizerParts.js';
import { modelCard } from '../format/modelCard.js';
import { modelFiles, pathInModel, type RecognizerFiles } from '../format/modelFiles.js';
import { formatRecognizerFile } from '../format/recognizerFile.js';

/** A recognizer as files: those of each classifier and its encoder in a folder, `recognizer.json`, and the model card. */
export async function saveFiles({
  labels,
  members,
  card,
  classProfile,
}: Pick<RecognizerParts, 'labels' | 'card' | 'classProfile'> & {
  readonly members: readonly EnsembleMember[];
}): Promise<RecognizerFiles> {
  const described = members.map((member) => ({ ...member, encoding: member.encoder?.description }));
  return {
    ...(await classifierFiles(members)),
    [modelFiles.recognizer]: formatRecognizerFile({ labels, members: described, card, classProfile }),
    [modelFiles.card]: new TextEncoder().encode(modelCard({ labels, members: described, card })),
  };
}

async function classifierFiles(members: readonly EnsembleMember[]): Promise<RecognizerFiles> {
  const files: Record<string, Uint8Array> = {};
  for (const { name, classifier, encoder } of members) {
    const saved = { ...(await classifier.save()), ...encoder?.save() };
    for (const [file, bytes] of Object.entries(saved)) files[pathInModel(name, file)] = bytes;
  }
  return files;
}
