import { fromFloat16, toFloat16 } from '@ser/core';
import type { ModelFiles } from '@ser/pretrained';

/** Significant digits of the statistics of a feature, as in float32. */
const digits = 7;

interface NetworkJson {
  readonly modelTopology: {
    readonly config?: {
      readonly name?: string;
      readonly layers?: readonly { readonly config: { readonly name: string } }[];
    };
  };
  readonly weightsManifest: readonly {
    readonly weights: readonly {
      readonly name: string;
      readonly shape: readonly number[];
      readonly dtype: string;
    }[];
  }[];
}

/**
 * Makes a recognizer's files smaller: weights as float16, a quantization of the TensorFlow.js format, statistics with
 * seven digits, and JSON without white space.
 */
export function compactFiles(files: ModelFiles): ModelFiles {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, compact(name, bytes)]));
}

function compact(name: string, bytes: Uint8Array): Uint8Array {
  const kind = name.slice(name.lastIndexOf('/') + 1);
  if (kind === 'recognizer.json') return jsonBytes(rounded(parse(bytes)));
  if (kind === 'model.json') return jsonBytes(withHalves(withStableNames(parse(bytes) as NetworkJson)));
  if (kind === 'weights.bin') return halves(bytes);
  throw new Error(`\`${name}\` must be a file of a model; got an unknown name.`);
}

/** Every fraction with seven digits; integers, such as options, as they are. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(digits));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
}

/**
 * TensorFlow.js numbers the layers of a process. Numbered again, each kind separately, a model does not depend on the
 * models created before it.
 */
function withStableNames(model: NetworkJson): NetworkJson {
  const { name, layers = [] } = model.modelTopology.config ?? {};
  const names = [...(name === undefined ? [] : [name]), ...layers.map(({ config }) => config.name)];
  const stable = new Map(names.map((counted, i) => [counted, stableName(names, i)]));
  const text = JSON.stringify(model).replaceAll(
    /"([^"/]+)(?=["/])/g,
    (_, counted: string) => `"${stable.get(counted) ?? counted}`,
  );
  return JSON.parse(text) as NetworkJson;
}

function stableName(names: readonly string[], i: number): string {
  const kind = kindOf(names[i]!);
  const before = names.slice(0, i).filter((name) => kindOf(name) === kind).length;
  return before > 0 ? `${kind}_${before}` : kind;
}

function kindOf(counted: string): string {
  return counted.replace(/_?\d+$/, '');
}

function withHalves(model: NetworkJson): unknown {
  return {
    ...model,
    weightsManifest: model.weightsManifest.map((group) => ({
      ...group,
      weights: group.weights.map((spec) => {
        if (spec.dtype !== 'float32')
          throw new Error(`Weights must be float32; got ${spec.dtype} of ${spec.name}.`);
        return { ...spec, quantization: { dtype: 'float16', original_dtype: 'float32' } };
      }),
    })),
  };
}

function halves(bytes: Uint8Array): Uint8Array {
  const values = new Float32Array(bytes.slice().buffer);
  return new Uint8Array(Uint16Array.from(values, finiteHalf).buffer);
}

function finiteHalf(value: number): number {
  const bits = toFloat16(value);
  if (Number.isFinite(fromFloat16(bits))) return bits;
  throw new RangeError(`A half-precision value must be from -65504 to 65504; got ${value}.`);
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
