import assert from 'node:assert/strict';

export const needs = ['@ser/server', '@ser/recognizer', '@ser/audio-io', '@ser/pretrained'];

/** A tone whose level rises four times a second, like syllables. */
const samples = Float32Array.from(
  { length: 16000 },
  (_, n) => 0.5 * Math.sin(n / 5) * Math.sin(n / 1274) ** 2,
);

/** Serves a bundled model, and answers with what the library predicts. */
export async function work([{ createServer }, { Recognizer }, { encodeWav }]) {
  const recognizer = await Recognizer.bundled('general-small');
  const server = await createServer(recognizer);
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const body = encodeWav({ samples, sampleRate: 16000 });
  const response = await globalThis.fetch(`${address}/predict?top=1`, { method: 'POST', body });
  const { label, scores } = await response.json();
  await server.close();
  const expected = await recognizer.predict(body);
  assert.equal(label, expected.label);
  assert.equal(scores[0].score, expected.probabilities[label]);
  recognizer.dispose();
  return { label, scores };
}
