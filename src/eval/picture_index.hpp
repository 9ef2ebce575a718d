// Which picture of a data set a path means that somebody wrote down elsewhere. Private to src/eval.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace emo::eval {

/// Pictures by their paths. Two paths are of one picture where they are equal, or where the shorter one ends the longer
/// one ("happy/1.png" and "/data/set/happy/1.png"): data are named by relative and by absolute paths, from here and
/// from elsewhere. "." and ".." are resolved as far as they can without looking, and \ is taken for /. Not thread-safe.
class PictureIndex {
 public:
  void add(const std::string& path, std::size_t place);
  /// The places of the pictures that `path` may mean, in the order of add(): none, one, or several.
  [[nodiscard]] std::vector<std::size_t> find(const std::string& path) const;

 private:
  std::map<std::string, std::vector<std::pair<std::string, std::size_t>>> by_name_;  // name without folders -> paths
};

/// Whether the two paths name a file alike but for its folders and its extension.
bool have_same_stem(const std::string& a, const std::string& b);

}  // namespace emo::eval
