// The folder of one training run: args.json, log.jsonl, results.csv, checkpoints/, bundle/.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "emo/error.hpp"
#include "io/descriptor.hpp"
#include "train/training_state.hpp"

namespace emo::train {

/// While it or a copy of it lives, no other run writes the folder.
class RunFolder {
 public:
  /// Whether create() can make this folder, asked before data are read: makes nothing. Errors: those of create().
  static Result<void> check(const std::string& directory, bool resume);
  /// Creates `directory` and writes args.json; one that is resumed stays as it is until begin(). A folder that holds a
  /// run already is refused unless `resume`, and so is one that holds anything else or that another run is writing.
  /// Errors: kIo, kUsage, kNotFound (nothing to resume).
  /// Of a new run `recipe`, unless it is "", is kept in recipe_file(): its config without what the data decided.
  static Result<RunFolder> create(const std::string& directory, const std::string& args_json, bool resume,
                                  const std::string& recipe = {});

  [[nodiscard]] std::string last_checkpoint() const { return directory_ + "/checkpoints/last.safetensors"; }
  [[nodiscard]] std::string best_checkpoint() const { return directory_ + "/checkpoints/best.safetensors"; }
  /// What the best one will be once last_checkpoint() says so.
  [[nodiscard]] std::string next_best_checkpoint() const { return directory_ + "/checkpoints/next_best.safetensors"; }
  [[nodiscard]] std::string bundle() const { return directory_ + "/bundle"; }

  /// The file that tells what the run in `directory` was asked for.
  static std::string recipe_file(const std::string& directory) { return directory + "/checkpoints/recipe.json"; }
  /// Of a run that nothing stands in the way of any more: writes args.json, for what a resumed one goes on with is what
  /// it is asked for now, and adds `command` to commands.txt, once where the same was the last. Returns all commands,
  /// in order, joined by " && ".
  [[nodiscard]] Result<std::string> begin(const std::string& args_json, const std::string& command) const;
  /// Appends one JSON line to log.jsonl.
  Result<void> log(const std::string& json_line) const;
  /// Rewrites results.csv: the names of `columns`, then one row per epoch, in their order.
  Result<void> write_results(const EpochFigures& columns, const std::vector<EpochFigures>& epochs) const;
  /// Drops log lines of epochs after `epoch` (a run killed inside an epoch repeats it on resume).
  Result<void> truncate_log(std::int64_t epoch) const;

 private:
  RunFolder(std::string directory, std::shared_ptr<const io::Descriptor> lock)
      : directory_(std::move(directory)), lock_(std::move(lock)) {}
  [[nodiscard]] Result<void> write_args(const std::string& json) const;

  std::string directory_;
  std::shared_ptr<const io::Descriptor> lock_;  ///< of the folder itself (io::take_lock()), for all copies of this
};

}  // namespace emo::train
