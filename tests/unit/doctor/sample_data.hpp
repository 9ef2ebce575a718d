// Small data sets for the rules.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "doctor/data_view.hpp"
#include "doctor/finding.hpp"

namespace emo::doctor::test {

/// Labels given as indices of {"anger", "fear", "joy"}.
struct SampleItem {
  std::uint32_t split = 0;
  std::vector<std::uint32_t> labels;
};

inline DataView sample_view(const std::vector<SampleItem>& items) {
  DataView view;
  view.splits = {{"train", "train.jsonl", SplitRole::kTrain}, {"test", "test.jsonl", SplitRole::kTest}};
  view.labels = {"anger", "fear", "joy"};
  std::uint64_t row = 0;
  for (const auto& item : items) view.items.push_back({item.split, ++row, item.labels});
  return view;
}

/// Appends `count` items.
inline void add(std::vector<SampleItem>& items, std::uint32_t split, std::vector<std::uint32_t> labels, int count) {
  for (int i = 0; i < count; ++i) items.push_back({split, labels});
}

inline const Finding* find(const Examination& examination, const std::string& code) {
  for (const auto& finding : examination.findings) {
    if (finding.code == code) return &finding;
  }
  return nullptr;
}
inline bool checked(const Examination& examination, const std::string& code) {
  for (const auto& check : examination.checks) {
    if (check.code == code) return true;
  }
  return false;
}

/// A folder that is removed at the end.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "doctor_test_XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(path_ + "/" + name) << content;
  }

 private:
  std::string path_;
};

}  // namespace emo::doctor::test
