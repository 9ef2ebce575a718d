// The training state as JSON. A checkpoint comes from a disk: nothing in it is taken for granted.
#include "train/training_state.hpp"

#include <limits>

#include "io/json.hpp"
#include "io/json_fields.hpp"

namespace emo::train {
namespace {

constexpr std::int64_t kMaxCount = 1LL << 50;
constexpr double kMaxSeconds = 1e12;

// A figure that is not finite is written as null.
bool is_figure(const io::Json& item) {
  return item.is_array() && item.size() == 2 && item[0].is_string() && (item[1].is_number() || item[1].is_null());
}

}  // namespace

std::string to_json(const TrainingState& state) {
  io::OrderedJson note;
  note["epoch"] = state.epoch;
  note["best_epoch"] = state.best_epoch;
  note["best_score"] = state.best_score;
  note["optimizer_steps"] = state.optimizer_steps;
  note["seconds"] = state.seconds;
  note["history"] = io::OrderedJson::array();
  for (const auto& row : state.history) {
    io::OrderedJson item = io::OrderedJson::array();
    for (const auto& [name, value] : row) item.push_back({name, value});
    note["history"].push_back(std::move(item));
  }
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
  if (failure.error) return *failure.error;
  const Error damaged{ErrorCode::kInvalidData,
                      origin + ": damaged training state: /history must be a list of lists of [name, number]"};
  const auto history = note.find("history");
  if (history == note.end() || !history->is_array()) return damaged;
  for (const auto& row : *history) {
    if (!row.is_array()) return damaged;
    EpochFigures figures;
    for (const auto& item : row) {
      if (!is_figure(item)) return damaged;
      figures.emplace_back(item[0].get<std::string>(),
                           item[1].is_null() ? std::numeric_limits<double>::quiet_NaN() : item[1].get<double>());
    }
    state.history.push_back(std::move(figures));
  }
  return state;
}

}  // namespace emo::train
