/** Something failed and has been shown already, next to the answers that succeeded: only exit code 1 is left to give. */
export class ReportedFailure extends Error {
  override readonly name = 'ReportedFailure';
}
