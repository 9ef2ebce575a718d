// What a training needs of its splits, and what it says where they lack it or are not quite apart: the same for texts
// and faces, in words of their own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "emo/error.hpp"
#include "train/observer.hpp"

namespace emo::train {

/// How a task speaks of what it learns from.
struct ExampleWords {
  const char* example;      ///< "row"
  const char* judged_ones;  ///< where copies of training examples stand: "the development or test rows"
  const char* may_be_none;  ///< what a share may come to: "may be none"
  const char* give_judged;  ///< what gives the first head something to be judged by: "give its source such rows"
};

/// Training examples with a label that a head knows.
struct LearntCounts {
  std::size_t labelled = 0;    ///< all of them
  std::size_t splittable = 0;  ///< without the copies of what the data's own splits hold
};

/// The first head decides what is kept, so some example must judge it; of others it is told that none does.
template <class Config, class Dataset>
Result<void> check_judged_heads(const Config& config, const ExampleWords& words, Dataset& data) {
  const std::string no_development = std::string("no development ") + words.example + " has a label of ";
  for (std::size_t h = 0; h < config.heads.size(); ++h) {
    const auto judges = [&](const auto& example) { return example.judges(h); };
    if (std::any_of(data.dev.begin(), data.dev.end(), judges)) continue;
    const std::string name = "head '" + config.heads[h].name + "'";
    if (h == 0) {
      return Error{ErrorCode::kInvalidData, no_development + name + ", the first, which decides what is kept: " +
                                                words.give_judged + ", or put another head first"};
    }
    data.told.push_back(name + ": " + no_development + "it, so that it has no scores and stays uncalibrated");
  }
  return {};
}

/// Of `data` as it was split under `config`. Errors: kInvalidData (nothing left to learn, or to judge the first head
/// by; no test where one was asked for).
template <class Config, class Dataset>
Result<void> check_splits(const Config& config, const LearntCounts& counts, const ExampleWords& words, Dataset& data) {
  const std::string example = words.example;
  if (data.train.empty() && counts.labelled > 0) {
    return Error{ErrorCode::kInvalidData, "every training " + example + " that a head knows a label of (" +
                                              std::to_string(counts.labelled) + ") also stands in " +
                                              words.judged_ones + ": give other ones"};
  }
  if (data.train.empty()) {
    return Error{ErrorCode::kInvalidData, "no training " + example + " has a label that a head knows"};
  }
  if (data.dev.empty()) {
    return Error{ErrorCode::kInvalidData, "no development " + example + " has a label that a head knows; a share of " +
                                              std::to_string(counts.splittable) + " " + example + "s " +
                                              words.may_be_none +
                                              ": give more data, or a larger share (--dev-fraction)"};
  }
  EMO_TRY(check_judged_heads(config, words, data));
  if (data.test.empty() && config.test_fraction > 0) {
    return Error{ErrorCode::kInvalidData,
                 "test_fraction leaves no " + example + " for the test: take a larger share, or more data"};
  }
  return {};
}

/// Of the `judged` items ("rows", "images"), `copies` have a near copy in training: told from one in a thousand on, as
/// `emo doctor` does.
inline void tell_near_copies(std::size_t copies, std::size_t judged, const char* items, TrainingObserver& observer) {
  if (copies == 0 || copies * 1000 < judged) return;
  observer.on_message(std::to_string(copies) + " of the " + std::to_string(judged) + " development and test " + items +
                      " have a near copy in training, so figures on them are too good; emo doctor names them");
}

}  // namespace emo::train
