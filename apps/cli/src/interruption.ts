/** The user pressed Ctrl-C; the message says what was saved, if anything. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}
