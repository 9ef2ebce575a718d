// Scores text models on genres they were not trained on, beside a linear n-gram baseline trained here on the same rows.
// Writes one JSON file that documents quote. Not a part of the product: a measuring tool, built with it.
//
//   domain_table --data DIR --out FILE.json [--model BUNDLE]… [--also FILE]… [--contrast FILE.jsonl] [--seed N]
//
// --also adds a second baseline, trained with the rows of all these files as well (sentences of our own that a model
// was trained with).
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/labels.hpp"
#include "eval/text_evaluation.hpp"
#include "io/file.hpp"
#include "io/json.hpp"
#include "io/rows.hpp"
#include "linear/trainer.hpp"
#include "pipeline/text_recognizer.hpp"

namespace {

using emo::Result;
using emo::io::OrderedJson;
using emo::io::Row;

constexpr std::array<const char*, 3> kTrainingSets{"goemotions", "xed_en", "poem_sentiment"};
struct TestSet {
  const char* name;
  const char* split;
};
constexpr std::array<TestSet, 8> kOtherDomains{{{"carer", "test"},
                                                {"tec", "test"},
                                                {"ssec", "test"},
                                                {"emoevent_en", "test"},
                                                {"semeval2018_ec", "test"},
                                                {"meld", "test"},
                                                {"dailydialog", "dev"},
                                                {"tweeteval_emotion", "dev"}}};
constexpr std::array<TestSet, 2> kOwnDomains{{{"goemotions", "test"}, {"xed_en", "test"}}};

struct Arguments {
  std::string data, out, contrast;
  std::vector<std::string> also, models;
  std::uint64_t seed = 1;
};

Result<std::vector<Row>> read_set(const std::string& data, const char* name, const char* split) {
  return emo::io::read_rows(data + "/" + name + "/" + split + ".jsonl", {});
}

/// Labels replaced by the basic classes they mean, without repeats; labels without one disappear.
void map_to_basic(Row& row) {
  std::vector<std::string> basic;
  for (const std::string& label : row.labels) {
    const auto meaning = emo::core::basic_of(label);
    if (!meaning) continue;
    const auto name = std::string(emo::core::basic_names()[static_cast<std::size_t>(*meaning)]);
    if (std::find(basic.begin(), basic.end(), name) == basic.end()) basic.push_back(name);
  }
  row.labels = std::move(basic);
}

Result<std::vector<Row>> read_basic_rows(const std::string& data, const char* split, OrderedJson& record) {
  std::vector<Row> all;
  for (const char* name : kTrainingSets) {
    EMO_ASSIGN(std::vector<Row> rows, read_set(data, name, split));
    std::size_t used = 0;
    for (Row& row : rows) {
      map_to_basic(row);
      if (row.labels.empty()) continue;
      all.push_back(std::move(row));
      ++used;
    }
    record.push_back({{"set", name}, {"split", split}, {"rows", rows.size()}, {"used", used}});
  }
  return all;
}

OrderedJson figures_of(const emo::eval::Evaluation& evaluation) {
  OrderedJson json;
  json["n"] = evaluation.n;
  json["macro_f1"] = evaluation.macro_f1;
  json["accuracy"] = evaluation.accuracy;
  if (evaluation.ci95_macro_f1) {
    json["macro_f1_ci95"] = OrderedJson::array({evaluation.ci95_macro_f1->low, evaluation.ci95_macro_f1->high});
  }
  json["ece"] = evaluation.ece;
  const auto neutral = std::count_if(evaluation.predictions.begin(), evaluation.predictions.end(), [](const auto& p) {
    return p.predicted.size() == 1 && p.predicted.front() == "neutral";
  });
  json["answered_neutral"] = static_cast<double>(neutral) / static_cast<double>(std::max<std::size_t>(evaluation.n, 1));
  return json;
}

/// One line of the table: all classes, then only those that the set has.
Result<OrderedJson> evaluate_set(const emo::eval::TextScorer& scorer, const TestSet& set, const Arguments& arguments) {
  EMO_ASSIGN(const std::vector<Row> rows, read_set(arguments.data, set.name, set.split));
  emo::eval::EvaluationOptions options;
  options.head = scorer.heads()[scorer.primary_head()].name;
  options.split = set.split;
  options.seed = arguments.seed;
  options.label_map = {};
  EMO_ASSIGN(const auto full, emo::eval::evaluate_text(scorer, rows, options));
  for (const auto& c : full.per_class) {
    if (c.support > 0) options.classes.push_back(c.label);
  }
  EMO_ASSIGN(const auto forced, emo::eval::evaluate_text(scorer, rows, options));
  OrderedJson line;
  line["set"] = set.name;
  line["split"] = set.split;
  line["rows"] = rows.size();
  line["dropped_unlabelled"] = full.n_dropped_unlabelled;
  line["several_gold"] = full.n_several_gold;
  line["classes"] = options.classes;
  line["full"] = figures_of(full);
  line["forced_choice"] = figures_of(forced);
  std::printf("%-18s %-18s n %5llu  full %.4f  forced %.4f  (%zu classes)\n", scorer.name().c_str(), set.name,
              static_cast<unsigned long long>(full.n), full.macro_f1, forced.macro_f1, options.classes.size());
  std::fflush(stdout);
  return line;
}

/// The suite of sentences that differ in one point: right = the answer is among the accepted labels.
Result<OrderedJson> evaluate_contrast(const emo::eval::TextScorer& scorer, const Arguments& arguments) {
  EMO_ASSIGN(const std::vector<Row> rows, emo::io::read_rows(arguments.contrast, {}));
  emo::eval::EvaluationOptions options;
  options.head = scorer.heads()[scorer.primary_head()].name;
  options.seed = arguments.seed;
  EMO_ASSIGN(const auto evaluation, emo::eval::evaluate_text(scorer, rows, options));
  std::map<std::string, std::array<std::uint64_t, 2>> groups;  // right, all
  for (std::size_t i = 0; i < evaluation.predictions.size() && i < rows.size(); ++i) {
    const auto& p = evaluation.predictions[i];
    const auto group = rows[i].extra.find("group");
    auto& counts = groups[group == rows[i].extra.end() ? "" : group->second];
    const bool right =
        !p.predicted.empty() && std::find(p.gold.begin(), p.gold.end(), p.predicted.front()) != p.gold.end();
    counts[0] += right ? 1 : 0;
    ++counts[1];
  }
  OrderedJson json = figures_of(evaluation);
  for (const auto& [group, counts] : groups) {
    json["groups"][group] = {{"right", counts[0]}, {"n", counts[1]}};
  }
  std::printf("%-18s %-18s n %5llu  right %.4f\n", scorer.name().c_str(), "contrast suite",
              static_cast<unsigned long long>(evaluation.n), evaluation.accuracy);
  return json;
}

Result<OrderedJson> evaluate_model(const emo::eval::TextScorer& scorer, const Arguments& arguments,
                                   const std::string& name) {
  OrderedJson json;
  json["model"] = name;
  double full = 0;
  double forced = 0;
  for (const TestSet& set : kOtherDomains) {
    EMO_ASSIGN(OrderedJson line, evaluate_set(scorer, set, arguments));
    full += line["full"]["macro_f1"].get<double>() / kOtherDomains.size();
    forced += line["forced_choice"]["macro_f1"].get<double>() / kOtherDomains.size();
    json["other_domains"].push_back(std::move(line));
  }
  json["average_macro_f1"] = {{"full", full}, {"forced_choice", forced}};
  for (const TestSet& set : kOwnDomains) {
    EMO_ASSIGN(OrderedJson line, evaluate_set(scorer, set, arguments));
    json["own_domains"].push_back(std::move(line));
  }
  if (!arguments.contrast.empty()) {
    EMO_ASSIGN(json["contrast"], evaluate_contrast(scorer, arguments));
  }
  std::printf("%-18s average of %zu other domains: full %.4f  forced %.4f\n", scorer.name().c_str(),
              kOtherDomains.size(), full, forced);
  return json;
}

/// The softmax baseline over the 7 basic classes, on these rows.
Result<OrderedJson> evaluate_linear(const std::vector<Row>& train_rows, const std::vector<Row>& dev_rows,
                                    const Arguments& arguments, const std::string& name) {
  emo::linear::TrainOptions options;
  options.seed = arguments.seed;
  options.activation = emo::core::HeadActivation::kSoftmax;
  options.labels.assign(emo::core::basic_names().begin(), emo::core::basic_names().end());
  options.progress = [](const emo::linear::EpochReport& epoch) {
    std::printf("linear epoch %d  train loss %.4f  dev loss %.4f  dev macro-F1 %.4f\n", epoch.epoch, epoch.train_loss,
                epoch.dev_loss, epoch.dev_macro_f1);
    std::fflush(stdout);
  };
  EMO_ASSIGN(const auto linear, emo::linear::train(train_rows, dev_rows, options));
  return evaluate_model(*emo::eval::scorer_of(linear), arguments, name);
}

/// GoEmotions alone, as published floors are given: sigmoid labels, thresholds from dev, test once.
Result<OrderedJson> goemotions_floor(const Arguments& arguments, bool basic) {
  std::array<std::vector<Row>, 3> splits;
  constexpr std::array<const char*, 3> kSplits{"train", "dev", "test"};
  for (std::size_t i = 0; i < splits.size(); ++i) {
    EMO_ASSIGN(splits[i], read_set(arguments.data, "goemotions", kSplits[i]));
    if (basic) {
      for (Row& row : splits[i]) map_to_basic(row);
    }
  }
  emo::linear::TrainOptions options;
  options.seed = arguments.seed;
  options.activation = emo::core::HeadActivation::kSigmoid;
  EMO_ASSIGN(const auto model, emo::linear::train(splits[0], splits[1], options));
  emo::eval::EvaluationOptions evaluation_options;
  evaluation_options.seed = arguments.seed;
  EMO_ASSIGN(const auto evaluation,
             emo::eval::evaluate_text(*emo::eval::scorer_of(model), splits[2], evaluation_options));
  OrderedJson json = figures_of(evaluation);
  json.erase("answered_neutral");
  json["micro_f1"] = evaluation.micro_f1;
  json["labels"] = model.classes();
  std::printf("GoEmotions, %zu labels, linear: macro-F1 %.4f micro-F1 %.4f\n", model.classes(), evaluation.macro_f1,
              evaluation.micro_f1);
  return json;
}

Result<void> run(const Arguments& arguments) {
  OrderedJson report;
  report["what"] = "macro-F1 of basic emotion classes on data sets of other genres, none of them trained on";
  report["rules"] = {
      "labels are mapped to the 7 basic classes by their known synonyms; labels without one are dropped, then rows "
      "without labels; an explicit neutral stays",
      "one answer a row; a row with several gold classes is right if the answer is one of them; per-class counts for "
      "F1 are taken over label sets (gold set against the one answer)",
      "macro-F1 over the classes that have rows in the set; full = choice among 7, forced_choice = among those",
      "95 % intervals: percentile bootstrap over rows, 1000 resamples"};
  report["seed"] = arguments.seed;
  OrderedJson record = OrderedJson::array();
  EMO_ASSIGN(const std::vector<Row> train_rows, read_basic_rows(arguments.data, "train", record));
  EMO_ASSIGN(const std::vector<Row> dev_rows, read_basic_rows(arguments.data, "dev", record));
  report["linear_training"] = std::move(record);

  EMO_ASSIGN(OrderedJson linear_report, evaluate_linear(train_rows, dev_rows, arguments, "linear n-grams"));
  report["models"].push_back(std::move(linear_report));
  if (!arguments.also.empty()) {
    std::vector<Row> more = train_rows;
    for (const std::string& file : arguments.also) {
      EMO_ASSIGN(std::vector<Row> rows, emo::io::read_rows(file, {}));
      for (Row& row : rows) {
        map_to_basic(row);
        more.push_back(std::move(row));
      }
    }
    EMO_ASSIGN(OrderedJson more_report,
               evaluate_linear(more, dev_rows, arguments, "linear n-grams, with our own sentences"));
    report["models"].push_back(std::move(more_report));
  }
  for (const std::string& bundle : arguments.models) {
    EMO_ASSIGN(const auto recognizer, emo::pipeline::TextRecognizer::open(bundle));
    EMO_ASSIGN(OrderedJson model_report,
               evaluate_model(*emo::eval::scorer_of(*recognizer), arguments, recognizer->manifest().name));
    report["models"].push_back(std::move(model_report));
  }
  EMO_ASSIGN(report["linear_goemotions"]["28_labels"], goemotions_floor(arguments, false));
  EMO_ASSIGN(report["linear_goemotions"]["basic_7"], goemotions_floor(arguments, true));
  return emo::io::write_file_atomic(arguments.out, emo::io::dump_json(report, 2) + "\n");
}

}  // namespace

int main(int argc, char** argv) {  // NOLINT(bugprone-exception-escape): out of memory ends a tool
  Arguments arguments;
  CLI::App app("Scores text models on genres they were not trained on, beside a linear baseline", "domain_table");
  app.add_option("--data", arguments.data, "Folder of the data sets")->required();
  app.add_option("--out", arguments.out, "JSON file to write")->required();
  app.add_option("--model", arguments.models, "Bundle to score, as often as wanted");
  app.add_option("--also", arguments.also, "Rows for a second baseline, as often as wanted");
  app.add_option("--contrast", arguments.contrast, "The contrast suite");
  app.add_option("--seed", arguments.seed)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  const auto done = run(arguments);
  if (done) return 0;
  std::cerr << "domain_table: " << done.error().message << "\n";
  return emo::error_info(done.error().code).exit_status;
}
