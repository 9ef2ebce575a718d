// Hands a run's predictions to eval. Figures and formats are eval's.
#include "judged_files.hpp"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "eval/evaluation.hpp"
#include "eval/evaluation_files.hpp"

namespace emo::app {
namespace {

Result<void> write_predictions(const train::FaceRunResult& result,
                               const std::vector<train::FacePrediction>& predictions, const char* split,
                               const std::string& folder) {
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
  return eval::write_evaluation(evaluation, folder);
}

}  // namespace

Result<void> write_judged_files(const train::FaceRunResult& result, const std::string& folder) {
  if (!result.judged.test.empty()) {
    EMO_TRY(write_predictions(result, result.judged.test, "test", folder + "/test"));
  }
  if (result.judged.dev.empty()) return {};
  const std::string scratch = folder + "/dev";
  EMO_TRY(write_predictions(result, result.judged.dev, "dev", scratch));
  std::error_code failed;
  std::filesystem::rename(scratch + "/predictions.jsonl", folder + "/predictions_dev.jsonl", failed);
  if (!failed) std::filesystem::rename(scratch + "/metrics.json", folder + "/dev_metrics.json", failed);
  if (failed) return Error{ErrorCode::kIo, folder + ": cannot write the development figures: " + failed.message()};
  std::filesystem::remove_all(scratch, failed);
  return {};
}

}  // namespace emo::app
