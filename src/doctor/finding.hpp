// What the doctor found, and the examination it belongs to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"

namespace emo::doctor {

/// kError: figures made with this data or run are untrue, or no training is possible. kWarning: they are distorted.
enum class Severity : std::uint8_t { kNote, kWarning, kError };
std::string_view severity_name(Severity severity);  ///< "note", "warning", "error"

/// A row (line number in its file; 0 = the file as a whole), and sometimes a second one that it is compared with.
struct Place {
  std::string file;
  std::uint64_t row = 0;
};
struct Evidence {
  Place place;
  Place other;       ///< empty file: none
  std::string note;  ///< numbers and labels, never the text of a row
};

inline constexpr std::size_t kMaxEvidence = 20;  ///< places listed per finding; `evidence_count` has them all

struct Finding {
  std::string code{};  ///< snake_case, stable: "leak_exact"
  Severity severity = Severity::kNote;
  std::string message{};  ///< one sentence with the numbers
  double number = 0;      ///< the number that decides
  std::string measure{};  ///< what it counts or measures: "rows", "ratio", "share", "KS distance"…
  std::string fix{};      ///< what to do about it
  std::uint64_t evidence_count = 0;
  std::vector<Evidence> evidence{};  ///< the first kMaxEvidence

  /// Counts the place and lists it while there is room.
  void add(Evidence item);
};

/// A rule that was run and found nothing worth acting on, with its number in words.
struct Check {
  std::string code, message;
};

/// A label that looks wrong (see label_noise.hpp).
struct Suspect {
  Place place;
  std::string given;      ///< the label in doubt; "" = one is missing
  std::string suggested;  ///< the label that looks right; "" = none
  double margin = 0;      ///< how much more the model believes in it, 0..1
};

struct SplitSummary {
  std::string name, file;
  std::uint64_t rows = 0, damaged = 0;
};

/// What `emo doctor` says about one data set or run.
struct Examination {
  std::string subject;  ///< path as given
  std::string kind;     ///< "text", "faces", "run", "evaluation"
  std::vector<SplitSummary> splits;
  std::vector<std::string> labels;
  std::vector<Finding> findings;  ///< worst first after `sort_findings`
  std::vector<Check> checks;
  std::vector<Suspect> suspects;  ///< of label errors, most suspicious first; all of them

  [[nodiscard]] std::uint64_t count(Severity severity) const;
  /// True when a finding is at least a warning: what --strict turns into exit status 3.
  [[nodiscard]] bool needs_action() const;
  /// Keeps a finding whose number is that of its places, unless it has none.
  void add_counted(Finding finding);
};

/// Errors before warnings before notes; otherwise the order in which they were found.
void sort_findings(Examination& examination);

/// doctor.json: {"subject","kind","splits":[…],"labels":[…],"errors","warnings","notes","findings":[{"code","severity",
/// "number","measure","message","fix","evidence_count","evidence":[{"file","row","other_file"?,"other_row"?,"note"?}]}],
/// "checks":[{"code","message"}]}. `indent` as of io::dump_json; with a line end.
std::string to_json(const Examination& examination, int indent = 2);

/// One line of JSON for each suspect: {"file","row","given","suggested","margin"}; null for an absent label.
std::string suspects_jsonl(const Examination& examination);

/// The same for people: findings with their first places and fixes, then what was in order. `colour`: SGR codes.
std::string to_text(const Examination& examination, bool colour);

/// "12.3 %", with as many decimals as the number needs.
std::string percent(double share);

}  // namespace emo::doctor
