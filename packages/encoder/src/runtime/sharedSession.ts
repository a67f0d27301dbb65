import { type OnnxRuntimeOptions, openRuntime } from '@ser/onnx/runtime';
import { EncoderSession } from './encoderSession.js';

interface Shared {
  readonly session: Promise<EncoderSession>;
  users: number;
}

/** A session takes about 80 MB, so encoders with the same engine and number of threads share one. */
const shared = new Map<string, Shared>();

/** Use of a shared session, until it is ended. */
export interface SessionUse {
  readonly session: EncoderSession;
  /** Ends this use; the last one to end frees the session. */
  end(): Promise<void>;
}

/**
 * Opens the session for an engine and number of threads, or joins the one that is open.
 *
 * @throws {SerError} `engine-unavailable`
 */
export async function useSession(options: OnnxRuntimeOptions): Promise<SessionUse> {
  const key = `${options.engine} ${options.threads}`;
  const entry = shared.get(key) ?? {
    session: openRuntime(options).then((runtime) => EncoderSession.open(runtime)),
    users: 0,
  };
  shared.set(key, entry);
  entry.users++;
  try {
    const session = await entry.session;
    return { session, end: () => endUse(key, entry) };
  } catch (error) {
    shared.delete(key);
    throw error;
  }
}

async function endUse(key: string, entry: Shared): Promise<void> {
  entry.users--;
  if (entry.users > 0) return;
  shared.delete(key);
  await (await entry.session).release();
}
