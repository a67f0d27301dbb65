import { join } from 'node:path';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { openModel } from '../openModel.js';
import { jsonOption } from '../options/jsonOption.js';
import { pluginOption } from '../options/plugin.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printable } from '../show/printable.js';
import { UsageError } from '../usageError.js';
import { writeAtomically } from '../writeAtomically.js';

interface ExportOptions {
  readonly onnx?: string;
  readonly hf?: string;
  readonly json?: true;
}

/** `ser export MODEL --onnx FILE.onnx | --hf FOLDER` */
export function addExportCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('export')
    .summary('write a model as an ONNX file')
    .description(
      'Writes a model as an ONNX file, from features to probabilities: normalizers, classifiers, and their weighted mean. Its ' +
        'metadata contains the labels, the sample rate, and the description of the features, which `ser features --model` ' +
        'computes. With --hf, a folder in the layout of a Hugging Face repository.',
    )
    .argument(
      '<model>',
      'a model folder written by `ser train`, or a bundled model: general, general-small, or emodb',
    )
    .option('--onnx <file>', 'the ONNX file to write (default: none)')
    .option(
      '--hf <folder>',
      'the folder for config.json, preprocessor_config.json, onnx/model.onnx, and README.md (default: none)',
    )
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((model: string, options: ExportOptions) => exportModel(io, model, options));
  addExamples(
    command,
    'ser export runs/ravdess/model --onnx model.onnx',
    'ser export runs/ravdess/model --hf my-model/',
    'ser features clips/ --model runs/ravdess/model --out features.npy   the input of model.onnx',
  );
}

async function exportModel(io: CommandIo, model: string, { onnx, hf, json }: ExportOptions): Promise<void> {
  if (onnx === undefined && hf === undefined) {
    throw new UsageError('missing-option', 'One of `--onnx` and `--hf` is required.');
  }
  const { recognizer } = await openModel(io, model, 'auto');
  const written: string[] = [];
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    await writeAtomically(fromCwd(io, path), bytes);
    written.push(path);
    if (!json) io.stdout.write(`${printable(path)}  ${bytes.length} bytes\n`);
  };
  try {
    if (onnx !== undefined) await write(onnx, await recognizer.toOnnx());
    if (hf !== undefined) {
      const { huggingFaceFiles } = await import('@ser/recognizer');
      const files = Object.entries(await huggingFaceFiles(recognizer));
      for (const [path, bytes] of files) await write(join(hf, path), bytes);
    }
  } finally {
    recognizer.dispose();
  }
  if (json) writeJson(io, { files: written });
}
