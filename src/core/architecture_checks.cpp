// Range and name checks shared by the text and image architectures. Knows no architecture itself: which fields there
// are, and what must fit what, stands in text_architecture.cpp and the image_*.cpp.
#include "core/architecture_checks.hpp"

#include <set>

namespace emo::core {
namespace {

constexpr std::int64_t kMaxClasses = 4096;
constexpr std::size_t kMaxHeads = 64;
constexpr std::size_t kMaxHeadName = 64;

bool is_plain_name(std::string_view name) {
  for (const char c : name) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (!plain) return false;
  }
  return !name.empty() && name.size() <= kMaxHeadName;
}

}  // namespace

Error invalid_field(std::string_view field, const std::string& value, const std::string& expected) {
  return {ErrorCode::kInvalidModel, std::string(field) + " is " + value + ", expected " + expected};
}

Result<void> check_range(std::string_view field, std::int64_t value, std::int64_t low, std::int64_t high) {
  if (value >= low && value <= high) return {};
  return invalid_field(field, std::to_string(value), std::to_string(low) + ".." + std::to_string(high));
}

Result<void> check_heads(const HeadSizes& heads) {
  if (heads.size() > kMaxHeads) {
    return invalid_field("number of heads", std::to_string(heads.size()), "at most " + std::to_string(kMaxHeads));
  }
  std::set<std::string_view> seen;
  for (const auto& [name, classes] : heads) {
    if (!is_plain_name(name)) {
      return invalid_field("head name", "'" + name.substr(0, kMaxHeadName) + "'",
                           "1.." + std::to_string(kMaxHeadName) + " letters, digits, '_' or '-'");
    }
    if (!seen.insert(name).second) return invalid_field("head name", "'" + name + "' twice", "unique names");
    EMO_TRY(check_range("classes of head '" + name + "'", classes, 1, kMaxClasses));
  }
  return {};
}

}  // namespace emo::core
