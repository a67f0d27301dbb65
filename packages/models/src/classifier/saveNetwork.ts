import type { ClassifierFiles } from '@ser/classifiers';
import { networkFiles } from '@ser/classifiers/training';
import { io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { withOwnNames } from './ownNames.js';

/**
 * A model as the two files of the TensorFlow.js layers format, which any TensorFlow.js program loads.
 *
 * @see https://www.tensorflow.org/js/guide/save_load
 */
export async function saveNetwork(model: LayersModel): Promise<ClassifierFiles> {
  let files: ClassifierFiles = {};
  const save = async (artifacts: io.ModelArtifacts): Promise<io.SaveResult> => {
    files = filesOf(artifacts);
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
  };
  await model.save({ save });
  return files;
}

function filesOf({
  modelTopology,
  weightSpecs = [],
  weightData,
  ...about
}: io.ModelArtifacts): ClassifierFiles {
  const json: io.ModelJSON = {
    modelTopology: modelTopology!,
    format: about.format ?? 'layers-model',
    generatedBy: about.generatedBy ?? '',
    convertedBy: about.convertedBy ?? null,
    weightsManifest: [{ paths: [networkFiles.weights], weights: weightSpecs }],
  };
  return {
    [networkFiles.topology]: new TextEncoder().encode(JSON.stringify(withOwnNames(json))),
    [networkFiles.weights]: new Uint8Array(io.CompositeArrayBuffer.join(weightData)),
  };
}
