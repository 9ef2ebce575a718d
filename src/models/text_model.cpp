// The public face of a text model: loads encoder and heads from a bundle, checks inputs, runs both. What happens inside
// the encoder is text_encoder.cpp's; probabilities, thresholds and texts belong to the layers above.
#include "models/text_model.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "models/text_encoder.hpp"
#include "models/text_workspace.hpp"
#include "models/weight_reader.hpp"
#include "nn/cpu.hpp"

namespace emo::models {

// A member of TextModel::Impl, so its name is no file's own.
struct HeadLayers {
  bool has_dense = false;
  core::Activation activation = core::Activation::kNone;
  nn::LinearF32 dense, out;
};

namespace {

using Sequences = std::span<const std::span<const std::int32_t>>;

// Pooled vectors that go through the heads together.
constexpr std::size_t kHeadRows = 64;

Result<HeadLayers> read_head(const WeightReader& reader, const core::TextHeadConfig& config, std::int64_t width) {
  HeadLayers head;
  head.has_dense = config.has_dense;
  head.activation = config.dense_activation;
  const std::string name = "heads." + config.name;
  if (config.has_dense) {
    EMO_ASSIGN(head.dense, reader.linear_f32(name + ".dense", width, width));
  }
  EMO_ASSIGN(head.out, reader.linear_f32(name + ".out", config.classes, width));
  return head;
}

Result<void> check(Sequences sequences, const core::TextEncoderConfig& config) {
  for (std::size_t b = 0; b < sequences.size(); ++b) {
    const auto& sequence = sequences[b];
    if (sequence.empty() || sequence.size() > static_cast<std::size_t>(config.max_tokens())) {
      return Error{ErrorCode::kInvalidInput, "sequence " + std::to_string(b) + " has " +
                                                 std::to_string(sequence.size()) + " tokens, expected 1.." +
                                                 std::to_string(config.max_tokens())};
    }
    for (std::size_t t = 0; t < sequence.size(); ++t) {
      if (sequence[t] < 0 || sequence[t] >= config.vocab_size) {
        return Error{ErrorCode::kInvalidInput, "sequence " + std::to_string(b) + " has the id " +
                                                   std::to_string(sequence[t]) + " at token " + std::to_string(t) +
                                                   ", expected 0.." + std::to_string(config.vocab_size - 1)};
      }
    }
  }
  return {};
}

}  // namespace

TextWorkspace::TextWorkspace() : impl_(std::make_unique<Impl>()) {}
TextWorkspace::~TextWorkspace() = default;
TextWorkspace::TextWorkspace(TextWorkspace&&) noexcept = default;
TextWorkspace& TextWorkspace::operator=(TextWorkspace&&) noexcept = default;

struct TextModel::Impl {
  core::TextArchitecture architecture;
  io::SafeTensors weights;  ///< keeps the mapping of the embedding tables
  TextEncoder encoder;
  std::vector<HeadLayers> heads;
  std::size_t width = 0, ld = 0;  ///< D and its stride
  std::size_t outputs = 0;        ///< sum of K

  void pool(Sequences sequences, TextWorkspace::Impl& w) const {
    w.pooled.grow(sequences.size() * ld);
    encoder.encode(sequences, w, w.pooled.data(), ld);
  }

  // Of one pooled vector.
  [[nodiscard]] bool is_finite(const float* pooled) const {
    float zero = 0;
    for (std::size_t i = 0; i < width; ++i) zero += 0.0F * pooled[i];
    return zero == 0;
  }

  // Logits of `rows` pooled vectors; `column` is where this head's begin in each row of `logits`.
  void run_head(const HeadLayers& head, const float* pooled, std::size_t rows, TextWorkspace::Impl& w, float* logits,
                std::size_t column) const {
    const std::size_t out_ld = nn::round_up(head.out.outputs(), nn::kPanel);
    w.head.grow(rows * out_ld);
    if (head.has_dense) {
      w.dense.grow(rows * ld);
      head.dense.run(encoder.kernels(), pooled, ld, rows, nn::Epilogue::kNone, w.dense.data(), ld);
      activate(encoder.kernels(), {w.dense.data(), ld, rows, width}, head.activation);
      pooled = w.dense.data();
    }
    head.out.run(encoder.kernels(), pooled, ld, rows, nn::Epilogue::kNone, w.head.data(), out_ld);
    for (std::size_t r = 0; r < rows; ++r) {
      std::copy_n(w.head.data() + r * out_ld, head.out.outputs(), logits + r * outputs + column);
    }
  }
};

TextModel::TextModel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TextModel::TextModel(TextModel&&) noexcept = default;
TextModel& TextModel::operator=(TextModel&&) noexcept = default;
TextModel::~TextModel() = default;

Result<TextModel> TextModel::load(const io::Bundle& bundle) {
  if (bundle.manifest.task != io::Task::kText) {
    return Error{ErrorCode::kUnsupported, "bundle '" + bundle.directory + "' is not a text model"};
  }
  auto impl = std::make_unique<Impl>();
  impl->architecture = bundle.manifest.text;
  EMO_TRY(core::validate(impl->architecture));
  impl->weights = bundle.weights;
  const core::TextEncoderConfig& config = impl->architecture.encoder;
  const WeightReader reader(impl->weights, bundle.manifest.quantization);
  EMO_ASSIGN(impl->encoder, TextEncoder::load(config, reader, nn::best_isa()));
  impl->width = static_cast<std::size_t>(config.hidden);
  impl->ld = nn::round_up(impl->width, nn::kPanel);
  for (const core::TextHeadConfig& head_config : impl->architecture.heads) {
    EMO_ASSIGN(auto head, read_head(reader, head_config, config.hidden));
    impl->outputs += head.out.outputs();
    impl->heads.push_back(std::move(head));
  }
  return TextModel(std::move(impl));
}

const core::TextArchitecture& TextModel::architecture() const {
  return impl_->architecture;
}

Result<std::vector<float>> TextModel::run(Sequences sequences, TextWorkspace& workspace) const {
  EMO_TRY(check(sequences, impl_->architecture.encoder));
  TextWorkspace::Impl& w = workspace.impl();
  impl_->pool(sequences, w);
  std::vector<float> logits(sequences.size() * impl_->outputs);
  for (std::size_t first = 0; first < sequences.size(); first += kHeadRows) {
    const std::size_t rows = std::min(kHeadRows, sequences.size() - first);
    std::size_t column = 0;
    for (const HeadLayers& head : impl_->heads) {
      impl_->run_head(head, w.pooled.data() + first * impl_->ld, rows, w, logits.data() + first * impl_->outputs,
                      column);
      column += head.out.outputs();
    }
  }
  // A dense layer's tanh or relu would make a plausible number of what damaged weights gave.
  for (std::size_t b = 0; b < sequences.size(); ++b) {
    if (impl_->is_finite(w.pooled.data() + b * impl_->ld)) continue;
    std::fill_n(logits.data() + b * impl_->outputs, impl_->outputs, std::numeric_limits<float>::quiet_NaN());
  }
  return logits;
}

Result<std::vector<float>> TextModel::embed(Sequences sequences, TextWorkspace& workspace) const {
  EMO_TRY(check(sequences, impl_->architecture.encoder));
  TextWorkspace::Impl& w = workspace.impl();
  impl_->pool(sequences, w);
  std::vector<float> vectors(sequences.size() * impl_->width);
  for (std::size_t b = 0; b < sequences.size(); ++b) {
    std::copy_n(w.pooled.data() + b * impl_->ld, impl_->width, vectors.data() + b * impl_->width);
  }
  return vectors;
}

}  // namespace emo::models
