// One object of jsonl or of a list as a row. Events of the parser go straight into the Row: no document is built, since
// a data set has millions. Finding where an object ends is rows_jsonl's and rows_json_list's.
#include "io/json_row.hpp"

#include <exception>
#include <utility>

#include "core/quote.hpp"
#include "io/json.hpp"
#include "io/json_problem.hpp"
#include "io/row_readers.hpp"

namespace emo::io {
namespace {

class RowBuilder final : public nlohmann::json_sax<Json> {
 public:
  RowBuilder(const RowOptions& options, Row& row) : options_(options), row_(row) {}

  bool null() override {
    if (member_ == Member::kLabels && depth_ == 2) return nameless();
    return depth_ == 1 ? (member_ != Member::kText || fail_type("null")) : scalar_outside();
  }
  bool boolean(bool value) override { return scalar(value ? "true" : "false", "a boolean"); }
  bool number_integer(number_integer_t value) override { return scalar(std::to_string(value), "a number"); }
  bool number_unsigned(number_unsigned_t value) override { return scalar(std::to_string(value), "a number"); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return scalar(text, "a number"); }
  bool string(string_t& value) override { return scalar(std::move(value), ""); }
  bool binary(binary_t& /*value*/) override { return fail("binary value"); }

  bool start_object(std::size_t /*elements*/) override {
    if (depth_ == 1 && member_ == Member::kText) return fail_type("an object");
    if (depth_ >= 1 && member_ == Member::kLabels)
      return fail("labels hold an object, expected names or a list of names");
    ++depth_;
    return true;
  }
  bool start_array(std::size_t /*elements*/) override {
    if (depth_ == 0) return fail("is a list, expected an object");
    if (depth_ == 1 && member_ == Member::kText) return fail_type("a list");
    if (depth_ >= 2 && member_ == Member::kLabels) return fail("labels hold a list in a list, expected names");
    if (member_ == Member::kLabels) row_.labels_listed = true;
    ++depth_;
    return true;
  }
  bool end_object() override { return --depth_ >= 0; }
  bool end_array() override { return --depth_ >= 0; }

  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    if (name == options_.text_column) {
      if (has_text_) return fail("member " + core::quoted(name) + " occurs twice");
      member_ = Member::kText;
    } else if (!options_.label_column.empty() && name == options_.label_column) {
      member_ = Member::kLabels;
      has_labels_ = true;
      begin_labels();
    } else if (name == kLabelInstead && options_.label_column == kDefaultLabels && !has_labels_) {
      member_ = Member::kLabels;  // until a member "labels" takes its place
      has_label_instead_ = true;
      begin_labels();
    } else if (name == options_.id_column) {
      member_ = Member::kId;
      has_id_ = true;
    } else {
      member_ = Member::kOther;
      if (options_.keep_extra) name_ = std::move(name);
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& cause) override {
    return fail("not JSON: " + json_problem(position, token, cause));
  }

  /// Empty if the row is complete.
  std::string problem() {
    if (problem_.empty() && !has_text_) problem_ = no_text_member();
    if (problem_.empty() && options_.require_id && !has_id_) {
      problem_ = "has no member " + core::quoted(options_.id_column) + ": name the right one with --id-column";
    }
    if (problem_.empty() && options_.require_labels && !has_labels_ && !has_label_instead_) {
      problem_ = "has no member " + core::quoted(options_.label_column) + ": name the right one with --label-column";
    }
    return std::move(problem_);
  }

 private:
  [[nodiscard]] std::string no_text_member() const {
    std::string lack = "has no member " + core::quoted(options_.text_column);
    if (options_.text_option.empty()) return lack;
    return lack + ": name the right one with " + options_.text_option + " (members of members are not looked at)";
  }

  enum class Member { kOther, kText, kLabels, kId };

  void begin_labels() {
    row_.labels.clear();
    row_.labels_listed = false;
  }
  bool fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }
  bool fail_type(const std::string& found) {
    return fail(options_.text_column + " is " + found + ", expected a string");
  }
  bool scalar_outside() {
    if (depth_ == 0) return fail("expected one JSON object per line");
    return true;  // inside a nested value that nobody asked for
  }
  // As in csv a name of nothing is none; a list that holds it is not empty, so that it does not say "none of them".
  bool nameless() {
    row_.labels_listed = false;
    return true;
  }
  // `kind` is empty for strings.
  bool scalar(std::string&& value, const char* kind) {
    if (member_ == Member::kLabels && (depth_ == 1 || depth_ == 2)) {
      if (value.empty()) return nameless();
      row_.labels.push_back(std::move(value));
      return true;
    }
    if (depth_ != 1) return scalar_outside();
    switch (member_) {
      case Member::kText:
        if (*kind != '\0') return fail_type(kind);
        row_.text = std::move(value);
        has_text_ = true;
        break;
      case Member::kId:
        row_.id = std::move(value);
        break;
      case Member::kOther:
        if (options_.keep_extra) row_.extra[name_] = std::move(value);
        break;
      case Member::kLabels:
        break;
    }
    return true;
  }
  bool scalar(const std::string& value, const char* kind) { return scalar(std::string(value), kind); }

  const RowOptions& options_;
  Row& row_;
  int depth_ = 0;
  Member member_ = Member::kOther;
  bool has_text_ = false, has_id_ = false, has_labels_ = false, has_label_instead_ = false;
  std::string name_, problem_;
};

}  // namespace

std::string read_json_row(std::string_view object, const RowOptions& options, Row& row) {
  RowBuilder builder(options, row);
  try {
    // A false return has left its reason in the builder.
    static_cast<void>(Json::sax_parse(object.begin(), object.end(), &builder));
  } catch (const std::exception& error) {
    return std::string("not JSON: ") + error.what();
  }
  std::string problem = builder.problem();
  if (const auto cut = cut_by_nul(object); problem.empty() && !cut.empty()) return "not JSON: " + cut;
  return problem;
}

}  // namespace emo::io
