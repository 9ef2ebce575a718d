// Sections about the run: curves and verdict, settings, data. The verdict itself is overfitting.cpp's, the drawing
// training_figure.cpp's; an evaluation without a run has none of them.
#include <algorithm>
#include <cmath>

#include "core/joined.hpp"
#include "core/number_words.hpp"
#include "core/without_folders.hpp"
#include "report/assemble.hpp"
#include "report/json_lookup.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

std::string epoch_text(const std::optional<std::int64_t>& epoch) {
  return epoch ? std::to_string(*epoch) : "\u2013";
}

template <class Format>
std::string optional_text(const std::optional<double>& value, Format format) {
  return value ? format(*value) : std::string("\u2013");
}

Table indicator_table(const FitVerdict& verdict, const RunRecord& run) {
  const FitIndicators& f = verdict.indicators;
  const auto loss = [](double v) { return signed_text(v, 3); };
  const auto share = [](double v) { return signed_text(100 * v, 1) + " %"; };
  const auto points = [](double v) { return signed_text(100 * v, 1) + " points"; };
  return {"Overfitting indicators",
          {"indicator", "last epoch", "kept epoch"},
          {{"epoch", epoch_text(f.last_epoch), epoch_text(f.kept_epoch)},
           {"loss gap (validation minus training)", optional_text(f.loss_gap_last, loss),
            optional_text(f.loss_gap_kept, loss)},
           {run.score_name + " gap (training minus validation)", optional_text(f.score_gap_last, points),
            optional_text(f.score_gap_kept, points)},
           {"validation loss above its minimum", optional_text(f.loss_rise_last, share),
            optional_text(f.loss_rise_kept, share)},
           {"the same after calibration", optional_text(f.calibrated_rise_last, share),
            optional_text(f.calibrated_rise_kept, share)},
           {"validation " + run.score_name + " below its best", optional_text(f.score_drop_last, points), ""},
           {"slope of validation loss, per epoch", optional_text(f.loss_slope, share), ""},
           {"smallest validation loss in epoch", epoch_text(f.best_loss_epoch), ""},
           {"curves diverge from epoch",
            f.divergence_epoch                             ? std::to_string(*f.divergence_epoch)
            : verdict.run == Fit::kUnknown || f.not_finite ? "\u2013"
                                                           : "never",
            ""},
           {"verdict", std::string(fit_words(verdict.run)), std::string(fit_words(verdict.kept))}},
          false};
}

Table epoch_table(const RunRecord& run) {
  Table table{"The epochs",
              {"epoch", "training loss", "validation loss", "gap", "training " + run.score_name,
               "validation " + run.score_name, "gap", "time"},
              {},
              false};
  const bool stages = std::any_of(run.epochs.begin(), run.epochs.end(), [](const auto& e) { return !e.stage.empty(); });
  const bool calibrated =
      std::any_of(run.points.begin(), run.points.end(), [](const auto& p) { return p.calibrated_loss.has_value(); });
  // `row` is complete but for what not every run has.
  const auto add = [&](std::vector<std::string> row, const std::string& stage, const std::string& after) {
    if (calibrated) row.insert(row.begin() + 3, after);
    if (stages) row.insert(row.begin() + 1, stage);
    table.rows.push_back(std::move(row));
  };
  if (calibrated) table.header.insert(table.header.begin() + 3, "after calibration");
  if (stages) table.header.insert(table.header.begin() + 1, "stage");
  constexpr std::size_t kMostRows = 60;
  const std::string unknown = "\u2013";
  std::size_t left_out = 0;  // since the last row
  const auto add_gap = [&] {
    std::vector<std::string> gap(table.header.size());
    gap.front() = "… " + std::to_string(left_out) + " more";
    table.rows.push_back(std::move(gap));
    left_out = 0;
  };
  const auto loss = [](double v) { return decimals(v, 3); };
  const auto difference = [](const auto& a, const auto& b) {
    return a && b ? std::optional<double>(*a - *b) : std::nullopt;
  };
  if (run.start_point) {
    std::vector<std::string> row{"0 (the start)", unknown, optional_text(run.start_point->dev_loss, loss),
                                 unknown,         unknown, optional_text(run.start_point->dev_score, loss),
                                 unknown,         unknown};
    add(std::move(row), unknown, optional_text(run.start_point->calibrated_loss, loss));
  }
  std::size_t last_best = run.points.size();  // the epoch that is kept
  for (std::size_t i = 0; i < run.points.size(); ++i) {
    if (run.epochs[i].best) last_best = i;
  }
  for (std::size_t i = 0; i < run.points.size(); ++i) {
    const bool middle = run.points.size() > kMostRows && i >= kMostRows / 2 && i + kMostRows / 2 < run.points.size();
    if (middle && i != last_best) {
      ++left_out;
      continue;
    }
    if (left_out > 0) add_gap();
    const EpochPoint& p = run.points[i];
    std::vector<std::string> row{
        std::to_string(p.epoch) + (run.epochs[i].best ? " (kept so far)" : ""),
        optional_text(p.train_loss, loss),
        optional_text(p.dev_loss, loss),
        optional_text(difference(p.dev_loss, p.train_loss), [](double v) { return signed_text(v, 3); }),
        optional_text(p.train_score, loss),
        optional_text(p.dev_score, loss),
        optional_text(difference(p.train_score, p.dev_score), [](double v) { return signed_text(v, 3); })};
    row.push_back(optional_text(figure_of(run.epochs[i], "seconds"), duration_text));
    add(std::move(row), run.epochs[i].stage, optional_text(p.calibrated_loss, loss));
  }
  return table;
}

