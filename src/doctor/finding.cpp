// Findings as JSON and as text for a terminal, worst first. Finds nothing itself; whether a finding ends the program
// with a failure is decided in apps/emo.
#include "doctor/finding.hpp"

#include <algorithm>

#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "io/json.hpp"

namespace emo::doctor {
namespace {

constexpr std::size_t kShownEvidence = 5;
constexpr std::size_t kWidth = 100;

const char* colour_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "\x1b[31m";
    case Severity::kWarning:
      return "\x1b[33m";
    case Severity::kNote:
      break;
  }
  return "\x1b[36m";
}

/// `text` broken at blanks to lines of kWidth, each after the first indented.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (column > indent && column + 1 + word.size() > kWidth) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    }
    if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

/// Names of files and labels come from outside.
std::string shown(std::string_view text) {
  return core::for_terminal(text);
}

std::string place_text(const Place& place) {
  return place.row == 0 ? shown(place.file) : shown(place.file) + ":" + std::to_string(place.row);
}

std::string evidence_text(const Evidence& item) {
  std::string out = place_text(item.place);
  if (!item.other.file.empty()) out += " = " + place_text(item.other);
  if (!item.note.empty()) out += (out.empty() ? "" : "  ") + shown(item.note);
  return out;
}

io::OrderedJson evidence_json(const Evidence& item) {
  io::OrderedJson json{{"file", item.place.file}, {"row", item.place.row}};
  if (!item.other.file.empty()) {
    json["other_file"] = item.other.file;
    json["other_row"] = item.other.row;
  }
  if (!item.note.empty()) json["note"] = item.note;
  return json;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      break;
  }
  return "note";
}

void Finding::add(Evidence item) {
  ++evidence_count;
  if (evidence.size() < kMaxEvidence) evidence.push_back(std::move(item));
}

std::uint64_t Examination::count(Severity severity) const {
  return static_cast<std::uint64_t>(
      std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == severity; }));
}

bool Examination::needs_action() const {
  return count(Severity::kError) + count(Severity::kWarning) > 0;
}

void Examination::add_counted(Finding finding) {
  if (finding.evidence_count == 0) return;
  finding.number = static_cast<double>(finding.evidence_count);
  findings.push_back(std::move(finding));
}

void sort_findings(Examination& examination) {
  std::stable_sort(examination.findings.begin(), examination.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
}

std::string to_json(const Examination& examination, int indent) {
  io::OrderedJson splits = io::OrderedJson::array(), findings = io::OrderedJson::array(),
                  checks = io::OrderedJson::array();
  for (const auto& split : examination.splits) {
    splits.push_back({{"name", split.name}, {"file", split.file}, {"rows", split.rows}, {"damaged", split.damaged}});
  }
  for (const auto& finding : examination.findings) {
    io::OrderedJson evidence = io::OrderedJson::array();
    for (const auto& item : finding.evidence) evidence.push_back(evidence_json(item));
    findings.push_back({{"code", finding.code},
                        {"severity", severity_name(finding.severity)},
                        {"number", finding.number},
                        {"measure", finding.measure},
                        {"message", finding.message},
                        {"fix", finding.fix},
                        {"evidence_count", finding.evidence_count},
                        {"evidence", std::move(evidence)}});
  }
  for (const auto& check : examination.checks) checks.push_back({{"code", check.code}, {"message", check.message}});
  const io::OrderedJson json{{"subject", examination.subject},
                             {"kind", examination.kind},
                             {"splits", std::move(splits)},
                             {"labels", examination.labels},
                             {"errors", examination.count(Severity::kError)},
                             {"warnings", examination.count(Severity::kWarning)},
                             {"notes", examination.count(Severity::kNote)},
                             {"findings", std::move(findings)},
                             {"checks", std::move(checks)}};
  return io::dump_json(json, indent) + "\n";
}

std::string suspects_jsonl(const Examination& examination) {
  std::string out;
  for (const auto& suspect : examination.suspects) {
    const auto label = [](const std::string& name) {
      return name.empty() ? io::OrderedJson(nullptr) : io::OrderedJson(name);
    };
    out += io::dump_json(io::OrderedJson{{"file", suspect.place.file},
                                         {"row", suspect.place.row},
                                         {"given", label(suspect.given)},
                                         {"suggested", label(suspect.suggested)},
                                         {"margin", suspect.margin}}) +
           "\n";
  }
  return out;
}

std::string to_text(const Examination& examination, bool colour) {
  std::string out = shown(examination.subject) + " (" + examination.kind + ")\n";
  for (const auto& split : examination.splits) {
    out += "  " + shown(split.name) + ": " + core::counted(split.rows, "row", "rows");
    if (split.damaged != 0) out += ", " + core::grouped(split.damaged) + " damaged";
    out += '\n';
  }
  for (const auto& finding : examination.findings) {
    out += '\n';
    if (colour) out += colour_of(finding.severity);
    out += severity_name(finding.severity);
    if (colour) out += "\x1b[0m";
    out += "  " + finding.code + "\n  " + wrapped(shown(finding.message), 2) + '\n';
    const std::size_t listed = std::min(finding.evidence.size(), kShownEvidence);
    for (std::size_t i = 0; i < listed; ++i) {
      out += "    " + evidence_text(finding.evidence[i]) + '\n';
    }
    if (finding.evidence_count > listed) {
      out += "    … " + core::grouped(finding.evidence_count - listed) + " more\n";
    }
    if (!finding.fix.empty()) out += "  fix: " + wrapped(shown(finding.fix), 7) + '\n';
  }
  if (!examination.checks.empty()) out += "\nin order\n";
  for (const auto& check : examination.checks) {
    out += "  " + check.code + ": " + wrapped(shown(check.message), 4 + check.code.size()) + '\n';
  }
  out += '\n' + core::counted(examination.count(Severity::kError), "error", "errors") + ", " +
         core::counted(examination.count(Severity::kWarning), "warning", "warnings") + ", " +
         core::counted(examination.count(Severity::kNote), "note", "notes") + '\n';
  return out;
}

std::string percent(double share) {
  const double value = 100 * share;
  return core::formatted(value != 0 && value < 1 ? "%.2f %%" : "%.1f %%", value);
}

}  // namespace emo::doctor
