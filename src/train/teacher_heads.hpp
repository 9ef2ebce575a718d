// What teachers are called, and one that can answer for no head of a run, in words.
#pragma once

#include <string>
#include <vector>

#include "core/joined.hpp"
#include "core/quote.hpp"
#include "emo/error.hpp"
#include "io/file.hpp"
#include "train/head_plan.hpp"

namespace emo::train {

/// "BUNDLE:head,head" in its two parts, the second with its colon; a name that is there is a bundle as a whole.
struct TeacherName {
  std::string bundle, heads;
};
inline TeacherName teacher_name(const std::string& teacher) {
  const auto colon = io::is_there(teacher) ? std::string::npos : teacher.rfind(':');
  return {teacher.substr(0, colon), colon == std::string::npos ? "" : teacher.substr(colon)};
}

/// "'mood' (softmax: joy, fear); …". `Head` has a name, labels and an activation.
template <class Head>
std::string heads_in_words(const std::vector<Head>& heads) {
  constexpr std::size_t kMostNamed = 8;
  std::vector<std::string> words;
  for (const auto& head : heads) {
    words.push_back(core::quoted(head.name) +
                    (head.activation == core::HeadActivation::kSoftmax ? " (softmax: " : " (sigmoid: ") +
                    core::joined_first(head.labels, kMostNamed) + ")");
  }
  return core::joined(words, "; ");
}

/// `alike`: what a head must have in common with one of `ours`.
template <class Head>
Error no_common_head(const std::string& teacher, const std::string& alike, const std::vector<Head>& theirs,
                     const std::vector<HeadPlan>& ours) {
  return {ErrorCode::kInvalidData, "teacher " + teacher + " has no head with the " + alike +
                                       " of one of this run: it has " + heads_in_words(theirs) + "; the run " +
                                       heads_in_words(ours) + " (a --config names heads as the teacher's)"};
}

}  // namespace emo::train
