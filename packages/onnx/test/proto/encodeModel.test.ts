import { describe, expect, it } from 'vitest';
import { encodeModel } from '../../src/proto/encodeModel.js';
import type { AttributeProto, GraphProto } from '../../src/proto/onnxProto.js';

const emptyGraph: GraphProto = { name: 'g', node: [], initializer: [], input: [], output: [] };

function encoded(graph: Partial<GraphProto>): string {
  const bytes = encodeModel({
    irVersion: 8,
    producerName: 'p',
    graph: { ...emptyGraph, ...graph },
    opsetImport: [{ domain: '', version: 18 }],
    metadataProps: [],
  });
  return Buffer.from(bytes).toString('hex');
}

function encodedAttribute(attribute: AttributeProto): string {
  const node = { name: 'n', opType: 'O', domain: '', input: [], output: [], attribute: [attribute] };
  return encoded({ node: [node] });
}

describe('encodeModel', () => {
  it('writes a file of a few bytes, computed by hand', () => {
    // irVersion 8 · producer "p" · graph { name "g" } · opset { "", 18 }
    expect(encoded({})).toBe('0808' + '120170' + '3a03' + '120167' + '4204' + '0a00' + '1012');
  });

  it('writes omitted inputs as empty names', () => {
    const node = {
      name: 'n',
      opType: 'Op',
      domain: 'd',
      input: ['a', '', 'b'],
      output: ['y'],
      attribute: [],
    };
    const fields = '0a0161' + '0a00' + '0a0162' + '120179' + '1a016e' + '22024f70' + '3a0164';
    expect(encoded({ node: [node] })).toContain(fields);
  });

  it('writes tensors with their raw bytes', () => {
    const rawData = new Uint8Array(Float32Array.of(1, 2).buffer);
    const tensor = { name: 't', dataType: 'float', dims: [1, 2], rawData } as const;
    expect(encoded({ initializer: [tensor] })).toContain(
      '0801' + '0802' + '1001' + '420174' + '4a08' + '0000803f00000040',
    );
  });

  it('writes sizes, and names of sizes that are not fixed', () => {
    const input = { name: 'x', elementType: 'uint8', shape: ['N', 3] } as const;
    const type = '0a0d' + '0802' + '1209' + '0a03' + '12014e' + '0a02' + '0803';
    expect(encoded({ input: [input] })).toContain('0a0178' + '120f' + type);
  });

  it('omits a shape that is not known', () => {
    expect(encoded({ output: [{ name: 'y', elementType: 'float' }] })).toContain(
      '0a0179' + '1204' + '0a02' + '0801',
    );
  });

  it.each<[AttributeProto, string]>([
    [{ name: 'a', type: 'int', i: -1 }, '18ffffffffffffffffff01a00102'],
    [{ name: 'a', type: 'float', f: 1 }, '150000803fa00101'],
    [{ name: 'a', type: 'string', s: 'hi' }, '22026869a00103'],
    [{ name: 'a', type: 'ints', ints: [1, 2] }, '40014002a00107'],
    [{ name: 'a', type: 'strings', strings: ['x', 'y'] }, '4a01784a0179a00108'],
    [{ name: 'a', type: 'graph', g: emptyGraph }, '3203120167a00105'],
  ])('writes an attribute with its type: %o', (attribute, hex) => {
    expect(encodedAttribute(attribute)).toContain('0a0161' + hex);
  });
});
