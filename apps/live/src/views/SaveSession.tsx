import { exportFormats, sessionFile } from '../export/sessionFile.js';
import { saveFile } from '../export/saveFile.js';
import type { Live } from '../state/live.js';
import { text } from '../text.js';

const words = text.save;

/** Downloads of the session. */
export function SaveSession({ live }: { readonly live: Live }) {
  return (
    <section class="card" aria-labelledby="save">
      <h2 id="save">{words.heading}</h2>
      <div class="row">
        {exportFormats.map((format) => (
          <button
            key={format}
            type="button"
            onClick={() =>
              void sessionFile(format, live.state.speakers, live.recording)
                .then((file) => saveFile(file, `session.${format}`))
                .catch((error: unknown) => live.fail(error))
            }
          >
            {words[format]}
          </button>
        ))}
      </div>
    </section>
  );
}
