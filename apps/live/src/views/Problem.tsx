import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import { text } from '../text.js';

const words = text.problem;

/** The last error, until the user closes it. */
export function Problem({ live }: { readonly live: Live }) {
  const { problem } = useStore(live);
  return (
    <div role="alert">
      {problem && (
        <div class="problem">
          <p>
            <strong>{words.heading}</strong>
            <br />
            {problem.code === 'microphone-denied' ? words.denied : problem.message}
          </p>
          <button type="button" onClick={() => live.set({ problem: undefined })}>
            {words.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}
