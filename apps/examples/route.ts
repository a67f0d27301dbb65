import { Recognizer } from '@ser/recognizer';

/** A route of Next, as `app/api/predict/route.ts`, and of every server that has `Request` and `Response`. */
export const runtime = 'nodejs';

/** The longest recording that is answered, in seconds. */
const maxSeconds = 60;

/** Loaded by the first request, and used by all. */
let recognizer: Promise<Recognizer> | undefined;

export async function POST(request: Request): Promise<Response> {
  recognizer ??= Recognizer.general();
  const bytes = new Uint8Array(await request.arrayBuffer());
  try {
    return Response.json(await (await recognizer).predict(bytes, { maxSeconds, signal: request.signal }));
  } catch (error) {
    const { code = 'internal', message } = error as Error & { readonly code?: string };
    return Response.json({ error: { code, message } }, { status: 400 });
  }
}
