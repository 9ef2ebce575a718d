// Configs with a file or two of labelled texts, as the tests of text_dataset load them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "toy_run.hpp"
#include "train/text_dataset.hpp"

namespace emo::train {

class TextDatasetTest : public testing::Test {
 protected:
  void SetUp() override { folder = test::scratch_folder(); }

  // A config with one source whose files hold these lines.
  TextTrainConfig config_for(std::vector<HeadPlan> heads, const std::string& train, const std::string& dev) {
    TextTrainConfig config;
    config.heads = std::move(heads);
    SourcePlan source;
    source.name = "own";
    source.licence = "CC0";
    source.train = folder + "/train.jsonl";
    test::write_text(source.train, train);
    if (!dev.empty()) {
      source.dev = folder + "/dev.jsonl";
      test::write_text(source.dev, dev);
    }
    config.sources.push_back(source);
    return config;
  }
  // The same with one custom head, a csv to learn from and one development row of `dev_label`.
  TextTrainConfig config_for_csv(const std::string& rows, const std::string& dev_label) {
    auto config = config_for({head("own", "custom")}, "", R"({"text":"d","labels":")" + dev_label + "\"}");
    config.sources[0].train = folder + "/train.csv";
    test::write_text(config.sources[0].train, "text,labels\n" + rows);
    return config;
  }
  static HeadPlan head(const std::string& name, const std::string& taxonomy,
                       core::HeadActivation activation = core::HeadActivation::kSoftmax) {
    HeadPlan out;
    out.name = name;
    out.taxonomy = taxonomy;
    out.activation = activation;
    if (activation == core::HeadActivation::kSigmoid) out.loss = Loss::kBinary;
    return out;
  }
  static Result<TextDataset> load(TextTrainConfig& config) { return load_text_dataset(config); }
  std::string folder;
  static inline const std::string kDev = R"({"text":"dev","labels":["joy"]})";
};

}  // namespace emo::train
