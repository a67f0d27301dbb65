/* global registerProcessor, AudioWorkletProcessor */
// prettier-ignore
registerProcessor('ser-capture', class extends AudioWorkletProcessor {
  constructor() { super(); this.block = new Float32Array(1024); this.filled = 0; }
  process([channels]) {
    const length = channels.length > 0 ? channels[0].length : 0;
    for (let i = 0; i < length; i++) {
      let sum = 0;
      for (const channel of channels) sum += channel[i];
      this.block[this.filled++] = sum / channels.length;
      if (this.filled < this.block.length) continue;
      this.port.postMessage(this.block, [this.block.buffer]);
      this.block = new Float32Array(1024);
      this.filled = 0;
    }
    return true;
  }
});
