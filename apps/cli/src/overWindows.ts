import type { AudioQuality, Prediction, Segment, SpeechPrediction } from '@ser/recognizer';

/** The prediction for a recording with the mean over its windows with speech; unchanged if no window has speech. */
export function withMean(whole: SpeechPrediction, segments: readonly Segment[]): SpeechPrediction {
  const spoken = segments.filter((one) => one.speech);
  if (spoken.length === 0) return whole;
  return { ...whole, ...meanOf(spoken) };
}

/**
 * The prediction for a recording from its windows alone: the mean over the windows with speech.
 *
 * Speech is counted once where windows overlap. Level and signal-to-noise ratio are means over the windows with speech,
 * weighted by their speech.
 *
 * @param segments at least one
 */
export function overWindows(segments: readonly Segment[]): Prediction {
  const spoken = segments.filter((one) => one.speech);
  if (spoken.length > 0) return { speech: true, ...meanOf(spoken), quality: qualityOf(segments, spoken) };
  const silent = segments.every((one) => !one.speech && one.reason === 'silence');
  return {
    speech: false,
    label: 'no speech',
    probabilities: {},
    reason: silent ? 'silence' : 'noise',
    quality: qualityOf(segments, spoken),
  };
}

type Means = Pick<SpeechPrediction, 'label' | 'probabilities' | 'dimensions'>;

function meanOf(spoken: readonly (Segment & { readonly speech: true })[]): Means {
  const mean = (label: string) =>
    spoken.reduce((sum, { probabilities }) => sum + probabilities[label]!, 0) / spoken.length;
  const probabilities = Object.fromEntries(
    Object.keys(spoken[0]!.probabilities).map((name) => [name, mean(name)]),
  );
  const [label] = Object.entries(probabilities).sort(([, a], [, b]) => b - a)[0]!;
  const { dimensions } = spoken[0]!;
  if (dimensions === undefined) return { label, probabilities };
  const names = Object.keys(dimensions);
  const valueOf = (name: string) =>
    spoken.reduce((sum, one) => sum + one.dimensions![name]!, 0) / spoken.length;
  return { label, probabilities, dimensions: Object.fromEntries(names.map((name) => [name, valueOf(name)])) };
}

function qualityOf(segments: readonly Segment[], spoken: readonly Segment[]): AudioQuality {
  const covered = segments.reduce((sum, { start, end }) => sum + end - start, 0);
  const share = segments.at(-1)!.end / covered;
  const speechSeconds = segments.reduce((sum, { quality }) => sum + quality.speechSeconds, 0) * share;
  const measured = spoken.length > 0 ? spoken : segments;
  const weight = ({ quality }: Segment) => (spoken.length > 0 ? quality.speechSeconds : 1);
  const total = measured.reduce((sum, one) => sum + weight(one), 0);
  const mean = (value: (quality: AudioQuality) => number) =>
    measured.reduce((sum, one) => sum + weight(one) * value(one.quality), 0) / total;
  return {
    snr: spoken.length > 0 ? mean(({ snr }) => snr ?? 0) : null,
    level: 10 * Math.log10(mean(({ level }) => 10 ** (level / 10))),
    speechSeconds,
    clipped: segments.reduce((sum, { quality }) => sum + quality.clipped, 0) / segments.length,
    ...(segments.some(({ quality }) => quality.channelsCancel) && ({ channelsCancel: true } as const)),
  };
}
