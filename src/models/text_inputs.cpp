// Runs a float model on texts and hands over what each of its matrices is given, a few matrices at a time to bound the
// memory. Rounding is quantize_matrix's; which texts they are is the caller's choice.
#include "models/text_inputs.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "models/text_workspace.hpp"
#include "nn/cpu.hpp"

namespace emo::models {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;  // of moments at a time, but for a single matrix's
constexpr std::size_t kBatchTexts = 32;

std::size_t inputs_of(const core::TensorSpec& matrix) {
  return static_cast<std::size_t>(matrix.shape[1]);
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

TextInputs::TextInputs(TextModel model, std::vector<std::vector<std::int32_t>> sequences, Progress progress)
    : model_(std::move(model)), sequences_(std::move(sequences)), progress_(std::move(progress)) {
  for (auto& spec : core::tensors_of(model_.architecture())) {
    if (spec.multiplied) matrices_.push_back(std::move(spec));
  }
}

Result<const InputMoments*> TextInputs::of(const std::string& tensor) {
  const auto found = std::find_if(matrices_.begin(), matrices_.end(), [&](const auto& m) { return m.name == tensor; });
  if (found == matrices_.end()) return nullptr;
  if (progress_) progress_(asked_for_, matrices_.size());
  ++asked_for_;
  if (moments_.count(tensor) == 0) EMO_TRY(measure(static_cast<std::size_t>(found - matrices_.begin())));
  return &moments_.at(tensor);
}

Result<void> TextInputs::measure(std::size_t first) {
  moments_.clear();
  std::size_t bytes = 0;
  for (std::size_t i = first; i < matrices_.size(); ++i) {
    const std::size_t inputs = inputs_of(matrices_[i]);
    bytes += inputs * inputs * sizeof(float);
    if (i > first && bytes > kMostBytes) break;
    moments_.emplace(matrices_[i].name, InputMoments(inputs));
  }
  Collector collector(moments_);
  TextWorkspace workspace;
  workspace.impl().observer = &collector;
  for (std::size_t begin = 0; begin < sequences_.size(); begin += kBatchTexts) {
    const std::size_t end = std::min(sequences_.size(), begin + kBatchTexts);
    const std::vector<std::span<const std::int32_t>> batch(sequences_.begin() + static_cast<std::ptrdiff_t>(begin),
                                                           sequences_.begin() + static_cast<std::ptrdiff_t>(end));
    EMO_TRY(model_.run(batch, workspace));
  }
  return {};
}

}  // namespace emo::models
