// The state machine of RFC 4180, and which separator it is given. Which column means what is csv_columns', and what
// becomes of the lines behind a quote that never closes is decided in rows_csv.cpp.
#include "io/csv_record.hpp"

#include "core/ascii.hpp"

namespace emo::io {
namespace {

/// The memory of larger records is given back: one a column would add up.
constexpr std::size_t kReusedBytes = std::size_t{1} << 18;

}  // namespace

void RecordSplitter::begin() {
  if (bytes_ > kReusedBytes) fields_.clear();
  kept_ = count_ = 0;
  bytes_ = 0;
  state_ = State::kFieldStart;
  opened_ = damaged_ = false;
  add_field();
}

RecordSplitter::End RecordSplitter::feed(std::string_view line) {
  opened_ = false;
  if (state_ == State::kQuoted) append('\n');
  // Between quotes a carriage return is text; at the end of a record it belongs to the line break.
  const bool carriage = line.ends_with('\r');
  for (const char c : carriage ? line.substr(0, line.size() - 1) : line) {
    step(c);
    if (damaged_) return End::kDamaged;
  }
  if (state_ != State::kQuoted) return End::kComplete;
  if (carriage) append('\r');
  return End::kOpen;
}

void RecordSplitter::add_field() {
  ++count_;
  if (kept_ == fields_.size() && kept_ <= kMaxColumns) fields_.emplace_back();
  // Fields beyond the cap are only counted, into the last place; the record is refused by its count.
  if (kept_ <= kMaxColumns) ++kept_;
  fields_[kept_ - 1].clear();
}

void RecordSplitter::step(char c) {
  switch (state_) {
    case State::kFieldStart:
      if (c == '"' && quotes_) {
        state_ = State::kQuoted;
        opened_ = true;
        return;
      }
      state_ = State::kPlain;
      [[fallthrough]];
    case State::kPlain:
      if (c == separator_) return end_field();
      return append(c);
    case State::kQuoted:
      if (c == '"') {
        state_ = State::kQuoteInQuoted;
      } else {
        append(c);
      }
      return;
    case State::kQuoteInQuoted:
      if (c == '"') {
        append(c);
        state_ = State::kQuoted;
      } else if (c == separator_) {
        end_field();
      } else {
        damaged_ = true;
        unexpected_ = c;
      }
      return;
  }
}

std::optional<char> separator_said(std::string_view line) {
  constexpr std::string_view kWord = "sep=";
  if (line.size() != kWord.size() + 1 || line.back() == '"') return std::nullopt;
  if (core::lower_ascii(line.substr(0, kWord.size())) != kWord) return std::nullopt;
  return line.back();
}

bool SeparatorSearch::feed(std::string_view line) {
  for (const char c : line) {
    if (quoted_) {
      quoted_ = c != '"';
      may_open_ = true;
    } else if (c == '"' && may_open_) {
      quoted_ = true;
    } else {
      commas_ = commas_ || c == ',';
      semicolons_ = semicolons_ || c == ';';
      may_open_ = c == ',' || c == ';';
    }
  }
  return quoted_ && !commas_;
}

}  // namespace emo::io
