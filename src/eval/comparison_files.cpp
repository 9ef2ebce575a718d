// Writes comparisons, as JSON and as the rows that flip. What they say is decided in comparison.cpp; reading the other
// model's predictions is prediction_file.cpp's.
#include "eval/comparison_files.hpp"

#include <algorithm>

#include "io/file.hpp"
#include "io/json.hpp"

namespace emo::eval {
namespace {

io::OrderedJson figure(double ours, double theirs, double difference, const metrics::ConfidenceInterval& interval,
                       double p, int resamples) {
  io::OrderedJson json{
      {"ours", ours}, {"theirs", theirs}, {"difference", difference}, {"ci95", nullptr}, {"p", nullptr}};
  if (resamples > 0) {
    json["ci95"] = io::OrderedJson::array({interval.low, interval.high});
    json["p"] = p;
  }
  return json;
}

}  // namespace

io::OrderedJson comparison_json(const Comparison& c) {
  io::OrderedJson json;
  json["model"] = c.model;
  json["n"] = c.n;
  json["n_one_side"] = c.n_one_side;
  json["n_neither"] = c.n_neither;
  json["n_gold_differs"] = c.n_gold_differs;
  json["joined_in_order"] = c.joined_in_order;
  const metrics::PairedBootstrap& d = c.differences;
  json["accuracy"] = figure(c.accuracy, c.other_accuracy, d.accuracy_difference, d.accuracy, d.accuracy_p, d.resamples);
  json["macro_f1"] = figure(c.macro_f1, c.other_macro_f1, d.macro_f1_difference, d.macro_f1, d.macro_f1_p, d.resamples);
  json["mcnemar"] = {{"only_ours", c.mcnemar.only_a},
                     {"only_theirs", c.mcnemar.only_b},
                     {"statistic", c.mcnemar.statistic},
                     {"exact_p", c.mcnemar.exact_p},
                     {"chi_square_p", c.mcnemar.chi_square_p}};
  const auto gained = std::count_if(c.flips.begin(), c.flips.end(), [](const Flip& flip) { return flip.gained; });
  json["flips"] = {{"gained", gained}, {"lost", static_cast<std::ptrdiff_t>(c.flips.size()) - gained}};
  json["resamples"] = d.resamples;
  json["seed"] = c.seed;
  json["verdict"] = c.verdict;
  return json;
}

Result<void> write_flips(const Comparison& comparison, const std::string& input_name, const std::string& directory) {
  std::string lines;
  for (const Flip& flip : comparison.flips) {
    io::OrderedJson json;
    json["id"] = flip.id;
    json["row"] = flip.row;
    json[input_name] = flip.input;
    json["gold"] = flip.gold;
    json["predicted"] = flip.ours;
    json["other"] = flip.theirs;
    json["change"] = flip.gained ? "gained" : "lost";
    lines += io::dump_json(json) + "\n";
  }
  return io::write_file_atomic(directory + "/flips.jsonl", lines);
}

}  // namespace emo::eval
