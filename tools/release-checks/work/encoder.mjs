import assert from 'node:assert/strict';

export const needs = ['@ser/encoder'];

/** Describes a tone with the second layer of the encoder. */
export async function work([{ createEncoder, encoderCard }]) {
  const samples = Float32Array.from({ length: 16000 }, (_, n) => 0.3 * Math.sin(n / 20) * Math.sin(n / 600));
  const encoder = await createEncoder({ layers: [2], engine: 'onnx-web' });
  const { data, names } = await encoder.embed({ samples, sampleRate: 16000 });
  await encoder.close();
  assert.equal(names.length, 768);
  assert.ok(data.every(Number.isFinite));
  return { first: data[0].toFixed(3), license: encoderCard.license };
}
