// Probabilities of teachers, averaged. How a student learns from them is the losses' business.
#include "train/teacher_targets.hpp"

#include <algorithm>
#include <cmath>

#include "io/bundle.hpp"
#include "train/engine_logits.hpp"

namespace emo::train {
namespace {

void add_softmax(const float* logits, std::vector<float>& sums) {
  const float top = *std::max_element(logits, logits + sums.size());
  float total = 0;
  for (std::size_t c = 0; c < sums.size(); ++c) total += std::exp(logits[c] - top);
  for (std::size_t c = 0; c < sums.size(); ++c) sums[c] += std::exp(logits[c] - top) / total;
}

void add_sigmoid(const float* logits, std::vector<float>& sums) {
  for (std::size_t c = 0; c < sums.size(); ++c) sums[c] += 1.0F / (1.0F + std::exp(-logits[c]));
}

// Adds one teacher's probabilities of head `h` to the sums of every row that is to be imitated.
void add_head(const TextTrainConfig& config, std::size_t h, const std::vector<float>& logits,
              std::vector<TextExample>& examples) {
  const HeadPlan& plan = config.heads[h];
  const std::size_t k = plan.labels.size();
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (!config.sources[examples[i].source].imitate) continue;
    auto& teacher = examples[i].teacher;
    teacher.resize(config.heads.size());
    teacher[h].resize(k, 0.0F);
    if (plan.activation == core::HeadActivation::kSoftmax) {
      add_softmax(logits.data() + i * k, teacher[h]);
    } else {
      add_sigmoid(logits.data() + i * k, teacher[h]);
    }
  }
}

}  // namespace

Result<void> add_teacher_targets(const TextTrainConfig& config, int threads, TextDataset& data,
                                 TrainingObserver& observer) {
  std::vector<std::size_t> teachers_of(config.heads.size(), 0);
  for (const auto& directory : config.teachers) {
    EMO_ASSIGN(const auto bundle, io::open_bundle(directory));
    EMO_ASSIGN(const auto logits, engine_logits(bundle, data.train, threads,
                                                teacher_progress(observer, bundle.manifest, data.train.size())));
    if (observer.interrupted()) return {};  // the loop ends after its first step
    const auto& heads = bundle.manifest.heads;
    bool fits = false;
    for (std::size_t h = 0; h < config.heads.size(); ++h) {
      const auto& plan = config.heads[h];
      const auto found = std::find_if(heads.begin(), heads.end(), [&](const io::HeadManifest& head) {
        return head.name == plan.name && head.labels == plan.labels && head.activation == plan.activation;
      });
      if (found == heads.end()) continue;
      fits = true;
      ++teachers_of[h];
      add_head(config, h, logits[static_cast<std::size_t>(found - heads.begin())], data.train);
    }
    if (!fits) {
      return Error{ErrorCode::kInvalidData,
                   "teacher " + directory + " has no head with the name, labels and activation of one of this run"};
    }
    data.teachers.push_back(io::lineage(bundle.manifest));
    observer.on_message("teacher " + directory + ": " + std::to_string(data.train.size()) + " rows scored");
  }
  for (auto& example : data.train) {
    for (std::size_t h = 0; h < example.teacher.size(); ++h) {
      for (float& value : example.teacher[h]) value /= static_cast<float>(teachers_of[h]);
    }
  }
  return {};
}

}  // namespace emo::train
