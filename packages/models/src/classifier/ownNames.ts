/**
 * The names that TensorFlow.js gives to layers: their class and a number that counts all layers of the process,
 * `conv1d_Conv1D5`.
 */
const generated = /^([a-z\d_]+_[A-Z]\w*?|sequential_|model)(\d+)$/;

/**
 * A saved model in which every layer with a generated name is counted within the model, so that equal models have equal
 * files, no matter what the process has made before. Names that you chose stay.
 *
 * @param json the topology and the weights; plain data
 */
export function withOwnNames<T>(json: T): T {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const name of namesIn(json)) {
    const base = generated.exec(name)?.[1];
    if (base === undefined || names.has(name)) continue;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    names.set(name, `${base}${count}`);
  }
  return renamed(json, names) as T;
}

/** The values of all fields `name`, in order. */
function namesIn(json: unknown): readonly string[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]: [string, unknown]) =>
    key === 'name' && typeof value === 'string' ? [value] : namesIn(value),
  );
}

/**
 * The same with other names, also as parts of the names of weights: `conv1d_Conv1D5/kernel`, and of layers in both
 * directions: `bidirectional_Bidirectional1/forward_gru_GRU7/kernel`.
 */
function renamed(json: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof json === 'string') {
    const ofPart = (part: string) => {
      const [, direction = '', name = ''] = /^(forward_|backward_)?(.*)$/s.exec(part)!;
      const own = names.get(name);
      return names.get(part) ?? (own === undefined ? part : direction + own);
    };
    return json.split('/').map(ofPart).join('/');
  }
  if (Array.isArray(json)) return json.map((item) => renamed(item, names));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, renamed(value, names)]));
}