// "a.b" -> value of every scalar of the config, lists of scalars joined; lists of objects numbered. Paths without the
// folders of the machine.
void flatten(const io::Json& json, const std::string& name, std::size_t depth,
             std::vector<std::vector<std::string>>& rows) {
  constexpr std::size_t kMostRows = 200, kDeepest = 4;
  if (rows.size() >= kMostRows) return;
  if (json.is_object() && depth < kDeepest) {
    const std::string path = name.empty() ? name : name + ".";
    for (const auto& [key, value] : json.items()) flatten(value, path + key, depth + 1, rows);
  } else if (json.is_array()) {
    const bool scalars = std::none_of(json.begin(), json.end(), [](const auto& item) { return item.is_structured(); });
    if (scalars) {
      std::vector<std::string> items;
      for (const auto& item : json) items.push_back(core::without_folders(shown_scalar(item)));
      if (const std::string text = core::joined(items); !text.empty()) rows.push_back({name, text});
    } else {
      for (std::size_t i = 0; i < json.size() && depth < kDeepest; ++i)
        flatten(json[i], name + "[" + std::to_string(i + 1) + "]", depth + 1, rows);
    }
  } else {
    const std::string text = core::without_folders(shown_scalar(json));
    if (!text.empty()) rows.push_back({name, text});
  }
}

std::string architecture_words(const io::Manifest& manifest) {
  std::string heads;
  for (const auto& head : manifest.heads) {
    heads += (heads.empty() ? "" : "; ") + head.name + ": " + std::to_string(head.labels.size()) + " labels, " +
             (head.activation == core::HeadActivation::kSoftmax ? "softmax" : "sigmoid");
  }
  std::string out;
  if (manifest.task == io::Task::kText) {
    const auto& e = manifest.text.encoder;
    out = "Transformer encoder for texts with " + std::to_string(e.layers) + " layers of width " +
          std::to_string(e.hidden) + ", " + std::to_string(e.heads) + " attention heads and a vocabulary of " +
          core::grouped(static_cast<std::uint64_t>(e.vocab_size)) + " pieces";
  } else {
    out = manifest.task == io::Task::kFace ? "Convolutional network for face crops" : "Face detector";
  }
  return out + ". Heads: " + heads + ". Weights are stored as " +
         (manifest.quantization == io::Quantization::kInt8 ? "int8" : "float32") + ".";
}

