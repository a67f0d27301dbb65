"""Writes tiny random speech encoders as ONNX exports in the Hugging Face layout, and records their hidden states.

Four architectures of `transformers`, a few thousand weights each: wav2vec 2.0, HuBERT, WavLM, and the encoder of Whisper.
Their weights come from a seed, so the models know nothing; they show that @ser/encoder prepares the input as the feature
extractors of `transformers` do, and reads every layer.

Run: python reference/goldens/encoders.py
"""

import json
import os
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
import transformers
from transformers import (
    HubertConfig,
    HubertModel,
    Wav2Vec2Config,
    Wav2Vec2FeatureExtractor,
    Wav2Vec2Model,
    WavLMConfig,
    WavLMModel,
    WhisperConfig,
    WhisperFeatureExtractor,
    WhisperModel,
)

from dsp_features import signal

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "packages/encoder/test/fixtures/huggingFace"
GOLDEN = ROOT / "packages/encoder/test/goldens/hiddenStates.json"
RATE = 16000
N_SAMPLES = 8000
TARGET_LEVEL = -26
SMALL = dict(hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=24, initializer_range=0.2)
CONVOLUTIONS = dict(conv_dim=[8] * 7, num_conv_pos_embeddings=8, num_conv_pos_embedding_groups=4)


class WaveformStates(torch.nn.Module):
    """All hidden states of a model that takes the waveform, with or without an attention mask."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_values, attention_mask=None):
        output = self.model(input_values, attention_mask=attention_mask, output_hidden_states=True)
        return tuple(output.hidden_states)


class LastState(torch.nn.Module):
    """Only the last hidden state, as most exports have it."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_features):
        return self.model(input_features).last_hidden_state


def leveled(samples):
    """The clip at -26 dBFS over the frames that are louder than 35 dB below the 95th percentile, as @ser/encoder."""
    frames = samples[: len(samples) // 320 * 320].reshape(-1, 320).astype(np.float64)
    powers = (frames**2).mean(axis=1)
    levels = np.maximum(10 * np.log10(powers / powers.max()), -120)
    active = levels > np.percentile(levels, 95) - 35
    return (samples * (10 ** (TARGET_LEVEL / 20) / np.sqrt(powers[active].mean()))).astype(np.float32)


def export(module, inputs, path, input_names, output_names, dynamic_axes):
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            inputs,
            path,
            input_names=input_names,
            output_names=output_names,
            dynamic_axes=dynamic_axes,
            opset_version=17,
            dynamo=False,
        )
    without_notes(path)


def without_notes(path):
    """Leaves out the places in the source code, which name folders of this machine."""
    model = onnx.load(path)
    for node in model.graph.node:
        node.doc_string = ""
    del model.metadata_props[:]
    onnx.checker.check_model(model)
    onnx.save(model, path)


def write_configs(folder, config, extractor):
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in (("config.json", config), ("preprocessor_config.json", extractor)):
        values = {key: value for key, value in json.loads(source.to_json_string()).items() if key != "mel_filters"}
        (folder / name).write_text(json.dumps(values, indent=2, sort_keys=True) + "\n")


def waveform_case(name, model_class, config, do_normalize, with_mask):
    torch.manual_seed(15)
    model = model_class(config).eval()
    states = WaveformStates(model).eval()
    extractor = Wav2Vec2FeatureExtractor(do_normalize=do_normalize, return_attention_mask=with_mask)
    folder = MODELS / name
    write_configs(folder, config, extractor)
    samples = leveled(signal("voice", RATE, N_SAMPLES))
    features = extractor(samples, sampling_rate=RATE, return_tensors="pt")
    inputs = (features["input_values"], features["attention_mask"].long()) if with_mask else (features["input_values"],)
    names = ["input_values", "attention_mask"][: len(inputs)]
    outputs = [f"hidden_states.{layer}" for layer in range(config.num_hidden_layers + 1)]
    axes = {key: {0: "batch", 1: "samples"} for key in names} | {key: {0: "batch", 1: "frames"} for key in outputs}
    export(states, inputs, folder / "onnx/model.onnx", names, outputs, axes)
    with torch.no_grad():
        answers = states(*inputs)
    return recorded(name, {str(layer): answer for layer, answer in enumerate(answers)})


def whisper_case(name, n_mels):
    torch.manual_seed(15)
    config = WhisperConfig(
        vocab_size=16,
        num_mel_bins=n_mels,
        d_model=16,
        encoder_layers=2,
        encoder_attention_heads=2,
        encoder_ffn_dim=24,
        decoder_layers=1,
        decoder_attention_heads=2,
        decoder_ffn_dim=16,
        max_source_positions=100,
        max_target_positions=8,
        init_std=0.2,
        pad_token_id=0,
        bos_token_id=1,
        eos_token_id=2,
        decoder_start_token_id=3,
    )
    encoder = WhisperModel(config).eval().get_encoder()
    extractor = WhisperFeatureExtractor(feature_size=n_mels, chunk_length=2)
    folder = MODELS / name
    write_configs(folder, config, extractor)
    features = extractor(leveled(signal("voice", RATE, N_SAMPLES)), sampling_rate=RATE, return_tensors="pt")["input_features"]
    axes = {"input_features": {0: "batch"}, "last_hidden_state": {0: "batch"}}
    path = folder / "onnx/encoder_model.onnx"
    export(LastState(encoder).eval(), (features,), path, ["input_features"], ["last_hidden_state"], axes)
    with torch.no_grad():
        answer = LastState(encoder)(features)
    return recorded(name, {"2": answer[:, : N_SAMPLES // 320]})


def recorded(name, layers):
    return {
        "model": name,
        "layers": {layer: np.round(state[0].double().numpy(), 6).flatten().tolist() for layer, state in layers.items()},
    }


def main():
    cases = [
        waveform_case("wav2vec2", Wav2Vec2Model, Wav2Vec2Config(**SMALL, **CONVOLUTIONS), True, False),
        waveform_case(
            "hubert",
            HubertModel,
            HubertConfig(**SMALL, **CONVOLUTIONS, feat_extract_norm="layer", do_stable_layer_norm=True),
            True,
            True,
        ),
        waveform_case("wavlm", WavLMModel, WavLMConfig(**SMALL, **CONVOLUTIONS), False, False),
        whisper_case("whisper", 80),
        whisper_case("whisper128", 128),
    ]
    versions = {library.__name__: library.__version__.split("+")[0] for library in (onnx, torch, transformers)}
    GOLDEN.write_text(json.dumps({"versions": versions, "nSamples": N_SAMPLES, "cases": cases}) + "\n")
    for path in sorted(MODELS.rglob("*.onnx")):
        print(f"{path.relative_to(ROOT)}: {os.path.getsize(path)} bytes")


if __name__ == "__main__":
    main()
