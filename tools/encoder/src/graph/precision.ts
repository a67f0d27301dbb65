/** `int8` is what is published; `float32` keeps the weights as they are, to compare with. */
export type Precision = 'int8' | 'float32';
