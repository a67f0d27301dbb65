const named: Readonly<Record<string, string>> = {
  angry: '#e5484d',
  anger: '#e5484d',
  happy: '#f5a524',
  happiness: '#f5a524',
  sad: '#3e8ef7',
  sadness: '#3e8ef7',
  neutral: '#8b95a5',
  fearful: '#9a5cf0',
  fear: '#9a5cf0',
  disgust: '#46a758',
  disgusted: '#46a758',
  surprised: '#e64fa8',
  surprise: '#e64fa8',
  bored: '#8a6d3b',
  calm: '#12a594',
};

const others = ['#0fb5c9', '#b58900', '#6e7bf2', '#c05a2e', '#7fae1d', '#a8487a'];

/** The color of a label: always the same for common emotions, others in their order. */
export function colorOf(label: string, labels: readonly string[]): string {
  const own = named[label.toLowerCase()];
  if (own !== undefined) return own;
  const unnamed = labels.filter((other) => named[other.toLowerCase()] === undefined);
  return others[Math.max(0, unnamed.indexOf(label)) % others.length]!;
}
