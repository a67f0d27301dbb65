/** Called with the bytes received so far, and the size of the file if the server says it. */
export type OnReceived = (received: number, total: number | undefined) => void;

/** The body of a response, reported while it arrives. */
export async function receive(response: Response, onReceived?: OnReceived): Promise<Uint8Array> {
  if (!onReceived || !response.body) return new Uint8Array(await response.arrayBuffer());
  const total = sizeOf(response);
  let received = 0;
  onReceived(received, total);
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.length;
      onReceived(received, total);
      controller.enqueue(chunk);
    },
  });
  return new Uint8Array(await new Response(response.body.pipeThrough(counted)).arrayBuffer());
}

/** Of a compressed body, the header gives the compressed size, which says nothing about the bytes to come. */
function sizeOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}