std::string training_words(const RunRecord& run) {
  std::vector<std::string> parts;
  const auto add = [&](const std::string& name, const char* key) {
    const io::Json* found = member(run.args, key);
    if (found != nullptr && !shown_scalar(*found).empty()) parts.push_back(name + " " + shown_scalar(*found));
  };
  add("learning rate", "learning_rate");
  add("layer decay", "layer_decay");
  add("warm-up", "warmup");
  add("weight decay", "weight_decay");
  add("dropout", "dropout");
  add("batch", "batch");
  add("tokens per batch", "tokens_per_batch");
  add("moving average", "ema");
  add("seed", "seed");
  if (parts.empty()) return "";
  const std::string optimiser = text_at(run.args, "optimizer").value_or("AdamW");
  return "Optimiser " + optimiser + "; " + listed(parts) + ".";
}

// Whether a head learns by a loss that is no log loss.
bool has_own_loss(const RunRecord& run) {
  const io::Json* heads = member(run.args, "heads");
  if (heads == nullptr || !heads->is_array()) return false;
  return std::any_of(heads->begin(), heads->end(), [](const io::Json& head) {
    const std::string loss = text_at(head, "loss").value_or("");
    return loss == "focal" || loss == "asymmetric";
  });
}

}  // namespace

TrainingFacts facts_of(const RunRecord& run, const std::optional<io::Manifest>& manifest) {
  TrainingFacts facts;
  facts.dropout = number_at(run.args, "dropout");
  const io::Json* architecture = member(run.args, "architecture");
  if (architecture != nullptr && !facts.dropout) facts.dropout = number_at(*architecture, "dropout");
  facts.weight_decay = number_at(run.args, "weight_decay");
  facts.learning_rate = number_at(run.args, "learning_rate");
  facts.frozen_encoder = flag_at(run.args, "freeze_encoder");
  facts.start_kept = run.start_kept;
  if (const auto patience = number_at(run.args, "patience")) facts.early_stopping = *patience > 0;
  const io::Json* augmentation = member(run.args, "augmentation");
  if (augmentation != nullptr && augmentation->is_object()) {
    bool any = false;
    for (const auto& [key, value] : augmentation->items()) {
      any |= (value.is_number() && value.get<double>() > 0) || (value.is_boolean() && value.get<bool>()) ||
             value.is_structured();
    }
    facts.augmentation = any;
  }
  if (manifest) {
    std::uint64_t rows = 0;
    for (const auto& set : manifest->provenance.datasets) {
      if (set.split == "train" && set.rows > 0) rows += static_cast<std::uint64_t>(set.rows);
    }
    if (rows > 0) facts.training_rows = rows;
  }
  return facts;
}

Section training_section(const ReportInput& input, const FitVerdict& verdict, std::optional<std::size_t> figure) {
  Section section{"training", "Training, and whether it overfits", {}};
  const RunRecord& run = *input.run;
  if (run.epochs.empty()) return section;
  if (figure) section.blocks.emplace_back(FigureBlock{*figure});
  std::string verdict_text = verdict.run == Fit::kUnderfit
                                 ? "Verdict: underfit"
                                 : "Verdict on overfitting: " + std::string(fit_words(verdict.run));
  if (verdict.kept != verdict.run) verdict_text += "; of the kept epoch: " + std::string(fit_words(verdict.kept));
  section.blocks.emplace_back(Sentence{verdict_text + ". Why: " + listed(verdict.reasons) + ".", verdict.rule});
  section.blocks.emplace_back(Sentence{
      "Training figures are means over the epoch, with dropout and augmentation on and while the weights change; "
      "validation "
      "figures are taken after it. So a small negative gap is normal, and a positive one understates the truth.",
      ""});
  if (!run.kept_by.empty()) {
    std::string words = "Kept are the weights of the epoch whose validation " + run.kept_by + ".";
    if (run.points.back().calibrated_loss) {
      words +=
          " Calibration divides the logits by one number, as in the exported model: the loss after it says what is "
          "known, free of how boldly it is said.";
      if (has_own_loss(run)) {
        words +=
            " It is log loss; the training and validation losses hold the head's own (focal, asymmetric), another "
            "quantity.";
      }
    }
    section.blocks.emplace_back(Sentence{words, ""});
  }
  section.blocks.emplace_back(indicator_table(verdict, run));
  section.blocks.emplace_back(Sentence{"What to try next, most promising first:", ""});
  section.blocks.emplace_back(Bullets{next_steps(verdict, facts_of(run, input.manifest)), true});
  section.blocks.emplace_back(epoch_table(run));
  return section;
}

