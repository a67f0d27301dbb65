/** A failure that was already shown beside the successful answers: only the exit code 1 remains. */
export class ReportedFailure extends Error {
  override readonly name = 'ReportedFailure';
}
