// Which classes of a start mean the same as those of a run, and moving their rows. Spellings are text's, synonyms
// core's.
#include "train/head_carry_over.hpp"

#include <algorithm>

#include "core/joined.hpp"
#include "core/labels.hpp"
#include "core/quote.hpp"
#include "text/label_spelling.hpp"

namespace emo::train {
namespace {

constexpr std::size_t kFewestClasses = 2;  // one row among zeros tells nothing apart
constexpr std::size_t kClassesTold = 10;

// A class by its own name weighs more than any number of synonyms, which weigh more than the activation.
std::size_t closeness(const HeadPlan& plan, const KnownHead& head) {
  std::size_t same = 0, meant = 0;
  for (const auto& label : plan.labels) {
    const auto row = class_of(head.labels, label);
    if (!row) continue;
    ++meant;
    same += head.labels[*row] == label ? 1 : 0;
  }
  if (meant < kFewestClasses) return 0;
  const std::size_t base = plan.labels.size() + 1;
  return (same * base + meant) * 2 + (head.activation == plan.activation ? 1 : 0);
}

}  // namespace

std::optional<std::size_t> class_of(const std::vector<std::string>& labels, const std::string& label) {
  if (const auto spelled = text::find_spelling(labels, label)) return spelled;
  const auto meant = core::basic_of(label);
  if (!meant) return std::nullopt;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (core::basic_of(labels[i]) == meant) return i;
  }
  return std::nullopt;
}

std::optional<HeadSource> source_of(const HeadPlan& plan, std::span<const KnownHead> known) {
  std::optional<std::size_t> best;
  std::size_t closest = 0;
  for (std::size_t h = 0; h < known.size(); ++h) {
    const std::size_t close = closeness(plan, known[h]);
    if (close == 0) continue;
    if (known[h].name == plan.name) {
      best = h;
      break;
    }
    if (close > closest) {
      closest = close;
      best = h;
    }
  }
  if (!best) return std::nullopt;
  return source_from(plan, known, *best);
}

HeadSource source_from(const HeadPlan& plan, std::span<const KnownHead> known, std::size_t head) {
  HeadSource source;
  source.head = head;
  for (const auto& label : plan.labels) source.rows.push_back(class_of(known[head].labels, label));
  return source;
}

std::vector<float> carried_rows(const std::vector<float>& values, const HeadSource& source, std::size_t width) {
  std::vector<float> out(source.rows.size() * width, 0.0F);
  for (std::size_t k = 0; k < source.rows.size(); ++k) {
    if (!source.rows[k]) continue;
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(*source.rows[k] * width), width,
                out.begin() + static_cast<std::ptrdiff_t>(k * width));
  }
  return out;
}

std::vector<std::string> carry_over_heads(std::span<const HeadPlan> plans, std::span<const KnownHead> known,
                                          const std::string& matrix, TensorValues& weights,
                                          std::span<const std::optional<std::size_t>> chosen) {
  TensorValues carried;
  std::vector<std::string> lines;
  for (std::size_t p = 0; p < plans.size(); ++p) {
    const auto& plan = plans[p];
    const bool is_chosen = p < chosen.size() && chosen[p].has_value();
    const auto source = is_chosen ? std::optional(source_from(plan, known, *chosen[p])) : source_of(plan, known);
    if (!source) continue;
    const auto& from = known[source->head];
    const std::string old_name = "heads." + from.name + matrix, new_name = "heads." + plan.name + matrix;
    const auto& rows = weights.at(old_name + ".weight");
    carried[new_name + ".weight"] = carried_rows(rows, *source, rows.size() / from.labels.size());
    carried[new_name + ".bias"] = carried_rows(weights.at(old_name + ".bias"), *source, 1);
    const auto taken =
        std::count_if(source->rows.begin(), source->rows.end(), [](const auto& row) { return row.has_value(); });
    lines.push_back("head '" + plan.name + "' begins with " + std::to_string(taken) + " of its " +
                    std::to_string(plan.labels.size()) + " classes from '" + from.name + "'");
  }
  std::erase_if(weights, [](const auto& item) { return item.first.starts_with("heads."); });
  weights.merge(carried);
  return lines;
}

bool knows_all_classes(std::span<const HeadPlan> plans, std::span<const KnownHead> known,
                       std::span<const std::optional<std::size_t>> chosen) {
  for (std::size_t p = 0; p < plans.size(); ++p) {
    const bool is_chosen = p < chosen.size() && chosen[p].has_value();
    const auto source =
        is_chosen ? std::optional(source_from(plans[p], known, *chosen[p])) : source_of(plans[p], known);
    if (!source || std::any_of(source->rows.begin(), source->rows.end(), [](const auto& row) { return !row; })) {
      return false;
    }
  }
  return true;
}

std::vector<std::string> fresh_heads(std::span<const HeadPlan> plans, std::span<const KnownHead> known,
                                     std::span<const std::optional<std::size_t>> chosen) {
  std::vector<std::string> lines;
  for (std::size_t p = 0; p < plans.size() && !known.empty(); ++p) {
    if ((p < chosen.size() && chosen[p]) || source_of(plans[p], known)) continue;
    const std::size_t count = plans[p].labels.size();
    std::vector<std::string> classes;
    for (std::size_t k = 0; k < std::min(count, kClassesTold); ++k) {
      classes.push_back(core::quoted(plans[p].labels[k]));
    }
    lines.push_back("head '" + plans[p].name + "' begins fresh: no head of the start knows two of its " +
                    std::to_string(count) + " classes, " + core::joined(classes) + (count > kClassesTold ? ", …" : ""));
  }
  return lines;
}

}  // namespace emo::train
