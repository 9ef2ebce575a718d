// Reading of a run folder. Text and face runs log different figures; which of them are the curves is decided here. What
// the curves mean is overfitting.cpp's; evaluations in the folder are evaluation_record.cpp's.
#include "report/run_record.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <sstream>

#include "core/number_words.hpp"
#include "io/file.hpp"
#include "io/line_reader.hpp"
#include "report/folder_files.hpp"
#include "report/json_lookup.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

constexpr double kLargestEpoch = 1e9;
constexpr std::size_t kMaxLogLine = std::size_t{1} << 20;
constexpr std::uint64_t kMaxConfigBytes = std::uint64_t{16} << 20;
constexpr std::size_t kMaxEpochs = 100'000;

void put_epoch(EpochRecord record, RunRecord& out) {
  const auto at = std::lower_bound(out.epochs.begin(), out.epochs.end(), record.epoch,
                                   [](const EpochRecord& e, std::int64_t epoch) { return e.epoch < epoch; });
  if (at != out.epochs.end() && at->epoch == record.epoch) {
    out.notes.push_back(
        {false, "log.jsonl has epoch " + std::to_string(record.epoch) + " twice; the later line counts"});
    *at = std::move(record);
  } else if (out.epochs.size() < kMaxEpochs) {
    out.epochs.insert(at, std::move(record));
  }
}

void read_log(const std::string& path, RunRecord& out) {
  auto reader = io::LineReader::open(path, kMaxLogLine);
  if (!reader) {
    out.notes.push_back({true, reader.error().message});
    return;
  }
  std::uint64_t line_number = 0, broken = 0, first_broken = 0;
  bool cut_at_end = false, marks_best = false;
  while (auto next = reader->next()) {
    ++line_number;
    if (!*next) {
      out.notes.push_back({true, next->error().message});
      break;
    }
    const auto& line = **next;
    if (!line.too_long && line.text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto json = io::parse_json(line.text, path);
    const auto epoch = json ? number_at(*json, "epoch") : std::nullopt;
    if (line.too_long || !json || !epoch || *epoch < 0 || *epoch > kLargestEpoch) {
      if (broken++ == 0) first_broken = line_number;
      cut_at_end = !line.terminated;
      continue;
    }
    EpochRecord record;
    record.epoch = std::llround(*epoch);
    const io::Json* stage = member(*json, "stage");
    if (stage != nullptr) record.stage = stage->is_number() ? "stage " + shown_scalar(*stage) : shown_scalar(*stage);
    const auto best = flag_at(*json, "best");
    record.best = best.value_or(false);
    marks_best = marks_best || best;
    for (const auto& [key, value] : json->items()) {
      if (value.is_number() && std::isfinite(value.get<double>())) {
        record.figures[key] = value.get<double>();
      } else if (value.is_null() || value.is_number() || (value.is_string() && value.get<std::string>() == "nan")) {
        record.not_finite.insert(key);
        out.notes.push_back(
            {true, "log.jsonl line " + std::to_string(line_number) + ": " + key + " is not a finite number"});
      }
    }
    if (flag_at(*json, "start").value_or(false)) {
      out.start = std::move(record);
    } else {
      put_epoch(std::move(record), out);
    }
  }
  out.start_kept =
      marks_best && std::none_of(out.epochs.begin(), out.epochs.end(), [](const EpochRecord& e) { return e.best; });
  if (out.start_kept) {
    out.notes.push_back({false,
                         "No epoch was better than the start on the development rows: the weights that training "
                         "started from are kept" +
                             std::string(out.start ? "" : "; figures of a kept epoch are those of the best one")});
  }
  if (broken != 0) {
    out.notes.push_back({true, "log.jsonl: " + std::to_string(broken) + (broken == 1 ? " line" : " lines") +
                                   " could not be read and " + (broken == 1 ? "is" : "are") +
                                   " left out, the first is line " + std::to_string(first_broken) +
                                   (cut_at_end ? "; the last one is cut off, as when a run is killed" : "")});
  }
}

// The same columns as the log, for runs whose log is lost.
void read_results(const std::string& path, RunRecord& out) {
  const auto text = io::read_file(path, kMaxConfigBytes);
  if (!text) return;
  std::istringstream lines(*text);
  std::vector<std::string> names;
  std::size_t row = 0;
  for (std::string line; std::getline(lines, line); ++row) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string> cells;
    std::istringstream parts(line);
    for (std::string cell; std::getline(parts, cell, ',');) cells.push_back(cell);
    if (row == 0) {
      names = cells;
      continue;
    }
    EpochRecord record;
    for (std::size_t c = 0; c < std::min(cells.size(), names.size()); ++c) {
      const auto value = core::leading_number(cells[c]);
      if (!value) {
        if (names[c] == "stage") record.stage = cells[c];
      } else if (std::isfinite(*value)) {
        record.figures[names[c]] = *value;
      } else {
        record.not_finite.insert(names[c]);
        out.notes.push_back(
            {true, "results.csv line " + std::to_string(row + 1) + ": " + names[c] + " is not a finite number"});
      }
    }
    const auto epoch = record.figures.find("epoch");
    if (epoch == record.figures.end()) continue;
    if (epoch->second < 0 || epoch->second > kLargestEpoch) {
      out.notes.push_back({true, "results.csv line " + std::to_string(row + 1) + " is of no epoch"});
      continue;
    }
    record.epoch = std::llround(epoch->second);
    put_epoch(std::move(record), out);
  }
  if (!out.epochs.empty()) out.notes.push_back({false, "log.jsonl is missing; the epochs are read from results.csv"});
}

