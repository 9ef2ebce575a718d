// One record of csv or tsv cut into fields. Internal to io.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace emo::io {

/// A header with more is refused; so many has a sheet of Excel.
inline constexpr std::size_t kMaxColumns = 16384;

/// Cuts a record into fields, line by line, because a quoted field may hold line feeds.
class RecordSplitter {
 public:
  enum class End {
    kComplete,  ///< the record ends with the line
    kOpen,      ///< a quote is open at the end of the line: the record goes on with the next one
    kDamaged,   ///< something else than the separator follows a closing quote; the rest of the line is not looked at
  };

  /// `quotes`: whether they have the meaning of RFC 4180, else they are ordinary characters.
  RecordSplitter(char separator, bool quotes) : separator_(separator), quotes_(quotes) {}

  void begin();
  /// Takes the next line of the record.
  End feed(std::string_view line);

  /// Those begun so far; after kDamaged the last is the damaged one. Of more than kMaxColumns the others are not kept.
  [[nodiscard]] std::span<const std::string> fields() const { return {fields_.data(), kept_}; }
  /// How many fields have begun, with those that are not kept.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The 1-based column of the damage; 0: none.
  [[nodiscard]] std::size_t damaged_column() const { return damaged_ ? count_ : 0; }
  /// After kDamaged: what follows the closing quote.
  [[nodiscard]] char unexpected() const { return unexpected_; }
  /// Whether the last line opened the quote that was the last to be opened.
  [[nodiscard]] bool opened_in_last_line() const { return opened_; }
  [[nodiscard]] bool quotes() const { return quotes_; }
  /// Text in the fields so far.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  enum class State { kFieldStart, kPlain, kQuoted, kQuoteInQuoted };

  void add_field();
  void append(char c) {
    fields_[kept_ - 1] += c;
    ++bytes_;
  }
  void end_field() {
    state_ = State::kFieldStart;
    add_field();
  }
  void step(char c);

  char separator_;
  bool quotes_;
  State state_ = State::kFieldStart;
  std::vector<std::string> fields_;  ///< grows to the widest record and is reused
  std::size_t kept_ = 0;
  std::size_t bytes_ = 0;
  bool opened_ = false;
  bool damaged_ = false;
  char unexpected_ = 0;
  std::size_t count_ = 0;
};

/// The X of a line `sep=X`, which Excel reads in front of the header; nullopt: it is no such line.
std::optional<char> separator_said(std::string_view line);

/// Finds the separator of a csv in its header: ';' where that has semicolons outside of quotes and no comma there, as
/// Excel writes it in countries of the decimal comma; else ','.
class SeparatorSearch {
 public:
  /// Takes the next line of the header. Returns whether one more belongs to it: a quoted name holds the line break.
  bool feed(std::string_view line);
  [[nodiscard]] char separator() const { return semicolons_ && !commas_ ? ';' : ','; }

 private:
  bool commas_ = false, semicolons_ = false;
  bool quoted_ = false;
  bool may_open_ = true;  ///< a quote here opens a name, or is the second one of a doubled quote
};

}  // namespace emo::io
