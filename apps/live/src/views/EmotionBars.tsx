import type { Probabilities } from '@ser/recognizer';
import { percentOf } from '../charts/formatTime.js';
import { colorOf } from '../charts/palette.js';
import { text } from '../text.js';

interface Props {
  readonly labels: readonly string[];
  readonly probabilities: Probabilities;
}

/** One bar per label. */
export function EmotionBars({ labels, probabilities }: Props) {
  return (
    <dl class="bars" aria-label={text.live.now}>
      {labels.map((label) => {
        const percent = percentOf(probabilities[label] ?? 0);
        return (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span class="track" aria-hidden="true">
                <span style={{ width: `${percent}%`, background: colorOf(label, labels) }} />
              </span>
              <span class="percent">{percent}%</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
