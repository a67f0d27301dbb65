/** Ctrl-C; the message says what was kept, where there was anything to keep. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}
