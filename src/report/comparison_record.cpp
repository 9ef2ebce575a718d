// Reads a comparison as leniently as the rest of metrics.json is read. What it says in words is
// assemble_comparison.cpp's.
#include "report/comparison_record.hpp"

#include <cmath>

#include "core/number_words.hpp"
#include "io/json.hpp"
#include "report/json_lookup.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

constexpr double kSameFigure = 1e-4;  // rounding, no more

class ComparisonReader {
 public:
  ComparisonReader(const io::Json& json, RecordNotes& notes) : json_(json), notes_(notes) {}

  std::optional<ModelComparison> read() {
    ModelComparison out;
    out.macro_f1 = figure("macro_f1");
    out.accuracy = figure("accuracy");
    if (!out.macro_f1 && !out.accuracy) return std::nullopt;
    out.model = text_at(json_, "model").value_or("");
    out.rows = count("n").value_or(0);
    out.rows_of_one_side = count("n_one_side");
    // Older files do not count these: no damage.
    if (json_.contains("n_neither")) out.rows_of_neither = count("n_neither");
    out.gold_differs = count("n_gold_differs");
    out.only_ours = count("mcnemar/only_ours");
    out.only_theirs = count("mcnemar/only_theirs");
    out.mcnemar_p = share("mcnemar/exact_p");
    check_flips(out);
    return out;
  }

 private:
  void note(const std::string& text) { notes_.push_back({true, "metrics.json: " + text}); }

  std::optional<std::uint64_t> count(const std::string& path) {
    const auto found = count_at(json_, path);
    if (!found) note("against/" + path + " is no count; left out");
    return found;
  }

  std::optional<double> share(const std::string& path) {
    const auto found = number_at(json_, path);
    if (found && *found >= 0 && *found <= 1) return found;
    note("against/" + path + " is no number in 0..1; left out");
    return std::nullopt;
  }

  std::optional<ComparedFigure> figure(const std::string& name) {
    const auto ours = share(name + "/ours"), theirs = share(name + "/theirs");
    if (!ours || !theirs) return std::nullopt;
    ComparedFigure out{*ours, *theirs, std::nullopt, std::nullopt};
    const auto difference = number_at(json_, name + "/difference");
    if (difference && std::abs(*difference - out.difference()) > kSameFigure) {
      note("against/" + name + " tells a difference of " + signed_text(*difference, 4) + ", its figures one of " +
           signed_text(out.difference(), 4) + ": shown is that of the figures, without interval and p");
      return out;
    }
    out.interval = interval(name);
    const io::Json* p = member(json_, name + "/p");
    if (p != nullptr && !p->is_null()) out.p = share(name + "/p");
    return out;
  }

  // null = none was asked for.
  std::optional<metrics::ConfidenceInterval> interval(const std::string& name) {
    const io::Json* found = member(json_, name + "/ci95");
    if (found == nullptr || found->is_null()) return std::nullopt;
    if (found->is_array() && found->size() == 2 && (*found)[0].is_number() && (*found)[1].is_number()) {
      const metrics::ConfidenceInterval out{(*found)[0].get<double>(), (*found)[1].get<double>()};
      if (std::isfinite(out.low) && std::isfinite(out.high) && out.low <= out.high) return out;
    }
    note("against/" + name + "/ci95 is no interval [low, high]; left out");
    return std::nullopt;
  }

  void check_flips(const ModelComparison& found) {
    const auto gained = count_at(json_, "flips/gained"), lost = count_at(json_, "flips/lost");
    if (!gained || !lost || !found.only_ours || !found.only_theirs) return;
    if (*gained == *found.only_ours && *lost == *found.only_theirs) return;
    note("against/flips counts " + core::grouped(*gained) + " gained and " + core::grouped(*lost) +
         " lost, against/mcnemar " + core::grouped(*found.only_ours) + " and " + core::grouped(*found.only_theirs));
  }

  const io::Json& json_;
  RecordNotes& notes_;
};

}  // namespace

std::optional<ModelComparison> read_comparison(const io::Json& metrics, RecordNotes& notes) {
  const io::Json* against = member(metrics, "against");
  if (against == nullptr || against->is_null()) return std::nullopt;
  if (against->is_object()) return ComparisonReader(*against, notes).read();
  notes.push_back({true, "metrics.json: against is no object; the comparison is left out"});
  return std::nullopt;
}

}  // namespace emo::report