bool has(const EpochRecord& epoch, const std::string& name) {
  return epoch.figures.contains(name) || epoch.not_finite.contains(name);
}

bool any_has(const std::vector<EpochRecord>& epochs, const std::string& name) {
  return std::any_of(epochs.begin(), epochs.end(), [&](const EpochRecord& e) { return has(e, name); });
}

// Mean over the heads that the log has "HEAD_suffix" for.
std::optional<double> mean_over_heads(const EpochRecord& epoch, const std::vector<std::string>& heads,
                                      const std::string& suffix) {
  double sum = 0;
  for (const auto& head : heads) {
    const auto value = figure_of(epoch, head + suffix);
    if (!value) return std::nullopt;
    sum += *value;
  }
  if (heads.empty()) return std::nullopt;
  return sum / static_cast<double>(heads.size());
}

void find_heads(RunRecord& out) {
  constexpr std::string_view kSuffix = "_dev_loss";
  const auto look_at = [&](const std::string& name) {
    if (name.size() <= kSuffix.size() || !name.ends_with(kSuffix)) return;
    const std::string head = name.substr(0, name.size() - kSuffix.size());
    if (std::find(out.heads.begin(), out.heads.end(), head) == out.heads.end()) out.heads.push_back(head);
  };
  for (const EpochRecord& epoch : out.epochs) {
    for (const auto& [name, value] : epoch.figures) look_at(name);
    for (const auto& name : epoch.not_finite) look_at(name);
  }
}

// Whether one of the figures that point_of takes is no finite number. Heads count where they are the curves: beside a
// loss of the whole run one may have no rows to be judged on, and break nothing.
bool broke(const EpochRecord& epoch, const std::vector<std::string>& heads, bool whole_loss) {
  const auto lost = [&](const std::string& name) { return epoch.not_finite.contains(name); };
  for (const char* part : {"train", "dev"}) {
    for (const char* figure : {"_loss", "_calibrated_loss", "_accuracy", "_macro_f1"}) {
      const std::string name = std::string(part) + figure;
      if (lost(name)) return true;
      if (whole_loss) continue;
      const std::string of_head = "_" + name;
      if (std::any_of(heads.begin(), heads.end(), [&](const auto& head) { return lost(head + of_head); })) return true;
    }
  }
  return lost("dev_score");
}

