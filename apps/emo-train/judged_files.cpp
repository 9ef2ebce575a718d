// Hands a run's predictions to eval, for dev_metrics.json and the test. Figures and formats are eval's, which src/train
// may not see; the scores that choose an epoch are made there.
#include "judged_files.hpp"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "eval/evaluation.hpp"
#include "eval/evaluation_files.hpp"
#include "eval/text_evaluation.hpp"
#include "io/scratch_folder.hpp"
#include "pipeline/text_recognizer.hpp"

namespace emo::app {
namespace {

Result<eval::Evaluation> evaluate(const train::FaceRunResult& result,
                                  const std::vector<train::FacePrediction>& predictions, const char* split) {
  std::vector<eval::ScoredItem> items;
  for (const auto& prediction : predictions) {
    eval::ScoredItem item;
    item.id = prediction.id;
    item.row = items.size() + 1;
    item.input = prediction.id;
    item.gold = {static_cast<std::uint32_t>(prediction.gold)};
    item.probabilities = prediction.probabilities;
    items.push_back(std::move(item));
  }
  eval::ScoringOptions options;
  options.split = split;
  EMO_ASSIGN(auto evaluation, eval::evaluate(result.labels, std::move(items), {}, options));
  evaluation.model = result.model;
  evaluation.head = result.head;
  evaluation.input_name = "image";
  return evaluation;
}

Result<void> write_dev(const eval::Evaluation& evaluation, const std::string& folder) {
  const io::ScratchFolder scratch(io::draft_beside(folder + "/dev"));
  EMO_TRY(eval::write_evaluation(evaluation, scratch.path));
  std::error_code failed;
  std::filesystem::rename(scratch.path + "/predictions.jsonl", folder + "/predictions_dev.jsonl", failed);
  if (!failed) std::filesystem::rename(scratch.path + "/metrics.json", folder + "/dev_metrics.json", failed);
  if (failed) return Error{ErrorCode::kIo, folder + ": cannot write the development figures: " + failed.message()};
  return {};
}

}  // namespace

Result<void> write_judged_files(const train::FaceRunResult& result, const std::string& folder) {
  if (!result.judged.test.empty()) {
    EMO_ASSIGN(const auto test, evaluate(result, result.judged.test, "test"));
    EMO_TRY(eval::write_evaluation(test, folder + "/test"));
  }
  if (result.judged.dev.empty()) return {};
  EMO_ASSIGN(const auto dev, evaluate(result, result.judged.dev, "dev"));
  return write_dev(dev, folder);
}

Result<void> write_judged_files(const train::TextRunResult& result, const std::string& folder) {
  if (result.dev.empty() && result.test.empty()) return {};
  pipeline::RecognizerOptions asked;
  asked.threads = result.threads;
  EMO_ASSIGN(const auto recognizer, pipeline::TextRecognizer::open(result.bundle, asked));
  eval::EvaluationOptions options;
  options.head = result.head;
  if (!result.test.empty()) {
    options.split = "test";
    EMO_ASSIGN(const auto test, eval::evaluate_text(*recognizer, result.test, options));
    EMO_TRY(eval::write_evaluation(test, folder + "/test"));
  }
  if (result.dev.empty()) return {};
  options.split = "dev";
  EMO_ASSIGN(const auto dev, eval::evaluate_text(*recognizer, result.dev, options));
  return write_dev(dev, folder);
}

}  // namespace emo::app
