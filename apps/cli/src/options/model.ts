import { Option } from 'commander';

/** `--model`, of every command that predicts. */
export function modelOption(): Option {
  return new Option(
    '--model <model>',
    'a model folder written by `ser train`, or a bundled model: general, general-small, or emodb ' +
      '(default: general, or general-small without ONNX Runtime). Write ./general for a folder of that name',
  );
}
