/** Wire types of protobuf. */
const wireTypes = { varint: 0, lengthDelimited: 2, fixed32: 5 } as const;

const utf8 = new TextEncoder();

/**
 * Writes the wire format of protobuf. Byte strings are copied only once, by `finish`.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export class ProtoWriter {
  readonly #parts: Uint8Array[] = [];
  #partsLength = 0;
  /** Bytes after the last part that are not yet a part. */
  #tail: number[] = [];

  /** An integer field (int32, int64, enum); negative numbers take ten bytes, as protobuf requires. */
  integer(field: number, value: number): void {
    this.#tag(field, wireTypes.varint);
    if (value >= 0) this.#varint(value);
    else this.#varintOfBigInt(BigInt.asUintN(64, BigInt(value)));
  }

  float(field: number, value: number): void {
    this.#tag(field, wireTypes.fixed32);
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.#tail.push(...bytes);
  }

  string(field: number, value: string): void {
    this.bytes(field, utf8.encode(value));
  }

  bytes(field: number, value: Uint8Array): void {
    this.#tag(field, wireTypes.lengthDelimited);
    this.#varint(value.length);
    this.#append(value);
  }

  /** A nested message, written by `write`. */
  message(field: number, write: (message: ProtoWriter) => void): void {
    const message = new ProtoWriter();
    write(message);
    message.#closeTail();
    this.#tag(field, wireTypes.lengthDelimited);
    this.#varint(message.#partsLength);
    for (const part of message.#parts) this.#append(part);
  }

  finish(): Uint8Array {
    this.#closeTail();
    const bytes = new Uint8Array(this.#partsLength);
    let position = 0;
    for (const part of this.#parts) {
      bytes.set(part, position);
      position += part.length;
    }
    return bytes;
  }

  #tag(field: number, wireType: number): void {
    this.#varint(field * 8 + wireType);
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#tail.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#tail.push(rest);
  }

  #varintOfBigInt(value: bigint): void {
    let rest = value;
    while (rest >= 0x80n) {
      this.#tail.push(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    this.#tail.push(Number(rest));
  }

  #append(bytes: Uint8Array): void {
    if (bytes.length <= 64) {
      this.#tail.push(...bytes);
      return;
    }
    this.#closeTail();
    this.#parts.push(bytes);
    this.#partsLength += bytes.length;
  }

  #closeTail(): void {
    if (this.#tail.length === 0) return;
    this.#parts.push(Uint8Array.from(this.#tail));
    this.#partsLength += this.#tail.length;
    this.#tail = [];
  }
}
