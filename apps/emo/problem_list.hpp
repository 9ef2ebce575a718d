// What could not be used, on standard error: a few of it by name, the rest by number.
#pragma once

#include <span>
#include <string>

#include "cli.hpp"
#include "eval/evaluation.hpp"

namespace emo::cli {

/// Prints `heading`, the first five of `problems` and how many more there are. Nothing without problems or under
/// --quiet.
void tell_problems(const std::string& heading, std::span<const std::string> problems, const Context& context);

/// What lies among pictures or faces and is taken for none, a sentence each.
void tell_passed_over(std::span<const std::string> passed_over, const Context& context);

/// Rows of the data that cannot be used, each with its place.
void tell_rejected(std::span<const Error> rejected, const Context& context);

/// How many rows of the data do not count, and what should be known before figures of the others are believed. For
/// commands that do not print the evaluation itself.
void tell_left_out(const eval::Evaluation& evaluation, const Context& context);

/// What an evaluation leaves to tell: the rows or pictures of `data` that the model gave no answer for, with their
/// places ("labels.csv:17") and reasons; then the labels that --map (`map`) speaks of and the data does not have, most
/// likely misspelt.
void tell_problems_of(const eval::Evaluation& evaluation, const eval::LabelMap& map, const std::string& data,
                      const Context& context);

}  // namespace emo::cli
