#include "models/text_inputs.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "models/text_workspace.hpp"
#include "nn/cpu.hpp"

namespace emo::models {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;  // of moments at a time, but for a single layer's
constexpr std::size_t kBatchTexts = 32;
constexpr std::string_view kLayers = "layers.";

struct Matrix {
  const char* name;
  std::int64_t inputs;
};

std::vector<Matrix> matrices_of(const core::TextEncoderConfig& config) {
  return {{".attention.qkv.weight", config.hidden},
          {".attention.out.weight", config.hidden},
          {".ffn.in.weight", config.hidden},
          {".ffn.out.weight", config.feed_forward}};
}

std::optional<std::int64_t> layer_of(std::string_view tensor) {
  if (!tensor.starts_with(kLayers)) return std::nullopt;
  tensor.remove_prefix(kLayers.size());
  std::int64_t layer = 0;
  const auto [end, error] = std::from_chars(tensor.data(), tensor.data() + tensor.size(), layer);
  if (error != std::errc{}) return std::nullopt;
  return layer;
}

class Collector : public LinearObserver {
 public:
  explicit Collector(std::map<std::string, InputMoments>& moments) : moments_(moments) {}
  void input(const std::string& linear, const nn::Rows& x) override {
    const auto found = moments_.find(linear + ".weight");
    if (found != moments_.end()) found->second.add(kernels_, x);
  }

 private:
  std::map<std::string, InputMoments>& moments_;
  const nn::Kernels& kernels_ = nn::kernels(nn::best_isa());
};

}  // namespace

Result<TextInputs> TextInputs::open(const io::Bundle& bundle, std::vector<std::vector<std::int32_t>> sequences,
                                    Progress progress) {
  EMO_ASSIGN(auto model, TextModel::load(bundle));
  return TextInputs(std::move(model), std::move(sequences), std::move(progress));
}

Result<const InputMoments*> TextInputs::of(const std::string& tensor) {
  const auto& config = model_.architecture().encoder;
  const auto layer = layer_of(tensor);
  if (!layer || *layer >= config.layers) return nullptr;
  const auto matrices = matrices_of(config);
  const auto is_this = [&](const Matrix& m) { return tensor == kLayers.data() + std::to_string(*layer) + m.name; };
  if (std::none_of(matrices.begin(), matrices.end(), is_this)) return nullptr;
  if (progress_) progress_(asked_for_, matrices.size() * static_cast<std::size_t>(config.layers));
  ++asked_for_;
  if (moments_.count(tensor) == 0) EMO_TRY(measure(*layer));
  return &moments_.at(tensor);
}

Result<void> TextInputs::measure(std::int64_t first_layer) {
  const auto& config = model_.architecture().encoder;
  moments_.clear();
  std::size_t bytes = 0;
  for (std::int64_t layer = first_layer; layer < config.layers; ++layer) {
    std::size_t more = 0;
    for (const auto& m : matrices_of(config)) more += static_cast<std::size_t>(m.inputs * m.inputs) * sizeof(float);
    if (layer > first_layer && bytes + more > kMostBytes) break;
    bytes += more;
    for (const auto& m : matrices_of(config)) {
      moments_.emplace(kLayers.data() + std::to_string(layer) + m.name,
                       InputMoments(static_cast<std::size_t>(m.inputs)));
    }
  }
  Collector collector(moments_);
  TextWorkspace workspace;
  workspace.impl().observer = &collector;
  for (std::size_t first = 0; first < sequences_.size(); first += kBatchTexts) {
    const std::size_t end = std::min(sequences_.size(), first + kBatchTexts);
    const std::vector<std::span<const std::int32_t>> batch(sequences_.begin() + static_cast<std::ptrdiff_t>(first),
                                                           sequences_.begin() + static_cast<std::ptrdiff_t>(end));
    EMO_TRY(model_.run(batch, workspace));
  }
  return {};
}

}  // namespace emo::models
