// Files of a run. The same for every kind of model: nothing here knows text from faces. What is in a checkpoint is
// training_state's and checkpoint_file's; reading a finished run is report/run_record's.
#include "train/run_folder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "core/number_words.hpp"
#include "io/descriptor.hpp"
#include "io/file.hpp"
#include "io/file_lock.hpp"
#include "io/json.hpp"
#include "io/output_place.hpp"

namespace emo::train {
namespace {

namespace fs = std::filesystem;

Error is_taken(const std::string& directory) {
  return {ErrorCode::kUsage,
          directory + " is being written by another run; wait until that has ended, or give another --out"};
}

// The names that bundles and evaluations have until they are finished (io::write_bundle, io::draft_beside, the
// exports).
constexpr std::array<std::string_view, 6> kDrafts{"bundle.new-",   "bundle.uncalibrated", "bundle.f32",
                                                  "bundle.draft-", "dev.draft-",          "test.draft-"};

void remove_drafts(const std::string& directory) {
  std::error_code failed;
  std::vector<fs::path> drafts;
  for (fs::directory_iterator entry(directory, failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    const bool is_draft =
        std::any_of(kDrafts.begin(), kDrafts.end(), [&](std::string_view d) { return name.starts_with(d); });
    if (is_draft) drafts.push_back(entry->path());
  }
  for (const auto& draft : drafts) fs::remove_all(draft, failed);
}

/// Whether all names in `folder` begin so.
bool holds_only(const fs::path& folder, std::string_view beginning, std::string_view but = {}) {
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(beginning) && name != but) return false;
  }
  return true;
}

/// Whether nothing lies in `directory` but what a run killed before it had its args.json left.
bool is_free(const fs::path& directory) {
  return holds_only(directory, "args.json.tmp-", "checkpoints") && holds_only(directory / "checkpoints", "recipe.json");
}

}  // namespace

Result<void> RunFolder::check(const std::string& directory, bool resume) {
  if (const auto folder = io::open_folder(directory); folder && !io::take_lock(*folder)) return is_taken(directory);
  std::error_code failed;
  const bool has_run = fs::exists(directory + "/args.json", failed);
  if (has_run && !resume) {
    return Error{ErrorCode::kUsage,
                 directory + " already holds a run; give --resume to go on with it, or another --out"};
  }
  if (!has_run && resume) return Error{ErrorCode::kNotFound, directory + " holds no run to resume (no args.json)"};
  if (!has_run && fs::is_directory(directory, failed) && !is_free(directory)) {
    return Error{ErrorCode::kUsage, directory + " holds files that are no run's; --out wants a new or an empty folder"};
  }
  return io::check_folder(directory);
}

Result<RunFolder> RunFolder::create(const std::string& directory, const std::string& args_json, bool resume,
                                    const std::string& recipe) {
  EMO_TRY(check(directory, resume));
  EMO_TRY(io::make_folder(directory));
  EMO_ASSIGN(auto handle, io::open_folder(directory));
  if (!io::take_lock(handle)) return is_taken(directory);
  RunFolder folder(directory, std::make_shared<const io::Descriptor>(std::move(handle)));
  // What a killed run was writing may be as large as a checkpoint, and nobody else would remove it.
  for (const auto& path :
       {folder.last_checkpoint(), folder.best_checkpoint(), folder.next_best_checkpoint(), recipe_file(directory),
        directory + "/args.json", directory + "/commands.txt", directory + "/log.jsonl", directory + "/results.csv"}) {
    io::remove_abandoned_writes(path);
  }
  remove_drafts(directory);
  EMO_TRY(io::make_folder(directory + "/checkpoints"));
  if (resume) return folder;
  if (!recipe.empty()) EMO_TRY(io::write_file_atomic(recipe_file(directory), recipe + "\n"));
  EMO_TRY(folder.write_args(args_json));  // the last: by it the folder is known as a run's, whenever we die
  return folder;
}

Result<void> RunFolder::write_args(const std::string& json) const {
  return io::write_file_atomic(directory_ + "/args.json", json + "\n");
}

Result<std::string> RunFolder::begin(const std::string& args_json, const std::string& command) const {
  EMO_TRY(write_args(args_json));
  const std::string path = directory_ + "/commands.txt";
  std::vector<std::string> commands;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) commands.push_back(line);
  if (commands.empty() || commands.back() != command) commands.push_back(command);
  std::string file, joined;
  for (const auto& line : commands) {
    file += line + "\n";
    joined += (joined.empty() ? "" : " && ") + line;
  }
  EMO_TRY(io::write_file_atomic(path, file));
  return joined;
}

Result<void> RunFolder::log(const std::string& json_line) const {
  const std::string path = directory_ + "/log.jsonl";
  EMO_ASSIGN(const auto file, io::open_for_appending(path));
  return io::write_all(file, json_line + "\n", path);
}

Result<void> RunFolder::write_results(const EpochFigures& columns, const std::vector<EpochFigures>& epochs) const {
  std::string out;
  for (std::size_t c = 0; c < columns.size(); ++c) out += (c == 0 ? "" : ",") + columns[c].first;
  out += '\n';
  for (const auto& epoch : epochs) {
    for (std::size_t c = 0; c < epoch.size(); ++c) {
      out += c == 0 ? "" : ",";
      if (std::isfinite(epoch[c].second)) out += core::formatted("%.8g", epoch[c].second);
    }
    out += '\n';
  }
  return io::write_file_atomic(directory_ + "/results.csv", out);
}

Result<void> RunFolder::truncate_log(std::int64_t epoch) const {
  const std::string path = directory_ + "/log.jsonl";
  std::ifstream in(path, std::ios::binary);
  if (!in) return {};
  std::string kept;
  for (std::string line; std::getline(in, line);) {
    const auto parsed = io::parse_json(line, path);
    if (!parsed || !parsed->is_object()) continue;  // a half-written last line
    const auto found = parsed->find("epoch");
    if (found != parsed->end() && found->is_number_integer() && found->get<std::int64_t>() > epoch) continue;
    kept += line + "\n";
  }
  return io::write_file_atomic(path, kept);
}

}  // namespace emo::train
