import type { GraphBuilder } from '../../graph/graphBuilder.js';

/** A loop over time. Sequences are `[T, N, width]`, states and slices of one step `[N, width]`. */
export interface TimeLoop<In extends string, Out extends string> {
  /** Whether the loop runs from the last step to the first. Sequences are in the order of time either way. */
  readonly backwards: boolean;
  /** States before the first step. */
  readonly initial: readonly string[];
  /** Sequences; each step reads its slice of them. */
  readonly sequences: Readonly<Record<In, string>>;
  /** Emits one step into the body of the loop. */
  readonly step: (
    body: GraphBuilder,
    states: readonly string[],
    slices: Readonly<Record<In, string>>,
  ) => TimeStep<Out>;
}

/** The results of one step: the states for the next step, and slices to collect into sequences. */
export interface TimeStep<Out extends string> {
  readonly states: readonly string[];
  readonly collected: Readonly<Record<Out, string>>;
}

/** Emits a loop over time as a Scan operator. Returns the states after the last step and the collected sequences. */
export function scanOverTime<In extends string, Out extends string>(
  graph: GraphBuilder,
  loop: TimeLoop<In, Out>,
): TimeStep<Out> {
  const body = graph.subGraph();
  const states = loop.initial.map((_, i) => bodyInput(body, `state${i}`));
  const slices = mapValues(loop.sequences, (_, name) => bodyInput(body, name));
  const step = loop.step(body, states, slices);
  for (const state of step.states) body.output(state);
  // States and inputs of the body may be collected too, but an ONNX graph must not list an output twice.
  const taken = new Set([...states, ...Object.values<string>(slices), ...step.states]);
  for (const value of Object.values<string>(step.collected)) {
    body.output(taken.has(value) ? body.op('Identity', [value]) : value);
  }

  const sequences = Object.values<string>(loop.sequences);
  const names = Object.keys(step.collected);
  const direction = loop.backwards ? 1 : 0;
  const outputs = graph.ops(
    'Scan',
    [...loop.initial, ...sequences],
    {
      body,
      num_scan_inputs: sequences.length,
      scan_input_directions: sequences.map(() => direction),
      ...(names.length > 0 && { scan_output_directions: names.map(() => direction) }),
    },
    step.states.length + names.length,
  );
  const [last, collected] = [outputs.slice(0, states.length), outputs.slice(states.length)];
  return { states: last, collected: mapValues(step.collected, (_, name) => collected[names.indexOf(name)]!) };
}

/** An input `[N, width]` of the body; ONNX Runtime infers the width from the data. */
function bodyInput(body: GraphBuilder, name: string): string {
  return body.input(name, 'float', ['N', `${name}Width`]);
}

function mapValues<K extends string>(
  record: Readonly<Record<K, string>>,
  map: (value: string, key: K) => string,
): Record<K, string> {
  const keys = Object.keys(record) as K[];
  return Object.fromEntries(keys.map((key) => [key, map(record[key], key)])) as Record<K, string>;
}
