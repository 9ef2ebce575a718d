// The training state as JSON, in the note of a checkpoint. It comes from a disk: nothing in it is taken for granted.
// Tensors are checkpoint_file.cpp's.
#include "train/training_state.hpp"

#include <limits>
#include <optional>
#include <utility>

#include "io/json.hpp"
#include "io/json_fields.hpp"

namespace emo::train {
namespace {

constexpr std::int64_t kMaxCount = 1LL << 50;
constexpr double kMaxSeconds = 1e12;
// Older runs have a "data_sha256", which did not say what rows were learnt: of those nothing is stated.
constexpr const char* kDataDigest = "data_digest";
constexpr const char* kModelsDigest = "models_digest";

// A figure that is not finite is written as null.
bool is_figure(const io::Json& item) {
  return item.is_array() && item.size() == 2 && item[0].is_string() && (item[1].is_number() || item[1].is_null());
}

io::OrderedJson json_of(const EpochFigures& figures) {
  io::OrderedJson item = io::OrderedJson::array();
  for (const auto& [name, value] : figures) item.push_back({name, value});
  return item;
}

std::optional<EpochFigures> figures_of(const io::Json& row) {
  if (!row.is_array()) return std::nullopt;
  EpochFigures figures;
  for (const auto& item : row) {
    if (!is_figure(item)) return std::nullopt;
    figures.emplace_back(item[0].get<std::string>(),
                         item[1].is_null() ? std::numeric_limits<double>::quiet_NaN() : item[1].get<double>());
  }
  return figures;
}

}  // namespace

EpochFigures best_figures(const TrainingState& state) {
  const auto best = static_cast<std::size_t>(state.best_epoch);
  if (best == 0) return state.start;
  return best <= state.history.size() ? state.history[best - 1] : EpochFigures{};
}

std::int64_t last_better_epoch(const TrainingState& state) {
  double best = state.start.empty() ? -1 : state.start.back().second;
  std::int64_t found = 0, epoch = 0;
  for (const EpochFigures& figures : state.history) {
    ++epoch;
    if (figures.empty() || !(figures.back().second > best)) continue;
    best = figures.back().second;
    found = epoch;
  }
  return found;
}

std::string to_json(const TrainingState& state) {
  io::OrderedJson note;
  note["epoch"] = state.epoch;
  note["best_epoch"] = state.best_epoch;
  note["best_score"] = state.best_score;
  if (!state.data_sha256.empty()) note[kDataDigest] = state.data_sha256;
  if (!state.models_sha256.empty()) note[kModelsDigest] = state.models_sha256;
  note["optimizer_steps"] = state.optimizer_steps;
  note["seconds"] = state.seconds;
  note["history"] = io::OrderedJson::array();
  for (const auto& row : state.history) note["history"].push_back(json_of(row));
  if (!state.start.empty()) note["start"] = json_of(state.start);
  return io::dump_json(note);
}

Result<TrainingState> parse_training_state(std::string_view json, const std::string& origin) {
  EMO_ASSIGN(const auto note, io::parse_json(json, origin));
  io::JsonFields::FirstError failure{ErrorCode::kInvalidData, origin + ": damaged training state", {}};
  io::JsonFields fields(note, "", failure);
  TrainingState state;
  state.epoch = fields.integer("epoch", 0, kMaxCount);
  state.best_epoch = fields.integer("best_epoch", 0, kMaxCount);
  state.best_score = fields.number("best_score", -1, 1);
  state.optimizer_steps = fields.integer("optimizer_steps", 0, kMaxCount);
  if (fields.has("seconds")) state.seconds = fields.number("seconds", 0, kMaxSeconds);
  if (fields.has(kDataDigest)) state.data_sha256 = fields.text(kDataDigest);
  if (fields.has(kModelsDigest)) state.models_sha256 = fields.text(kModelsDigest);
  if (failure.error) return *failure.error;
  const Error damaged{
      ErrorCode::kInvalidData,
      origin + ": damaged training state: /history must be a list of lists of [name, number], /start such a list"};
  const auto history = note.find("history");
  if (history == note.end() || !history->is_array()) return damaged;
  for (const auto& row : *history) {
    auto figures = figures_of(row);
    if (!figures) return damaged;
    state.history.push_back(std::move(*figures));
  }
  if (const auto start = note.find("start"); start != note.end()) {
    auto figures = figures_of(*start);
    if (!figures) return damaged;
    state.start = std::move(*figures);
  }
  return state;
}

}  // namespace emo::train
