/** Three seconds of tones and noise, in [-1, 1]; `reference/bench/works.py` makes the same. */
export function testSound(sampleRate: number): Float32Array {
  return Float32Array.from({ length: 3 * sampleRate }, (_, n) => {
    const time = n / sampleRate;
    const noise = (1e4 * Math.sin(12.9898 * n)) % 1;
    return (
      0.3 * Math.sin(2 * Math.PI * 220 * time) + 0.1 * Math.sin(2 * Math.PI * 1870 * time) + 0.05 * noise
    );
  });
}
