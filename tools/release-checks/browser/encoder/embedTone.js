import { createEncoder } from '@ser/encoder';

/** The embedding of a tone of two seconds that swells four times a second, as speech does. */
export async function embedTone() {
  const samples = Float32Array.from({ length: 32000 }, (_, i) => {
    return 0.5 * Math.sin((4 * Math.PI * i) / 16000) ** 2 * Math.sin((2 * Math.PI * 220 * i) / 16000);
  });
  const encoder = await createEncoder();
  const { data } = await encoder.embed({ samples, sampleRate: 16000 });
  await encoder.close();
  return { description: encoder.description, embedding: Array.from(data) };
}