EpochPoint point_of(const EpochRecord& epoch, const std::vector<std::string>& heads, bool whole_loss, bool accuracy) {
  EpochPoint point;
  point.epoch = epoch.epoch;
  point.kept = epoch.best;
  point.not_finite = broke(epoch, heads, whole_loss);
  point.train_loss = whole_loss ? figure_of(epoch, "train_loss") : mean_over_heads(epoch, heads, "_train_loss");
  if (!point.train_loss && !whole_loss && heads.size() <= 1) point.train_loss = figure_of(epoch, "train_loss");
  point.dev_loss = whole_loss ? figure_of(epoch, "dev_loss") : mean_over_heads(epoch, heads, "_dev_loss");
  point.calibrated_loss =
      whole_loss ? figure_of(epoch, "dev_calibrated_loss") : mean_over_heads(epoch, heads, "_dev_calibrated_loss");
  if (accuracy) {
    point.train_score = figure_of(epoch, "train_accuracy");
    point.dev_score = figure_of(epoch, "dev_accuracy");
  } else {
    point.train_score = figure_of(epoch, "train_macro_f1");
    if (!point.train_score) point.train_score = mean_over_heads(epoch, heads, "_train_macro_f1");
    point.dev_score = figure_of(epoch, "dev_macro_f1");
    if (!point.dev_score) point.dev_score = mean_over_heads(epoch, heads, "_dev_macro_f1");
    if (!point.dev_score) point.dev_score = figure_of(epoch, "dev_score");
  }
  return point;
}

// `select` is a key of the configurations of texts and of faces.
std::string chosen_by(const RunRecord& run) {
  const std::string select = text_at(run.args, "select").value_or("");
  if (select == "macro_f1") return "macro-F1 is highest";
  if (select == "accuracy") return "accuracy is highest";
  if (select == "loss") return "loss is lowest";
  if (select == "calibrated_loss")
    return "loss after calibration is lowest (of several within its standard error the last)";
  return any_has(run.epochs, "dev_score") ? "dev_score is highest" : "";
}

void choose_curves(RunRecord& out) {
  find_heads(out);
  const bool whole_loss = any_has(out.epochs, "dev_loss");
  out.loss_name =
      whole_loss || out.heads.size() == 1 ? "loss" : "loss, mean over " + std::to_string(out.heads.size()) + " heads";
  const bool accuracy = any_has(out.epochs, "dev_accuracy");
  out.score_name = accuracy ? "accuracy" : "macro-F1";
  out.kept_by = chosen_by(out);
  for (const EpochRecord& epoch : out.epochs) {
    out.seconds += figure_of(epoch, "seconds").value_or(0);
    out.points.push_back(point_of(epoch, out.heads, whole_loss, accuracy));
  }
  if (out.start) out.start_point = point_of(*out.start, out.heads, whole_loss, accuracy);
}

// Runs that grow their pictures without naming stages: each size is one.
void name_stages(RunRecord& out) {
  const bool named =
      std::any_of(out.epochs.begin(), out.epochs.end(), [](const EpochRecord& e) { return !e.stage.empty(); });
  const auto side = [](const EpochRecord& e) { return figure_of(e, "side").value_or(0); };
  const bool varies = std::any_of(out.epochs.begin(), out.epochs.end(),
                                  [&](const EpochRecord& e) { return side(e) != side(out.epochs.front()); });
  if (named || !varies) return;
  for (EpochRecord& epoch : out.epochs) epoch.stage = shown_scalar(io::Json(side(epoch))) + " px";
}

std::int64_t epochs_done(const RunRecord& run) {
  return run.epochs.empty() ? 0 : run.epochs.back().epoch;
}

void note_gaps(RunRecord& out) {
  constexpr std::int64_t kMostNamed = 10;
  std::string missing;
  std::int64_t count = 0, named = 0;
  for (std::size_t i = 1; i < out.epochs.size(); ++i) {
    const std::int64_t first = out.epochs[i - 1].epoch + 1;
    for (std::int64_t e = first; e < out.epochs[i].epoch && named < kMostNamed; ++e, ++named) {
      missing += (missing.empty() ? "" : ", ") + std::to_string(e);
    }
    count += std::max<std::int64_t>(0, out.epochs[i].epoch - first);
  }
  if (count > kMostNamed) missing += " and " + std::to_string(count - kMostNamed) + " more";
  if (count > 0) {
    out.notes.push_back({true, std::string("log.jsonl has no line for epoch") + (count == 1 ? " " : "s ") + missing +
                                   "; the curves skip there"});
  }
  out.planned_epochs.reset();
  const std::int64_t done = epochs_done(out);
  if (const auto planned = count_at(out.args, "epochs")) {  // fewer than were done: resumed with a smaller --epochs
    out.planned_epochs = std::max(done, static_cast<std::int64_t>(*planned));
  }
}

