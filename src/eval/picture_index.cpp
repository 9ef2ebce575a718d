// No file is looked at: predictions may have been made on another machine.
#include "eval/picture_index.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace emo::eval {
namespace {

std::filesystem::path compared(std::string path) {
  std::replace(path.begin(), path.end(), '\\', '/');
  return std::filesystem::path(path).lexically_normal();
}

/// Whether `path` is `end`, or ends with it behind a folder.
bool ends_with_path(std::string_view path, std::string_view end) {
  if (!path.ends_with(end)) return false;
  return path.size() == end.size() || end.starts_with('/') || path[path.size() - end.size() - 1] == '/';
}

}  // namespace

void PictureIndex::add(const std::string& path, std::size_t place) {
  const auto name = compared(path);
  by_name_[name.filename().string()].emplace_back(name.string(), place);
}

std::vector<std::size_t> PictureIndex::find(const std::string& path) const {
  const auto wanted = compared(path);
  std::vector<std::size_t> places;
  const auto alike = by_name_.find(wanted.filename().string());
  if (alike == by_name_.end()) return places;
  const std::string name = wanted.string();
  for (const auto& [own, place] : alike->second) {
    if (own == name) return {place};
    if (ends_with_path(own, name) || ends_with_path(name, own)) places.push_back(place);
  }
  return places;
}

bool have_same_stem(const std::string& a, const std::string& b) {
  return compared(a).stem() == compared(b).stem();
}

}  // namespace emo::eval
