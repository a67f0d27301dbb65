import { text } from '../text.js';

/** Privacy, and what the models cannot do. */
export function About() {
  return (
    <div class="columns even">
      {[text.privacy, text.limits].map(({ heading, points }) => (
        <section class="card" key={heading} aria-label={heading}>
          <h2>{heading}</h2>
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