// The curves are those of training, what is evaluated and shipped is not.
void note_mixture(RunRecord& out) {
  const io::Json* shares = member(out.args, "start_shares");
  if (!out.finished || out.start_kept || shares == nullptr || !shares->is_array() || shares->empty()) return;
  std::vector<std::string> named;
  for (const auto& share : *shares) named.push_back(shown_scalar(share));
  out.notes.push_back({false, "The bundle's weights are the kept epoch's mixed with the start's (start_shares " +
                                  listed(named) +
                                  "; the card says which was chosen): its figures differ from those of the epochs"});
}

}  // namespace

std::optional<double> figure_of(const EpochRecord& epoch, const std::string& name) {
  const auto at = epoch.figures.find(name);
  if (at == epoch.figures.end()) return std::nullopt;
  return at->second;
}

std::string how_far(const RunRecord& run) {
  const std::int64_t done = epochs_done(run);
  const std::string planned = run.planned_epochs ? " of " + std::to_string(*run.planned_epochs) : "";
  return "The run has not finished: " + std::to_string(done) + planned +
         (done == 1 && planned.empty() ? " epoch is" : " epochs are") +
         " logged and there is no bundle yet; it is running, was interrupted (go on with --resume) or failed";
}

RecordNotes all_notes(const RunRecord& run) {
  RecordNotes all = run.notes;
  if (!run.finished) all.push_back({true, how_far(run)});
  return all;
}

std::vector<EpochPoint> judged_points(const RunRecord& run) {
  std::vector<EpochPoint> points = run.points;
  if (run.start_kept && run.start_point) {
    points.insert(points.begin(), *run.start_point);
    points.front().kept = true;
  }
  return points;
}

bool is_run_folder(const std::string& folder) {
  return is_file(folder + "/args.json") || is_file(folder + "/log.jsonl") || is_file(folder + "/results.csv");
}

std::optional<Error> several_runs(const std::string& folder) {
  std::vector<std::string> runs;
  std::error_code failed;
  for (std::filesystem::directory_iterator entry(folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    if (is_file(entry->path().string() + "/args.json")) runs.push_back(entry->path().string());
  }
  std::sort(runs.begin(), runs.end());
  if (runs.empty()) return std::nullopt;
  const std::string count = runs.size() == 1 ? "a run" : std::to_string(runs.size()) + " runs";
  return Error{ErrorCode::kUsage,
               folder + " holds " + count + " in folders of their own: name one, such as " + runs.front()};
}

std::optional<io::Manifest> read_manifest(const std::string& folder, RecordNotes& notes) {
  const std::string path = folder + "/manifest.json";
  if (!is_file(path)) return std::nullopt;
  const auto text = io::read_file(path, kMaxConfigBytes);
  if (!text) {
    notes.push_back({true, text.error().message});
    return std::nullopt;
  }
  auto manifest = io::parse_manifest(*text);
  if (manifest) return std::move(*manifest);
  notes.push_back({true, path + ": " + manifest.error().message});
  return std::nullopt;
}

Result<RunRecord> read_run(const std::string& folder) {
  if (!is_run_folder(folder)) {
    return Error{ErrorCode::kNotFound, folder + " holds no run (args.json, log.jsonl or results.csv)"};
  }
  RunRecord out;
  out.folder = folder;
  if (is_file(folder + "/args.json")) {
    const auto text = io::read_file(folder + "/args.json", kMaxConfigBytes);
    auto json = text ? io::parse_json(*text, folder + "/args.json") : Result<io::Json>(text.error());
    if (json && json->is_object()) {
      out.args = std::move(*json);
    } else {
      out.notes.push_back(
          {true, json ? "args.json is not a JSON object; settings are not shown" : json.error().message});
    }
  } else {
    out.notes.push_back({true, "args.json is missing: the settings of the run are not known"});
  }
  if (is_file(folder + "/log.jsonl")) read_log(folder + "/log.jsonl", out);
  if (out.epochs.empty() && is_file(folder + "/results.csv")) read_results(folder + "/results.csv", out);
  out.manifest = read_manifest(folder + "/bundle", out.notes);
  out.finished = is_file(folder + "/bundle/manifest.json");
  name_stages(out);
  choose_curves(out);
  note_gaps(out);
  note_mixture(out);
  if (out.epochs.empty() && out.planned_epochs != 0 && out.finished) {
    out.notes.push_back({true, "No epoch is logged: there are no training curves"});
  }
  return out;
}

}  // namespace emo::report
