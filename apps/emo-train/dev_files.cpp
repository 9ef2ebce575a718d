// Hands a run's development predictions to eval. Figures and formats are eval's.
#include "dev_files.hpp"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "eval/evaluation.hpp"
#include "eval/evaluation_files.hpp"

namespace emo::app {

Result<void> write_dev_files(const train::FaceRunResult& result, const std::string& folder) {
  if (result.dev.empty()) return {};
  std::vector<eval::ScoredItem> items;
  for (const auto& prediction : result.dev) {
    eval::ScoredItem item;
    item.id = prediction.id;
    item.row = items.size() + 1;
    item.input = prediction.id;
    item.gold = {static_cast<std::uint32_t>(prediction.gold)};
    item.probabilities = prediction.probabilities;
    items.push_back(std::move(item));
  }
  eval::ScoringOptions options;
  options.split = "dev";
  EMO_ASSIGN(auto evaluation, eval::evaluate(result.labels, std::move(items), {}, options));
  evaluation.model = result.model;
  evaluation.head = result.head;
  evaluation.input_name = "image";
  const std::string scratch = folder + "/dev";
  EMO_TRY(eval::write_evaluation(evaluation, scratch));
  std::error_code failed;
  std::filesystem::rename(scratch + "/predictions.jsonl", folder + "/predictions_dev.jsonl", failed);
  if (!failed) std::filesystem::rename(scratch + "/metrics.json", folder + "/dev_metrics.json", failed);
  if (failed) return Error{ErrorCode::kIo, folder + ": cannot write the development figures: " + failed.message()};
  std::filesystem::remove_all(scratch, failed);
  return {};
}

}  // namespace emo::app