Section data_section(const ReportInput& input) {
  Section section{"data", "Data", {}};
  if (input.manifest && !input.manifest->provenance.datasets.empty()) {
    Table table{"What the model was trained and tuned on", {"data set", "split", "rows", "licence"}, {}, true};
    for (const auto& set : input.manifest->provenance.datasets) {
      table.rows.push_back({set.name, set.split,
                            core::grouped(static_cast<std::uint64_t>(std::max<std::int64_t>(0, set.rows))),
                            set.licence});
    }
    section.blocks.emplace_back(std::move(table));
  }
  for (const auto& split : input.evaluations) {
    std::size_t with_rows = 0;
    for (const auto& c : split.record.classes) with_rows += c.support > 0 ? 1 : 0;
    section.blocks.emplace_back(Sentence{
        "The " + split.role + " rows" +
            (split.record.split.empty() || split.record.split == split.role ? "" : " (" + split.record.split + ")") +
            ": " + core::grouped(split.record.rows) + " judged, " +
            (split.record.too_many_classes ? "of more than " + core::grouped(kMostClasses) + " classes."
                                           : std::to_string(with_rows) + " of " +
                                                 std::to_string(split.record.classes.size()) + " classes present."),
        ""});
    std::vector<std::string> dropped;
    for (const auto& [label, target] : split.record.label_map) {
      if (target.empty()) dropped.push_back(label);
    }
    if (!dropped.empty())
      section.blocks.emplace_back(
          Sentence{"Labels of the data that have no counterpart and were dropped: " + listed(dropped) + ".", ""});
  }
  if (input.manifest && input.manifest->task == io::Task::kText) {
    const auto& p = input.manifest->text_preprocess;
    section.blocks.emplace_back(Sentence{"Preprocessing: normaliser version " + std::to_string(p.normalizer_version) +
                                             ", windows of " + std::to_string(p.max_tokens) + " tokens with " +
                                             std::to_string(p.stride) +
                                             " in common. Training and serving share this code.",
                                         ""});
  }
  return section;
}

Section settings_section(const ReportInput& input) {
  Section section{"settings", "Model and settings", {}};
  if (input.manifest) section.blocks.emplace_back(Sentence{architecture_words(*input.manifest), ""});
  if (!input.run) return section;
  const RunRecord& run = *input.run;
  if (const std::string words = training_words(run); !words.empty()) section.blocks.emplace_back(Sentence{words, ""});
  if (run.seconds > 0) {
    section.blocks.emplace_back(
        Sentence{"The logged epochs took " + duration_text(run.seconds) + ", " +
                     duration_text(run.seconds / static_cast<double>(std::max<std::size_t>(1, run.epochs.size()))) +
                     " each on average.",
                 ""});
  }
  Table stages{"Stages", {"stage", "epochs", "time", "learning rate"}, {}, false};
  for (std::size_t begin = 0; begin < run.epochs.size();) {
    std::size_t end = begin;
    double seconds = 0;
    for (; end < run.epochs.size() && run.epochs[end].stage == run.epochs[begin].stage; ++end) {
      seconds += figure_of(run.epochs[end], "seconds").value_or(0);
    }
    const auto rate = [&](std::size_t i) {
      return optional_text(figure_of(run.epochs[i], "learning_rate"),
                           [](double v) { return shown_scalar(io::Json(v)); });
    };
    stages.rows.push_back(
        {run.epochs[begin].stage,
         std::to_string(run.epochs[begin].epoch) + "\u2013" + std::to_string(run.epochs[end - 1].epoch),
         duration_text(seconds), rate(begin) + " to " + rate(end - 1)});
    begin = end;
  }
  if (!run.epochs.empty() && !run.epochs.front().stage.empty()) section.blocks.emplace_back(std::move(stages));
  Table table{"Every setting of the run (args.json)", {"setting", "value"}, {}, true};
  flatten(run.args, "", 0, table.rows);
  if (!table.rows.empty()) section.blocks.emplace_back(std::move(table));
  return section;
}

}  // namespace emo::report
