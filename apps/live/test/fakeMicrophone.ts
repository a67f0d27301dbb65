import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium whose microphone plays a file, from its beginning whenever a page opens it. */
export class FakeMicrophone {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ser-live-'));
  readonly file = join(this.#folder, 'voice.wav');

  /** @param isAllowed whether pages may use it without asking */
  launch(executablePath: string, isAllowed = true): Promise<Browser> {
    return chromium.launch({
      executablePath,
      args: [
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-audio-capture=${this.file}`,
        ...(isAllowed ? ['--use-fake-ui-for-media-stream'] : []),
      ],
    });
  }

  /** What the microphone plays when it is opened the next time. */
  plays(wav: Uint8Array): void {
    writeFileSync(this.file, wav);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
