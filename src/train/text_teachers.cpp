// What teachers of texts say of the training rows: probabilities, averaged, once before training. How a student learns
// from them is the losses' business, running the teachers text_engine_logits.cpp's.
#include "train/text_teachers.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <sstream>

#include "core/activation.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "io/bundle.hpp"
#include "train/teacher_heads.hpp"
#include "train/text_engine_logits.hpp"

namespace emo::train {
namespace {

// A teacher and the heads it is asked for; none named = all that fit.
struct Question {
  std::string bundle;
  std::vector<std::string> heads;
};

Question question_of(const std::string& teacher) {
  const TeacherName name = teacher_name(teacher);
  Question out{name.bundle, {}};
  if (name.heads.empty()) return out;
  std::istringstream names(name.heads.substr(1));
  for (std::string head; std::getline(names, head, ',');) out.heads.push_back(head);
  return out;
}

bool asks_for(const Question& question, const std::string& head) {
  return question.heads.empty() ||
         std::find(question.heads.begin(), question.heads.end(), head) != question.heads.end();
}

// For each head of the run the place of the teacher's, nothing where it has none or is not asked.
Result<std::vector<std::optional<std::size_t>>> answering_heads(const TextTrainConfig& config, const Question& question,
                                                                const std::vector<io::HeadManifest>& heads) {
  std::vector<std::optional<std::size_t>> answering(config.heads.size());
  std::vector<std::string> fitting;
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    const auto& plan = config.heads[h];
    const auto found = std::find_if(heads.begin(), heads.end(), [&](const io::HeadManifest& head) {
      return head.name == plan.name && head.labels == plan.labels && head.activation == plan.activation;
    });
    if (found == heads.end()) continue;
    fitting.push_back(plan.name);
    if (asks_for(question, plan.name)) answering[h] = static_cast<std::size_t>(found - heads.begin());
  }
  if (fitting.empty()) {
    return no_common_head(question.bundle, "name, labels and activation", heads, config.heads);
  }
  for (const auto& name : question.heads) {
    if (std::find(fitting.begin(), fitting.end(), name) != fitting.end()) continue;
    std::string known;
    for (const auto& head : fitting) known += (known.empty() ? "" : ", ") + core::quoted(head);
    return Error{ErrorCode::kInvalidData, "teacher " + question.bundle + " is asked for head " + core::quoted(name) +
                                              ", expected one that the run has too: " + known};
  }
  return answering;
}

std::string told_lineage(const Question& question, const io::Manifest& manifest) {
  std::string out = io::lineage(manifest);
  for (std::size_t i = 0; i < question.heads.size(); ++i) {
    out += (i == 0 ? ", for the heads " : ", ") + question.heads[i];
  }
  return out;
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
    std::vector<float> p(logits.data() + i * k, logits.data() + (i + 1) * k);
    core::activate(plan.activation, std::span(p));
    std::transform(p.begin(), p.end(), teacher[h].begin(), teacher[h].begin(), std::plus<>());
  }
}

}  // namespace

std::vector<std::string> text_teacher_bundles(const TextTrainConfig& config) {
  std::vector<std::string> bundles;
  for (const auto& teacher : config.teachers) bundles.push_back(question_of(teacher).bundle);
  return bundles;
}

Result<std::vector<std::string>> text_teacher_names(const TextTrainConfig& config) {
  std::vector<std::string> names;
  for (const auto& teacher : config.teachers) {
    const Question question = question_of(teacher);
    EMO_ASSIGN(const auto bundle, io::open_bundle(question.bundle, io::HashCheck::kSkip));
    EMO_TRY(answering_heads(config, question, bundle.manifest.heads));
    names.push_back(told_lineage(question, bundle.manifest));
  }
  return names;
}

Result<void> add_text_teachers(const TextTrainConfig& config, int threads, TextDataset& data,
                               TrainingObserver& observer) {
  std::vector<std::size_t> teachers_of(config.heads.size(), 0);
  for (const auto& teacher : config.teachers) {
    const Question question = question_of(teacher);
    EMO_ASSIGN(const auto bundle, io::open_bundle(question.bundle));
    EMO_ASSIGN(const auto answering, answering_heads(config, question, bundle.manifest.heads));
    EMO_ASSIGN(const auto logits, text_engine_logits(bundle, data.train, threads,
                                                     teacher_progress(observer, bundle.manifest, data.train.size())));
    if (observer.interrupted()) return {};  // the loop ends after its first step
    for (std::size_t h = 0; h < config.heads.size(); ++h) {
      if (!answering[h]) continue;
      ++teachers_of[h];
      add_head(config, h, logits[*answering[h]], data.train);
    }
    observer.on_message("teacher " + teacher + ": " + core::counted(data.train.size(), "row", "rows") + " scored");
  }
  for (auto& example : data.train) {
    for (std::size_t h = 0; h < example.teacher.size(); ++h) {
      for (float& value : example.teacher[h]) value /= static_cast<float>(teachers_of[h]);
    }
  }
  return {};
}

}  // namespace emo::train
